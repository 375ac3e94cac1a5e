"""A deed in one line, for undo, redo and messages: “一次性告知单 → 已落实”, “… 等 70 项”."""

from typing import TYPE_CHECKING

from desktop.i18n import _
from desktop.texts import names

if TYPE_CHECKING:  # the engine is not loaded before a book is opened
    from desktop.models.catalogue import Catalogue
    from desktop.models.journal import Line
    from desktop.models.undo import Step

_TELLING = ("status", "proposal", "due_on", "officer", "confirmed_on", "noted_on", "evidence_on")
"""The fields of a commitment, the most telling first."""


def deed(step: "Step | None", catalogue: "Catalogue | None" = None) -> str:
    """Return a step in one line, empty for None. With the catalogue actions and windows go by title, without by id."""
    if step is None:
        return ""
    if not step.changes:
        return names.kind(step.kind)
    line = min(step.changes, key=_rank)
    what = _what(line.record, catalogue)
    if step.count > 1:
        what = _("{what} and others, {n} in all").format(what=what, n=step.count)
    return _outcome(step, line, what)


def _rank(line: "Line") -> int:
    return _TELLING.index(line.field) if line.field in _TELLING else len(_TELLING)


def _what(record: str, catalogue: "Catalogue | None") -> str:
    kind, _sep, key = record.partition(":")
    if catalogue is None:
        return names.place(record)
    if kind == "commitment":
        action = catalogue.actions.get(key.partition("@")[0])
        return names.title(action) if action else key
    row = catalogue.windows.get(key) if kind == "window" else catalogue.units.get(key) if kind == "unit" else None
    return names.title(row) if row else names.place(record)


def _outcome(step: "Step", line: "Line", what: str) -> str:
    same = {one.after for one in step.changes if one.field == line.field}
    if line.field == "status" and len(same) == 1:
        return _("{what} → {value}").format(what=what, value=names.value("status", line.after))
    if line.field in ("due_on", "officer") and len(same) == 1:
        return _("{what}: {field} {value}").format(
            what=what, field=names.field(line.field), value=names.value(line.field, line.after)
        )
    return _("{what}: {kind}").format(what=what, kind=names.kind(step.kind))
