"""Words that no table has: lamps, marks, needs, fields and kinds of entries, as messages."""

from desktop.i18n import mark
from desktop.models.vocabulary import Lamp, Mark, Need

LAMPS = {
    Lamp.OVERDUE: mark("Overdue"),
    Lamp.DUE_SOON: mark("Due soon"),
    Lamp.STALE: mark("Stale"),
    Lamp.SILENT: mark("Silent"),
}

MARKS = {
    Mark.DISPUTED: mark("Disputed"),
    Mark.UNREPORTED: mark("Not reported"),
    Mark.PROPOSED: mark("Proposed as not applicable"),
    Mark.LATE: mark("Typed in later"),
}

NEEDS = {
    Need.NOTE: mark("Note"),
    Need.EVIDENCE: mark("Evidence"),
    Need.REASON: mark("Reason"),
    Need.DEADLINE: mark("Due date"),
}

FIELDS = {
    "status": mark("Status"),
    "due_on": mark("Due date"),
    "officer": mark("Officer in charge"),
    "proposal": mark("Proposal"),
    "evidence_on": mark("Evidence of"),
    "confirmed_on": mark("Confirmed unchanged on"),
    "noted_on": mark("Noted on"),
    "value": mark("Value"),
    "settled": mark("Settled"),
    "target": mark("Redacted entry"),
    "cap": mark("Latest credible time"),
    "edition": mark("Edition"),
    "valid_from": mark("Valid from"),
    "valid_to": mark("Valid to"),
    "successor": mark("Successor"),
    "action": mark("Lasting id"),
    "short_zh": mark("Short title"),
    "short_en": mark("English short title"),
    "came_from": mark("Came from"),
    "day": mark("Day"),
    "level": mark("Level"),
    "reasons": mark("Reasons"),
    "way": mark("Way of rating"),
    "appeal": mark("Appeal"),
    "left_out": mark("Left out of the statistics"),
    "is_complex": mark("Complex"),
    "called_on": mark("Called back on"),
    "contacted_on": mark("Reached on"),
    "corrected_on": mark("Corrected on"),
}

KINDS = {
    "move": mark("Change of status"),
    "unchanged": mark("Confirmed unchanged"),
    "note": mark("Note"),
    "due": mark("Due date"),
    "officer": mark("Officer in charge"),
    "propose": mark("Proposal of not applicable"),
    "decline": mark("Proposal declined"),
    "undo": mark("Undo"),
    "redo": mark("Redo"),
    "settle": mark("Dispute settled"),
    "redact": mark("Redaction"),
    "clock_doubt": mark("Doubt about a clock"),
    "catalogue": mark("Catalogue imported"),
    "import": mark("Import of the present ledger"),
    "merge": mark("Merged file"),
    "booking": mark("Booking"),
    "unit": mark("Unit"),
    "window": mark("Window"),
    "rule": mark("Rule"),
    "holiday": mark("Holiday"),
    "window_kind": mark("Kind of window"),
    "action": mark("Action edited"),
    "measure": mark("Measure edited"),
    "carry_over": mark("Carried over to the new edition"),
    "request": mark("Request registered"),
    "request_move": mark("Request moved"),
    "request_call": mark("Call-back"),
    "request_reopen": mark("Request reopened"),
    "request_split": mark("Request split"),
    "request_merge": mark("Requests merged"),
    "unmask": mark("Citizen's data looked at"),
    "purge": mark("Citizens' data purged"),
    "post_ratings": mark("Ratings of a day"),
    "paper_ballots": mark("Paper ballots"),
    "rate_request": mark("Rating by name"),
    "call_back_rater": mark("Call-back on a rating"),
    "correct_rating": mark("Bad rating corrected"),
    "complex_rating": mark("Bad rating found complex"),
    "appeal_rating": mark("Appeal against a rating"),
    "review_appeal": mark("Appeal reviewed"),
}

RECORDS = {
    "request": mark("Request"),
    "unit": mark("Unit"),
    "window": mark("Window"),
    "window_kind": mark("Kind of window"),
    "action": mark("Action"),
    "measure": mark("Measure"),
    "category": mark("Category"),
    "rule": mark("Rule"),
    "holiday": mark("Holiday"),
    "rating": mark("Rating"),
    "purge": mark("Purge"),
}
