"""The catalogue in force on a day, read out of the ledger."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Table, select

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
from desktop.models.records import KINDS
from desktop.models.vocabulary import Cadence
from desktop.models.workdays import Calendar


def editions(connection: Connection) -> list[Edition]:
    """Return every edition of the book, oldest first."""
    table = KINDS["edition"].table
    rows = connection.execute(select(table).order_by(table.c.from_day, table.c.id)).all()
    return [
        Edition(
            row.id, row.title_zh or "", row.title_en or "", row.origin or "", row.source or "",
            date.fromisoformat(row.from_day), row.number or "",
        )
        for row in rows
    ]  # fmt: skip


def begun(found: Sequence[Edition], day: date) -> Edition:
    """Return the edition in force of those given, oldest first: the latest that began by the day, else the first."""
    return next((edition for edition in reversed(found) if edition.from_day <= day), found[0])


def load(connection: Connection, edition: Edition) -> Catalogue:
    """Return the catalogue of an edition; units and windows of every day, for naming what was."""
    return Catalogue(
        edition=edition,
        categories={row.code: Category(row.code, *_names(row)) for row in _of(connection, "category", edition)},
        measures={row.code: _measure(row) for row in _of(connection, "measure", edition)},
        actions={row.action: _action(row) for row in _of(connection, "action", edition)},
        kinds={row.id: WindowKind(row.id, *_names(row)) for row in _all(connection, KINDS["window_kind"].table)},
        units={row.id: _unit(row) for row in _all(connection, KINDS["unit"].table)},
        windows={row.id: _window(row) for row in _all(connection, KINDS["window"].table)},
    )


def _of(connection: Connection, kind: str, edition: Edition) -> list[Row[Any]]:
    table = KINDS[kind].table
    query = select(table).where(table.c.edition == edition.id)
    return list(connection.execute(query.order_by(table.c.sort, table.c.code)))


def _all(connection: Connection, table: Table) -> list[Row[Any]]:
    return list(connection.execute(select(table).order_by(table.c.sort, table.c.id)))


def _names(row: Row[Any]) -> tuple[str, str]:
    return row.name_zh or "", row.name_en or ""


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _parts(text: str | None) -> tuple[str, ...]:
    return tuple(filter(None, (text or "").split(";")))


def _measure(row: Row[Any]) -> Measure:
    return Measure(
        row.code, row.title_zh or "", row.title_en or "", row.text_zh or "", row.text_en or "", row.audience or "",
        row.lead_dept or "",
    )  # fmt: skip


def _action(row: Row[Any]) -> ServiceAction:
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


def _unit(row: Row[Any]) -> Unit:
    return Unit(
        row.id, row.kind or "", *_names(row), row.parent or "", _day(row.valid_from), _day(row.valid_to),
        row.successor or "", row.phone or "",
    )  # fmt: skip


def _window(row: Row[Any]) -> ServiceWindow:
    return ServiceWindow(
        row.id, row.unit or "", row.kind or "", *_names(row), row.phone or "", row.hours_zh or "", row.hours_en or "",
        _day(row.valid_from), _day(row.valid_to), row.successor or "",
    )  # fmt: skip


def calendar(connection: Connection) -> Calendar:
    """Return the calendar of workdays that the book holds."""
    rows = connection.execute(select(KINDS["holiday"].table))
    return Calendar.of({"date": row.id, "kind": row.kind, "status": row.status} for row in rows if row.kind)


def numbers(connection: Connection) -> dict[str, int]:
    """Return the numbers of the rules that the bureau has changed, by name."""
    rows = connection.execute(select(KINDS["rule"].table))
    return {row.id: int(row.value) for row in rows if row.value}
