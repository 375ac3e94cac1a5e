"""Sentences for rules of the trade, and for text and days as people type them, by code."""

from desktop.i18n import mark

RULES = {
    "unknown_action": mark(
        "The catalogue in force has no action “{code}”; a commitment is written action@window, such as A07-02@W101."
    ),
    "unknown_window": mark(
        "There is no window “{code}” in this book; a commitment is written action@window, such as A07-02@W101."
    ),
    "no_commitment": mark("{id} does not exist: this action does not apply to windows of kind {kind}."),
    "window_closed": mark("Window {window} is not open today, so nothing can be written for it."),
    "other_unit": mark(
        "This window belongs to unit {unit}, which writes for it, as does the bureau; this book may write for {own} "
        "and the units below it."
    ),
    "role_not_here": mark(
        "{role} cannot act in the book of unit {unit}, only in a bureau's; here act its window staff and its chief."
    ),
    "nothing_chosen": mark("Nothing is chosen; name at least one commitment."),
    "changed_meanwhile": mark("{id} has changed meanwhile and is now {status}; look at it again before deciding."),
    "no_such_move": mark("{id} is {origin}; from there no move leads to {to}, only to {moves}."),
    "no_such_move:same": mark("{id} is {origin} already; to say that nothing has changed, confirm it as unchanged."),
    "no_such_move:none": mark("{id} is {origin}; from there no move leads to {to}."),
    "role_may_not": mark("{role} may not move {id} from {origin} to {to}; this is for {roles}."),
    "may_only_propose": mark(
        "{to} of {id} is confirmed by {roles}, not by {role}; the chief of the unit may propose it with a reason."
    ),
    "needs_note": mark("A note is missing for {id}: say what was done."),
    "needs_evidence": mark("Evidence is missing for {id}: attach a photo or a file that shows it."),
    "needs_reason": mark("A reason is missing for {id}: say why."),
    "needs_deadline": mark("A due date is missing for {id}: say by when it has to be put right."),
    "due_is_set": mark("{id} is due on {due_on} already; only the chief of the unit or the bureau may move that day."),
    "extension_needs_reason": mark("{id} is due on {due_on} already; moving that day needs a reason."),
    "chief_proposes": mark("{role} may not propose “not applicable”; this is for the chief of the unit."),
    "bureau_only": mark("{role} may not do this; it is for the bureau's administrator."),
    "nothing_proposed": mark("Nothing is proposed for {id}, so there is nothing to decline."),
    "future_day": mark("{day} lies ahead of today, {today}; a day of the past or today is needed."),
    "day_only_in_practice": mark("This is a real book: the day of today can be chosen in a practice book only."),
    "later_stamp": mark("This book holds entries of {newest}, so {day} cannot be today; choose {newest} or later."),
    "practice_mixed": mark(
        "Practice and real work are never mixed: the entries of {device} do not belong in this ledger."
    ),
    "booking_rested_on": mark(
        "Import {booking} cannot be taken back: entries made here rest on it; take those back first."
    ),
    "booking_receipted": mark("Import {booking} cannot be taken back: a receipt for it has left this computer."),
    "nothing_to_undo": mark("There is nothing to undo."),
    "nothing_to_redo": mark("There is nothing to redo; redo follows an undo, before anything else is done."),
    "undo_other_role": mark("This deed was done as {role}; it takes that role, or a higher one, to undo it."),
    "undo_needs_reason": mark("This deed was done on {day}; undoing a deed of an earlier day needs a reason."),
    "undo_unknown": mark("This book has no deed of its own with stamp {stamp}; the history shows the stamps."),
    "undo_never": mark("“{deed}” cannot be undone; it stays in the journal."),
    "undo_not_standing": mark("The deed with stamp {stamp} cannot be undone: it was undone already, or is final."),
    "undo_moved_on": mark(
        "{record} has changed since: {field} is now {value}; undo that later deed first, or make a new change."
    ),
    "text_too_long": mark("The text has {length} characters; at most {limit} can be kept."),
    "text_has_mobile": mark(
        "The text holds a mobile number; a note is kept for ever, so leave citizens' telephone numbers out of it."
    ),
    "text_has_id": mark(
        "The text holds a resident identity number; a note is kept for ever, so leave such numbers out of it."
    ),
    "day_unreadable": mark("“{value}” is not a day that can be read; write it like {right}."),
    "day_impossible": mark("The calendar has no day “{value}”; it must lie in {right}."),
    "unknown_status": mark("There is no state “{value}”; the states are {right}."),
    "unknown_choice": mark("“{value}” is not right for {option}; these are: {right}."),
    "not_a_setting": mark("“{value}” does not say what to change; write field=value, such as phone=0317-1234567."),
    "not_a_number": mark("“{value}” is not a number; write a whole number from 0 on."),
    "limit_unreadable": mark("“{value}” is not a length of time; write a number and a unit, such as {right}."),
    "limit_out_of_range": mark("A limit of {value} cannot be counted; the number lies in {right}."),
    "extension_adds_nothing": mark("An extension must add time; “on the spot” adds none."),
    "one_extension": mark("A request can be extended once only; name one extension."),
    "stop_unreadable": mark("“{value}” is not a stop; write its first and last day like {right}."),
    "stop_backwards": mark("The stop of {first} ends before it begins, on {last}."),
    "time_unreadable": mark("“{value}” is not a time of day; write it like {right}."),
    "start_without_time": mark("Hours and minutes run from a time of day; write the start like {day}T10:30."),
}
