"""The catalogue in force on a day, read out of the ledger."""

from collections.abc import Sequence
from datetime import date
from types import SimpleNamespace as Row

from desktop.models.bare import Cursor, rows
from desktop.models.catalogue import (
    Catalogue,
    Category,
    Edition,
    Measure,
    ServiceAction,
    ServiceWindow,
    Unit,
    WindowKind,
)
from desktop.models.vocabulary import Cadence
from desktop.models.workdays import Calendar


def editions(cursor: Cursor) -> list[Edition]:
    """Return every edition of the book, oldest first."""
    return [
        Edition(
            row.id, row.title_zh or "", row.title_en or "", row.origin or "", row.source or "",
            date.fromisoformat(row.from_day), row.number or "",
        )
        for row in rows(cursor, "SELECT * FROM edition ORDER BY from_day, id")
    ]  # fmt: skip


def begun(found: Sequence[Edition], day: date) -> Edition:
    """Return the edition in force of those given, oldest first: the latest that began by the day, else the first."""
    return next((edition for edition in reversed(found) if edition.from_day <= day), found[0])


def load(cursor: Cursor, edition: Edition) -> Catalogue:
    """Return the catalogue of an edition; units and windows of every day, for naming what was."""
    categories, measures, actions = (
        rows(cursor, f"SELECT * FROM {table} WHERE edition = :edition ORDER BY sort, code", edition=edition.id)
        for table in ("category", "measure", "action")
    )
    kinds, units, windows = (
        rows(cursor, f'SELECT * FROM "{table}" ORDER BY sort, id') for table in ("window_kind", "unit", "window")
    )
    return Catalogue(
        edition=edition,
        categories={row.code: Category(row.code, *_names(row)) for row in categories},
        measures={row.code: _measure(row) for row in measures},
        actions={row.action: _action(row) for row in actions},
        kinds={row.id: WindowKind(row.id, *_names(row)) for row in kinds},
        units={row.id: _unit(row) for row in units},
        windows={row.id: _window(row) for row in windows},
    )


def _names(row: Row) -> tuple[str, str]:
    return row.name_zh or "", row.name_en or ""


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _parts(text: str | None) -> tuple[str, ...]:
    return tuple(filter(None, (text or "").split(";")))


def _measure(row: Row) -> Measure:
    return Measure(
        row.code, row.title_zh or "", row.title_en or "", row.text_zh or "", row.text_en or "", row.audience or "",
        row.lead_dept or "",
    )  # fmt: skip


def _action(row: Row) -> ServiceAction:
    return ServiceAction(
        id=row.action, code=row.code, category=row.category or "",
        title_zh=row.title_zh or "", title_en=row.title_en or "",
        text_zh=row.text_zh or "", text_en=row.text_en or "",
        accept_zh=row.accept_zh or "", accept_en=row.accept_en or "",
        measures=_parts(row.measures), kinds=_parts(row.window_kinds), lead_dept=row.lead_dept or "",
        promise_value=row.promise_value, promise_unit=row.promise_unit or "",
        legal_value=row.legal_value, legal_unit=row.legal_unit or "", clock_from=row.clock_from or "",
        promise_basis=row.promise_basis or "", cadence=Cadence(row.cadence or "standing"),
        came_from=_parts(row.came_from),
    )  # fmt: skip


def _unit(row: Row) -> Unit:
    return Unit(
        row.id, row.kind or "", *_names(row), row.parent or "", _day(row.valid_from), _day(row.valid_to),
        row.successor or "", row.phone or "",
    )  # fmt: skip


def _window(row: Row) -> ServiceWindow:
    return ServiceWindow(
        row.id, row.unit or "", row.kind or "", *_names(row), row.phone or "", row.hours_zh or "", row.hours_en or "",
        _day(row.valid_from), _day(row.valid_to), row.successor or "",
    )  # fmt: skip


def calendar(cursor: Cursor) -> Calendar:
    """Return the calendar of workdays that the book holds."""
    found = rows(cursor, "SELECT * FROM holiday WHERE kind IS NOT NULL")
    return Calendar.of(
        {
            "date": row.id, "kind": row.kind, "status": row.status,
            "name_zh": row.name_zh or "", "name_en": row.name_en or "",
        }
        for row in found
    )  # fmt: skip


def numbers(cursor: Cursor) -> dict[str, int]:
    """Return the numbers of the rules that the bureau has changed, by name."""
    return {row.id: int(row.value) for row in rows(cursor, "SELECT * FROM rule WHERE value <> ''")}
