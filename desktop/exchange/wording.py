"""Faults in words: where, what stood there, what would be right."""

from desktop import texts
from desktop.exchange import columns
from desktop.exchange.fault import Fault
from desktop.i18n import _, mark
from desktop.models.vocabulary import Status

SENTENCES = {
    "action_unknown": mark("no action has this code or exact title; the nearest is {right}"),
    "action_unknown:none": mark("no action has this code or exact title"),
    "already_in_book": mark("the book holds this action at this window already; change it there"),
    "bad_code": mark("a code is 1 to 40 letters, digits, dots, hyphens or underlines, as A01-01"),
    "bad_day": mark("this is no day; right would be {right}"),
    "bad_number": mark("a whole number of at most six digits is right"),
    "bad_org_code": mark("an organisation code has 12 digits"),
    "blank": mark("must not be blank"),
    "blank:warning": mark("is blank"),
    "chinese_in_english": mark("the English text holds Chinese characters"),
    "circle": mark("this unit lies under itself; name another parent"),
    "code_and_title_differ": mark("the code belongs to another action than the title “{title}”, whose code is {right}"),
    "column_missing": mark("this column is missing"),
    "column_twice": mark("this column is there twice"),
    "column_unknown": mark("this column is not known and is left out"),
    "commitment_twice": mark("the same action at the same window stands already at {first}"),
    "count_differs": mark("{value} found where {told} were announced"),
    "day_in_future": mark("a deed cannot lie in the future; today is {today}"),
    "limit_incomplete": mark("a legal limit needs both number and unit"),
    "map_id_kept": mark("what is the same or reworded keeps its id; right would be {right}"),
    "map_id_reused": mark("this id was born before; an id is never used again"),
    "map_kind": mark("codes and ids do not fit the relation “{kind}”"),
    "map_missing_new": mark("the map does not say where this new action comes from"),
    "map_missing_old": mark("the map does not say what becomes of this old action"),
    "map_twice": mark("the map names this new action more than once"),
    "map_unknown_new": mark("the new edition has no such action"),
    "map_unknown_old": mark("the edition before has no such action"),
    "no_chinese": mark("holds no Chinese character"),
    "no_column_for_cell": mark("this cell stands beyond the last column"),
    "not_a_choice": mark("right would be one of {right}"),
    "not_at_this_kind": mark("“{action}” does not apply to windows of the kind of “{window}”"),
    "number_jumps": mark("the numbering jumps; {right} was expected"),
    "on_the_spot_is_zero": mark("“on the spot” goes with 0, and 0 only with “on the spot”"),
    "one_root": mark("exactly one unit has no parent: the bureau"),
    "over_limit": mark("the promise is longer than the legal limit of {limit}"),
    "promise_incomplete": mark("a promise needs number, unit and start of the clock"),
    "promise_without_basis": mark("where the basis is “no promise”, number, unit and start of the clock stay blank"),
    "repeated_code": mark("the same code stands here twice"),
    "sheet_empty": mark("this sheet is missing or has no rows"),
    "sheet_twice": mark("this sheet is there twice"),
    "sheet_unknown": mark("this sheet is not part of a catalogue and is left out"),
    "sheet_without_heads": mark("no row of heads with an action and a status was found; the sheet is left out"),
    "source_wanted": mark("name the document that the official text comes from"),
    "status_of_bureau": mark("only the bureau gives this status; enter it as in place, the bureau verifies it"),
    "status_unknown": mark("nobody has said what this status means; right would be {states}"),
    "text_has_id": mark("holds a citizen's ID number; take it out"),
    "text_has_mobile": mark("holds a mobile number; take it out"),
    "text_too_long": mark("has {length} characters; at most {limit} are kept"),
    "too_long": mark("has {length} characters; at most {limit} are kept"),
    "twice": mark("stands already in row {first}"),
    "unknown_code": mark("{unknown} is not in the sheet {of}; right would be {right}"),
    "unknown_code:none": mark("{unknown} is not in the sheet {of}"),
    "unused": mark("no action names it"),
    "window_closed": mark("this window is closed"),
    "window_of_other_unit": mark("“{window}” belongs to another unit"),
    "window_unknown": mark("no window has this code or name; the nearest is {right}"),
    "window_unknown:none": mark("no window has this code or name"),
}

_LEDGER = {
    "action": mark("Action code"),
    "title": mark("Action"),
    "window": mark("Window"),
    "status": mark("Status"),
    "on_day": mark("Done on"),
    "due_on": mark("Due date"),
    "officer": mark("Officer in charge"),
    "note": mark("Note"),
}
_SHOWN = 40


def where(fault: Fault) -> str:
    """Return sheet, row and column of a fault in words."""
    sheet = _("Pasted text") if fault.sheet == "text" else columns.label(fault.sheet)
    if not fault.column:
        return _("{sheet}, row {row}").format(sheet=sheet, row=fault.row) if fault.row else sheet
    if not fault.row:
        return _("{sheet}, column {column}").format(sheet=sheet, column=column(fault))
    return _("{sheet}, row {row}, column {column}").format(sheet=sheet, row=fault.row, column=column(fault))


def column(fault: Fault) -> str:
    """Return the name of a fault's column in the language in use."""
    named = columns.label(fault.sheet, fault.column)
    return _(_LEDGER[fault.column]) if named == fault.column and fault.column in _LEDGER else named


def right(fault: Fault) -> str:
    """Return what is wrong and what would be right."""
    variant = "none" if "right" in fault.facts and not fault.facts["right"] else "warning" if fault.is_warning else ""
    sentence = SENTENCES.get(f"{fault.code}:{variant}") or SENTENCES[fault.code]
    states = _(", ").join(texts.status(status) for status in Status)
    of = columns.label(fault.facts.get("sheet", fault.sheet))
    return _(sentence).format(**{"value": fault.value, "states": states, "of": of, **_worded(fault)})


def _worded(fault: Fault) -> dict[str, str]:
    facts = dict(fault.facts)
    if fault.code == "not_a_choice":
        choices = [columns.choice_label(fault.column, code) for code in facts["right"].split("; ")]
        facts["right"] = _(", ").join(choices)
    if "kind" in facts:
        facts["kind"] = columns.choice_label("kind", facts["kind"])
    if ".." in facts.get("right", "") and fault.code == "bad_day":
        facts["right"] = _("a day from {first} to {last}").format(**_ends(facts["right"]))
    return facts


def _ends(days: str) -> dict[str, str]:
    first, _sep, last = days.partition("..")
    return {"first": first, "last": last}


def sentence(fault: Fault) -> str:
    """Return a fault as one sentence: where, what stood there, what would be right."""
    value = " ".join(fault.value.split())
    if not value or fault.code == "count_differs":
        return _("{where}: {right}.").format(where=where(fault), right=right(fault))
    short = value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"
    return _("{where}, “{value}”: {right}.").format(where=where(fault), value=short, right=right(fault))
