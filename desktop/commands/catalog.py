"""Deeds on the catalogue: what may be edited beside the locked wording, and carrying states over to a new edition."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from desktop.commands import bureau
from desktop.commands.bureau import Values
from desktop.commands.take_over import stands
from desktop.models import plain_text
from desktop.models.catalogue import Catalogue, ServiceAction, ServiceWindow
from desktop.models.desk import Desk
from desktop.models.draft import Change, Draft
from desktop.models.reader import Reader
from desktop.models.refusals import InputRefused, RuleBroken
from desktop.models.vocabulary import Cadence, Status

LOCKED = frozenset({"title_zh", "text_zh", "code", "category", "edition", "action", "origin", "came_from", "sort"})
"""The wording and place of an action or measure: a new edition changes them, nobody else."""

_ACTION = (
    "short_zh", "short_en", "title_en", "text_en", "accept_zh", "accept_en", "lead_dept", "measures", "window_kinds",
    "promise_value", "promise_unit", "clock_from", "promise_basis", "legal_value", "legal_unit", "cadence", "sources",
)  # fmt: skip
_MEASURE = ("title_en", "text_en", "audience", "lead_dept")
_LONG = dict.fromkeys(("text_en", "accept_zh", "accept_en", "sources"), plain_text.NOTE_LIMIT)
_CHOICES = {
    "cadence": frozenset(Cadence),
    "promise_basis": frozenset({"rule", "practice", "starter", "none"}),
    "promise_unit": frozenset({"on_the_spot", "minute", "hour", "day", "workday", "month"}),
    "legal_unit": frozenset({"on_the_spot", "minute", "hour", "day", "workday", "month"}),
    "clock_from": frozenset(
        {"receipt", "request", "acceptance", "dispatch", "event", "made", "close", "rating", "period"}
    ),
    "audience": frozenset({"people", "enterprise", "both"}),
}
_NUMBERS = ("promise_value", "legal_value")


def editable(kind: str) -> tuple[str, ...]:
    """Return the fields of an `action` or a `measure` that may be edited, in the order of a form."""
    return {"action": _ACTION, "measure": _MEASURE}[kind]


def _in_force(reader: Reader) -> Catalogue:
    if reader.catalogue is None:
        raise RuleBroken("no_catalogue")
    return reader.catalogue


def _refuse_locked(values: Values) -> None:
    for field in values:
        if field in LOCKED:
            raise RuleBroken("field_locked", field=field)


def _refuse_words(values: Values, catalogue: Catalogue) -> None:
    """Refuse words out of no list, numbers that are none, and codes that the catalogue does not know."""
    lists: Mapping[str, Mapping[str, object]] = {
        "lead_dept": catalogue.units, "measures": catalogue.measures, "window_kinds": catalogue.kinds,
    }  # fmt: skip
    for field, value in values.items():
        if value and field in _CHOICES:
            bureau.refuse_value(field, value, _CHOICES[field])
        elif value and field in _NUMBERS and not (value.isascii() and value.isdigit() and len(value) <= 6):
            raise InputRefused("bad_number", field=field, value=value)
        elif value and field in lists:
            for code in value.split(";"):
                bureau.refuse_value(field, code, lists[field])


@dataclass(frozen=True, slots=True)
class EditAction:
    """Edit an action of the edition in force beside its locked wording: criteria, promise, windows, short name."""

    action: str
    values: Values
    reason: str = ""

    kind = "action"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken `right_missing`, `field_locked`, `unknown_action`; InputRefused."""
        bureau.refuse_others(reader, desk)
        catalogue = _in_force(reader)
        if self.action not in catalogue.actions:
            raise RuleBroken("unknown_action", code=self.action)
        _refuse_locked(self.values)
        values = bureau.written(self.values, _ACTION, _LONG)
        _refuse_words(values, catalogue)
        record = f"action:{catalogue.edition.id}/{self.action}"
        bureau.refuse_missing(record, reader.standing(record), values, ("window_kinds", "cadence"))
        return [Draft(bureau.changes(record, values), reason=plain_text.note(self.reason))]


@dataclass(frozen=True, slots=True)
class EditMeasure:
    """Edit a measure of the edition in force beside its locked wording."""

    measure: str
    values: Values
    reason: str = ""

    kind = "measure"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises as `EditAction`, `unknown_measure` for one that is not in force."""
        bureau.refuse_others(reader, desk)
        catalogue = _in_force(reader)
        if self.measure not in catalogue.measures:
            raise RuleBroken("unknown_measure", code=self.measure)
        _refuse_locked(self.values)
        values = bureau.written(self.values, _MEASURE, _LONG)
        _refuse_words(values, catalogue)
        return [
            Draft(
                bureau.changes(f"measure:{catalogue.edition.id}/{self.measure}", values),
                reason=plain_text.note(self.reason),
            )
        ]


_WEAKEST = (
    Status.RELAPSED, Status.RETURNED, Status.BLOCKED, Status.NOT_STARTED, Status.IN_PROGRESS, Status.IN_PLACE,
    Status.VERIFIED, Status.NOT_APPLICABLE,
)  # fmt: skip
"""A merged action stands no better than its weakest part; what does not apply does not count among others."""
_EARLIEST = ("due_on", "evidence_on", "confirmed_on")


@dataclass(frozen=True, slots=True)
class CarryOver:
    """Carry states over to the split and merged actions of the edition in force, where nobody has touched them yet.

    One entry for each new action, all of them one act, one undo. Doing it again carries over only what is still open.
    """

    kind = "carry_over"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return the drafts, none when nothing is open. Raises RuleBroken for anybody but the bureau."""
        bureau.refuse_others(reader, desk)
        catalogue, scope = _in_force(reader), reader.scope()
        windows = [window for window in catalogue.windows.values() if window.unit in scope]
        return list(_carried(reader, catalogue, windows))


def _carried(reader: Reader, catalogue: Catalogue, windows: list[ServiceWindow]) -> Iterator[Draft]:
    for action in catalogue.actions.values():
        here = [window for window in windows if window.kind in action.kinds] if action.came_from else []
        changes = [change for window in here for change in _of_window(reader, action, window)]
        if changes:
            yield Draft(tuple(changes), note=f"{'; '.join(action.came_from)} → {action.id}")


def _of_window(reader: Reader, action: ServiceAction, window: ServiceWindow) -> Iterator[Change]:
    key = f"{action.id}@{window.id}"
    olds = [reader.commitment(f"{old}@{window.id}") for old in action.came_from]
    if stands(reader.commitment(key)) or not any(map(stands, olds)):
        return
    states = [Status(old.get("status") or Status.NOT_STARTED) for old in olds]
    yield Change(f"commitment:{key}", "status", min(states, key=_WEAKEST.index))
    for field in _EARLIEST:
        days = [old[field] for old in olds if old.get(field)]
        if days and (field == "due_on" or len(days) == len(olds)):
            yield Change(f"commitment:{key}", field, min(days))
    officers = [old["officer"] for old in olds if old.get("officer")]
    if officers:
        yield Change(f"commitment:{key}", "officer", officers[0])
