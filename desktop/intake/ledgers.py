"""Taking over the ledger an office kept until now: what it is read against, and the columns that are remembered."""

import json
from collections.abc import Mapping
from pathlib import Path

from desktop.commands.take_over import TakeOverLedger, states_for, touched
from desktop.exchange import ledger_take_over, workbook_guard
from desktop.exchange.ledger_take_over import Office, TakeOver
from desktop.exchange.workbook_guard import Sheet
from desktop.models.book import Book
from desktop.models.desk import Desk
from desktop.models.refusals import InputRefused
from desktop.models.writing import Posted

_MAPPING = ("mapping", "ledger")


def remembered(book: Book) -> dict[str, str]:
    """Return the columns of the last take-over: field to head, empty before the first."""
    kept = book.kept(*_MAPPING)
    return dict(json.loads(kept)) if kept else {}


def opened(path: Path) -> tuple[Sheet, ...]:
    """Return the sheets of a workbook. Raises InputRefused `no_such_file` and as `workbook_guard.read`."""
    if not path.is_file():
        raise InputRefused("no_such_file", name=str(path))
    return workbook_guard.read(path)


def read(
    book: Book, sheets: tuple[Sheet, ...], name: str, desk: Desk, *,
    window: str = "", mapping: Mapping[str, str] | None = None,
) -> TakeOver:  # fmt: skip
    """Read a ledger. `window`: the id of the one meant where a sheet names none; `mapping`: else the remembered one.

    Raises InputRefused as `ledger_take_over.read`. `name`: the file's.
    """
    catalogue = book.catalogue()
    units, states = catalogue.under(book.unit), states_for(desk.role)
    office = Office(catalogue, book.clock.today(), window, units, states, touched(book.commitments()))
    used = remembered(book) if mapping is None else mapping
    return ledger_take_over.read_sheets(sheets, office, used, name)


def take_over(book: Book, found: TakeOver, name: str, desk: Desk) -> Posted:
    """Enter the rows, one act and one undo, and remember the columns. `name`: the file's."""
    book.keep(*_MAPPING, json.dumps(found.mapping, ensure_ascii=False))
    return book.do(TakeOverLedger(found.rows, name), desk)
