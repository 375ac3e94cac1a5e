"""Sentences for the catalogue, the organisation and what offices hand in, by code."""

from desktop.i18n import mark

OFFICES = {
    "already_in_book": mark("{id} is in this book already; change it there instead of taking it over again."),
    "bad_code": mark("“{value}” cannot be a code; 1 to 40 letters, digits, dots, hyphens or underlines are right."),
    "bad_number": mark("“{value}” is not a number that {field} can take; write a whole number of at most six digits."),
    "bureau_state": mark("{id} cannot be taken over as {status} by {role}; enter it as in place, the bureau verifies."),
    "days_reversed": mark("The last day, {last}, lies before the first, {first}."),
    "field_locked": mark("{field} belongs to the wording of the edition and is locked; import a new edition instead."),
    "field_missing": mark("{record} cannot be without {field}."),
    "holiday_of_other_year": mark("{day} does not lie in {year}; a notice is entered year by year."),
    "holiday_twice": mark("{day} is named twice; each day stands once in a notice."),
    "ledger_without_heads": mark(
        "{name} has no row of heads with an action and a status near its top, such as action code, window, status."
    ),
    "no_holidays": mark("No day is named for {year}; a notice names at least one."),
    "number_out_of_range": mark("{value} is out of range; a number from {first} to {last} is right."),
    "text_without_items": mark(
        "The text holds no numbered items; chapters, sections and items must carry their numbers."
    ),
    "unit_circle": mark("{unit} would lie under itself below {parent}; choose another parent."),
    "unknown_field": mark("{field} cannot be edited here."),
    "unknown_measure": mark("The catalogue in force has no measure “{code}”."),
    "unknown_value": mark("“{value}” cannot stand in {field}; right would be one of {right}."),
}
