"""Write what the screen shows as a workbook: the same figures, as of the same day, from the same catalogue."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from desktop import texts
from desktop.exchange.sheet_writer import SheetWriter, Value, written
from desktop.i18n import _, mark
from desktop.models import totals
from desktop.models.board import Board
from desktop.models.commitment import Commitment
from desktop.models.totals import Tally, Totals
from desktop.models.underway import Told, unheard
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.texts.names import Named, Titled

_HEAD_ROWS = 4
_OFTEN = 500
"""Rows of the list between two words on how far the writing is."""
_SHARE_OF_LIST = 0.5
"""Filling the list takes about half of the whole; the other half packs it, in one piece."""
_GROUPS = (
    (mark("By category"), totals.by_category, "categories"),
    (mark("By measure"), totals.by_measure, "measures"),
    (mark("By unit"), totals.by_unit, "units"),
    (mark("By county"), totals.by_county, "units"),
    (mark("By window"), totals.by_window, "windows"),
)


class Listing(Protocol):
    """A list in words as a page shows it."""

    @property
    def title(self) -> str:
        """The name of its sheet."""

    @property
    def heads(self) -> tuple[str, ...]:
        """The heads of its columns."""

    @property
    def lines(self) -> tuple[tuple[str, ...], ...]:
        """Its lines."""


@dataclass(frozen=True, slots=True)
class _Export:
    board: Board
    writer: SheetWriter

    def sheet(self, name: str, widths: Sequence[float], heads: Sequence[str], fixed: int) -> Any:  # noqa: ANN401 - xlsxwriter ships no types
        """Add a sheet that says what it is: title, as of when, heard up to where, from which catalogue."""
        sheet = self.writer.sheet(name, widths)
        self.writer.row(sheet, 0, (texts.title(self.board.catalogue.edition),), self.writer.title)
        self.writer.row(sheet, 1, (" · ".join(about(self.board)),))
        self.writer.row(sheet, _HEAD_ROWS - 1, heads, self.writer.head)
        sheet.freeze_panes(_HEAD_ROWS, fixed)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.repeat_rows(_HEAD_ROWS - 1)
        return sheet


def about(board: Board) -> tuple[str, str, str, str]:
    """Return as of when, heard up to where, which catalogue, and whether that is the official text."""
    edition = board.catalogue.edition
    is_official = edition.origin == "official"
    return (
        _("As of {day}").format(day=board.as_of.isoformat()),
        _("Entries received up to No. {heard}").format(heard=board.heard),
        _("Catalogue {edition}").format(edition=edition.id),
        _("Official text") if is_official else _("Starter catalogue, not the official text"),
    )


def write(
    path: Path, board: Board, commitments: Sequence[Commitment], listing: Listing | None = None, told: Told = unheard
) -> None:  # fmt: skip
    """Write a workbook of four sheets: about, board, list, totals; before them the listing, when there is one.

    `board` may be a part of one (`board_cut.cut`); `commitments` are the rows of the list in their order. The same
    content gives the same bytes. Raises InputRefused `file_unwritable`.
    """
    with written(path, texts.title(board.catalogue.edition), board.as_of) as writer:
        export = _Export(board, writer)
        if listing is not None:
            _listing(export, listing)
        _about(export)
        _board(export)
        _list(export, commitments, told)
        _totals(export)
        told(_SHARE_OF_LIST)


def _listing(export: _Export, listing: Listing) -> None:
    longest = (max(map(len, column)) for column in zip(listing.heads, *listing.lines, strict=True))
    widths = [min(44, max(10, 2 * length)) for length in longest]
    sheet = export.sheet(listing.title, widths, listing.heads, 0)
    last = _HEAD_ROWS - 1
    for last, line in enumerate(listing.lines, _HEAD_ROWS):
        export.writer.row(sheet, last, line)
    sheet.autofilter(_HEAD_ROWS - 1, 0, last, len(listing.heads) - 1)


def _about(export: _Export) -> None:
    whole = totals.whole(export.board)
    sheet = export.sheet(
        _("Reading notes"), (34, 14, 14, 14), (_("Figure"), _("Value"), _("Numerator"), _("Denominator")), 1
    )
    rates = (
        (_("In-place rate"), _share(whole.in_place_rate), whole.in_place, whole.applicable),
        (_("Verified rate"), _share(whole.verified_rate), whole.counts[Status.VERIFIED], whole.applicable),
    )
    counts = [(name, value) for name, value in zip(_heads()[2:], _counts(whole), strict=True)]
    notes = (
        _("In-place rate = (in place + verified) / applicable; verified rate = verified / applicable."),
        _("Not applicable is outside the denominator. A disputed commitment is never counted as verified."),
    )
    for at, row in enumerate([*rates, *counts, (), *((note,) for note in notes)], _HEAD_ROWS):
        export.writer.row(sheet, at, row)


def _share(rate: float | None) -> float | None:
    """Return a rate at a tenth of a percent, as it is printed everywhere."""
    return None if rate is None else texts.rounded(rate, 1)


def _board(export: _Export) -> None:
    board, categories = export.board, export.board.catalogue.categories
    heads = [_("Category"), _("Code"), _("Action"), *(texts.title(window) for window in board.windows)]
    sheet = export.sheet(_("Board"), (14, 9, 34, *(12 for _window in board.windows)), heads, 3)
    for row, action in enumerate(board.actions):
        category = categories.get(action.category)
        names = (texts.title(category) if category else "", action.code, texts.title(action))
        states = (_state(board, row, column) for column in range(len(board.windows)))
        export.writer.row(sheet, row + _HEAD_ROWS, (*names, *states))


def _state(board: Board, row: int, column: int) -> str:
    cell = board.cell(row, column)
    if cell is None:
        return ""
    disputed = [texts.mark(Mark.DISPUTED)] if cell.marks & Mark.DISPUTED else []
    return " ".join([texts.status(cell.status), *disputed])


def _list(export: _Export, commitments: Sequence[Commitment], told: Told) -> None:
    catalogue = export.board.catalogue
    heads = (
        _("Commitment"), _("Category"), _("Code"), _("Action"), _("Window"), _("Unit"), _("Status"), _("Warnings"),
        _("Due date"), _("Officer in charge"), _("Status since"), _("Evidence of"), _("Confirmed unchanged on"),
    )  # fmt: skip
    widths = (16, 14, 9, 34, 28, 24, 12, 18, 12, 12, 12, 12, 12)
    sheet = export.sheet(_("List"), widths, heads, 4)
    last = _HEAD_ROWS - 1
    for last, one in enumerate(commitments, _HEAD_ROWS):
        if last % _OFTEN == 0:
            told(_SHARE_OF_LIST * last / (len(commitments) + _HEAD_ROWS))
        action, window = catalogue.actions[one.action], catalogue.windows[one.window]
        category, unit = catalogue.categories.get(action.category), catalogue.units.get(window.unit)
        names = (texts.title(category) if category else "", action.code, texts.title(action), texts.title(window))
        more = (texts.title(unit) if unit else window.unit, texts.status(one.status), ", ".join(_warnings(one)))
        days = (one.status_on, one.evidence_on, one.confirmed_on)
        export.writer.row(sheet, last, (one.id, *names, *more, one.due_on, one.officer, *days))
    sheet.autofilter(_HEAD_ROWS - 1, 0, last, len(heads) - 1)


def _warnings(one: Commitment) -> Iterator[str]:
    yield from (texts.lamp(lamp) for lamp in Lamp if one.lamps & lamp)
    yield from (texts.mark(fact) for fact in Mark if one.marks & fact)


def _heads() -> list[str]:
    states = [texts.status(status) for status in Status if status is not Status.NOT_APPLICABLE]
    return [
        _("Group"), _("Name"), _("Applicable"), *states, texts.status(Status.NOT_APPLICABLE), texts.lamp(Lamp.OVERDUE),
        texts.lamp(Lamp.DUE_SOON), texts.lamp(Lamp.STALE), texts.lamp(Lamp.SILENT), texts.mark(Mark.UNREPORTED),
        texts.mark(Mark.DISPUTED),
    ]  # fmt: skip


def _counts(tally: Tally) -> list[int]:
    states = [tally.counts[status] for status in Status if status is not Status.NOT_APPLICABLE]
    return [
        tally.applicable, *states, tally.not_applicable, tally.overdue, tally.due_soon, tally.stale, tally.silent,
        tally.unreported, tally.disputed,
    ]  # fmt: skip


def _totals(export: _Export) -> None:
    rates = (_("In place, numerator"), _("In-place rate"), _("Verified, numerator"), _("Verified rate"))
    heads = [*_heads(), *rates]
    sheet = export.sheet(_("Totals"), (14, 34, *(11 for _head in heads[2:])), heads, 2)
    rows = [_tally_row(_("Whole"), "", totals.whole(export.board))]
    for name, grouped, table in _GROUPS:
        rows += _group_rows(_(name), getattr(export.board.catalogue, table), grouped(export.board))
    for at, row in enumerate(rows, _HEAD_ROWS):
        export.writer.row(sheet, at, row)


def _group_rows(group: str, table: Mapping[str, Titled | Named], found: Totals) -> list[list[Value]]:
    """Return a row for each group; a group without key holds what belongs to none."""
    return [_tally_row(group, _named(table, tally.key), tally) for tally in found.groups]


def _named(table: Mapping[str, Titled | Named], key: str | None) -> str:
    if key is None:
        return _("(none)")
    return texts.title(table[key]) if key in table else key


def _tally_row(group: str, name: str, tally: Tally) -> list[Value]:
    rates = (tally.in_place, _share(tally.in_place_rate), tally.counts[Status.VERIFIED], _share(tally.verified_rate))
    return [group, name, *_counts(tally), *rates]
