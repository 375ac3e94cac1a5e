"""Sentences for deeds on requests that are refused, by code."""

from desktop.i18n import mark

REQUESTS = {
    "unknown_request": mark("There is no request “{id}” in this book; a number is written W101-20260930-AB007."),
    "request_ambiguous": mark("“{id}” is the number of several requests: {right}. Give the whole id of one of them."),
    "request_merged": mark("{id} was merged into {into}; go on there."),
    "request_role": mark("{role} may not register or sort requests; this is for {roles}."),
    "request_no_move": mark("{id} is {origin}; from there no move leads to {to}, only to {ways}."),
    "request_no_move:same": mark("{id} is {origin} already; from there moves lead to {ways}."),
    "request_no_move:none": mark(
        "{id} is {origin} and ended; no move leads to {to}. To take the matter up again, reopen it under a new number."
    ),
    "request_role_may_not": mark("{role} may not move {id} from {origin} to {to}; this is for {roles}."),
    "request_not_ended": mark("{id} is {status} and goes on; only an ended request can be reopened."),
    "request_ended": mark("{id} is {status} and does not go on; it can be neither split nor merged."),
    "request_holds_others": mark("{other} was merged into {id}, so {id} cannot be merged away; merge the other way."),
    "merged_with_itself": mark("{id} cannot be merged into itself; name another request."),
    "registered_already": mark("This form was registered already, as {number} ({id}); open a new form for a new case."),
    "extended_already": mark("{id} was extended already ({extension}); a request is extended once."),
    "no_slip": mark("There is no such slip for {id}: it was never moved where that notice is due."),
    "not_on_small_paper": mark("Only the receipt is printed on A6; leave --small away, or take --kind receipt."),
    "needs_notice": mark("What the applicant was told in writing is missing for {id}."),
    "needs_target": mark("The office to which {id} is passed on is missing."),
    "needs_handler": mark("The name of who handles {id} is missing."),
    "needs_result": mark("A result is missing for {id}: say what came of it."),
    "needs_approval": mark("For {id} it is missing who approved the extension, and by how much."),
    "needs_rating": mark("The level of satisfaction is missing for {id}, from 1 to 5."),
    "needs_assignee": mark("The name of who has to put {id} right is missing."),
    "needs_callback": mark("The call-back is missing for {id}: say what the applicant answered."),
}
