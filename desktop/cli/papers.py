"""Commands that write files for people: report, export."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from desktop.cli import output, values
from desktop.cli.call import Call, Runner
from desktop.exchange import spreadsheet
from desktop.i18n import _
from desktop.models.book import Book
from desktop.models.refusals import InputRefused
from desktop.reports import facts, implementation, rating_facts, satisfaction_sheet, window_sheet
from desktop.reports.press import Written


def _report(call: Call) -> int:
    options = call.options
    with call.book() as book:
        written = _WRITERS[options.kind](call, book)
    return tell(written)


def tell(written: Written) -> int:
    """Say what was written, and which characters have no glyph on this computer; return the exit code."""
    output.say(_("{path}: {n} pages").format(path=written.path, n=written.pages))
    if written.missing:
        output.complain(
            _("No typeface on this computer has these characters; 〓 stands for them: {characters}").format(
                characters=written.missing
            )
        )
    return 0


def _implementation(call: Call, book: Book) -> Written:
    if call.options.window:
        raise InputRefused("no_window_here")
    found = facts.implementation(book, as_of=call.as_of, heard=call.options.heard)
    return implementation.write(found, writable(call.options.out))


def _sheets(call: Call, book: Book) -> Written:
    windows = None
    if call.options.window:
        catalogue = book.catalogue(call.as_of)
        windows = (values.one_of(call.options.window, catalogue.windows, "--window"),)
    found = facts.sheets(book, windows, as_of=call.as_of, heard=call.options.heard)
    return window_sheet.write(found, writable(call.options.out))


def _satisfaction(call: Call, book: Book) -> Written:
    if call.options.window:
        raise InputRefused("no_window_here")
    last: date = call.as_of or book.clock.today()
    first: date = call.options.first or last.replace(month=1, day=1)
    found = rating_facts.satisfaction(book, first, last, call.options.grouped, call.options.heard)
    return satisfaction_sheet.write(found, writable(call.options.out))


_WRITERS = {"implementation": _implementation, "window": _sheets, "satisfaction": _satisfaction}


def writable(out: Path) -> Path:
    """Refuse a place where nothing can be written before the work is done."""
    if out.is_dir() or not out.resolve().parent.is_dir():
        raise InputRefused("no_place_for_file", name=str(out))
    return out


def _export(call: Call) -> int:
    out = writable(call.options.file)
    with call.book() as book:
        board = book.board(call.as_of)
        spreadsheet.write(out, board, book.commitments(as_of=call.as_of))
    output.say(_("{path} is written, as of {day}.").format(path=out, day=board.as_of))
    return 0


RUNNERS: Mapping[str, Runner] = {"report": _report, "export": _export}
