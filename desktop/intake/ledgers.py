"""Taking over the ledger an office kept until now: what it is read against, and the columns that are remembered."""

import json
from collections.abc import Mapping
from pathlib import Path

from desktop.commands.take_over import TakeOverLedger, states_for, touched
from desktop.exchange import ledger_take_over
from desktop.exchange.ledger_take_over import Office, TakeOver
from desktop.models.book import Book
from desktop.models.desk import Desk
from desktop.models.refusals import InputRefused
from desktop.models.writing import Posted

_MAPPING = ("mapping", "ledger")


def remembered(book: Book) -> dict[str, str]:
    """Return the columns of the last take-over: field to head, empty before the first."""
    kept = book.kept(*_MAPPING)
    return dict(json.loads(kept)) if kept else {}


def read(
    book: Book, path: Path, desk: Desk, window: str = "", mapping: Mapping[str, str] | None = None
) -> TakeOver:  # fmt: skip
    """Read a workbook. `window`: the id of the one meant where a sheet names none; `mapping`: else the remembered one.

    Raises InputRefused `no_such_file` and as `ledger_take_over.read`.
    """
    if not path.is_file():
        raise InputRefused("no_such_file", name=str(path))
    catalogue = book.catalogue()
    units, states = catalogue.under(book.unit), states_for(desk.role)
    office = Office(catalogue, book.clock.today(), window, units, states, touched(book.commitments()))
    return ledger_take_over.read(path, office, remembered(book) if mapping is None else mapping)


def take_over(book: Book, found: TakeOver, name: str, desk: Desk) -> Posted:
    """Enter the rows, one act and one undo, and remember the columns. `name`: the file's."""
    book.keep(*_MAPPING, json.dumps(found.mapping, ensure_ascii=False))
    return book.do(TakeOverLedger(found.rows, name), desk)
