"""Words about requests that no table has: fields, channels, applicants, results, needs, as messages."""

from desktop.i18n import mark

FIELDS = {
    "number": mark("Case number"),
    "action": mark("Action"),
    "window": mark("Window"),
    "matter": mark("Matter"),
    "channel": mark("Channel"),
    "applicant": mark("Kind of applicant"),
    "registered_at": mark("Registered at"),
    "accepted_at": mark("Accepted at"),
    "started_at": mark("Time runs from"),
    "closed_at": mark("Closed at"),
    "promise": mark("Promised limit"),
    "legal": mark("Legal limit"),
    "due_on": mark("Due date"),
    "legal_due_on": mark("Legal due date"),
    "stops": mark("Clock stopped"),
    "extension": mark("Extension"),
    "approval": mark("Approved by"),
    "noticed_on": mark("Applicant told on"),
    "handler": mark("Handler"),
    "result": mark("Result"),
    "target": mark("Passed on to"),
    "follows": mark("Follows request"),
    "part_of": mark("Part of request"),
    "same_as": mark("Merged into"),
    "called_on": mark("Called back on"),
    "reached": mark("Answer on the telephone"),
    "calls": mark("Calls tried"),
    "rating": mark("Rating"),
    "level": mark("Level of satisfaction"),
    "rect_due_on": mark("Correction due"),
    "assignee": mark("Corrected by"),
    "correction": mark("Result of the correction"),
    "token": mark("Mark of the form"),
    "unmasked_on": mark("Citizen's data looked at on"),
}

CHANNELS = {
    "counter": mark("At the counter"),
    "telephone": mark("By telephone"),
    "online": mark("Online"),
    "mailbox": mark("Mailbox"),
    "letter": mark("Letter"),
    "visit": mark("Petition in person"),
}

APPLICANTS = {"person": mark("Person"), "firm": mark("Firm")}

RESULTS = {
    "granted": mark("Granted"),
    "refused": mark("Refused"),
    "answered": mark("Answered"),
    "handled": mark("Handled"),
}

CORRECTIONS = {
    "corrected": mark("Corrected"),
    "explained": mark("Explained to the applicant"),
    "unfounded": mark("Unfounded"),
}

ANSWERS = {
    "satisfied": mark("Satisfied"),
    "neutral": mark("Neither satisfied nor dissatisfied"),
    "dissatisfied": mark("Dissatisfied"),
    "nobody": mark("Nobody reached"),
}

VALUES = {
    "channel": CHANNELS,
    "applicant": APPLICANTS,
    "result": RESULTS,
    "correction": CORRECTIONS,
    "reached": ANSWERS,
}
"""Fields whose values are codes, and what the codes are called."""

UNITS = {
    "on_the_spot": mark("on the spot"),
    "minute": mark("{n} minutes"),
    "hour": mark("{n} hours"),
    "day": mark("{n} days"),
    "workday": mark("{n} workdays"),
    "month": mark("{n} months"),
}
"""Limits as their fields have them, `10 workday`."""

NEEDS = {
    "note": mark("Note"),
    "reason": mark("Reason"),
    "notice": mark("Notice to the applicant"),
    "target": mark("Passed on to"),
    "handler": mark("Handler"),
    "result": mark("Result"),
    "approval": mark("Approval and extension"),
    "rating": mark("Level of satisfaction"),
    "assignee": mark("Corrected by"),
    "deadline": mark("Due date"),
    "callback": mark("Call-back"),
}
