"""The grammar of the command line. Built in the language in use; nothing heavy is loaded for it."""

import argparse
from pathlib import Path

from desktop import __version__, i18n
from desktop.cli import argparse_words, moments, parser_ratings, parser_requests, values
from desktop.cli.grammar import Commands, Formatter, add, json, reason
from desktop.i18n import _
from desktop.models import plain_text
from desktop.models.places import place_of
from desktop.models.vocabulary import Role

GROUPINGS = ("measure", "category", "window", "unit", "county")
EDITED = ("unit", "window", "window_kind", "action", "measure")


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    argparse_words.speak()
    made = argparse.ArgumentParser(
        prog="bianmin",
        description=_("Bianmin: the ledger of convenience measures, from the service window to the printed report."),
        epilog=_("`bianmin window` opens the window; `bianmin tour` shows the practice book."),
        formatter_class=Formatter,
        allow_abbrev=False,
    )
    made.add_argument("--version", action="version", version=f"bianmin {__version__}", help=_("show the version"))
    made.add_argument("--book", metavar="FILE", help=_("the book; without it the one opened last"))
    made.add_argument("--lang", choices=i18n.LANGUAGES, help=_("language of everything that is said"))
    made.add_argument("--role", choices=[role.value for role in Role], help=_("who acts"))
    made.add_argument("--by", metavar="OFFICER", help=_("name of the person who acts, free text"))
    made.add_argument("--key-file", metavar="FILE", type=Path, help=_("a file that holds the PIN or recovery key"))
    made.add_argument("--today", metavar="DATE", type=plain_text.day, help=_("take this day for today; practice only"))
    commands = made.add_subparsers(dest="command", metavar="COMMAND", required=True, title=_("commands"))
    groups = (
        _reading,
        _timing,
        _moving,
        _beside,
        _back,
        parser_requests.requests,
        parser_requests.purge,
        _making,
        _office,
        parser_ratings.ratings,
        _papers,
        _care,
    )
    for group in groups:
        group(commands)
    return made


def _as_of(one: argparse.ArgumentParser) -> None:
    one.add_argument("--as-of", metavar="DATE", type=plain_text.day, help=_("as of the end of this day"))


def _commitment(one: argparse.ArgumentParser, *, many: bool = False) -> None:
    told = _("a commitment, written action@window, such as A07-02@W101")
    if many:
        one.add_argument("commitments", nargs="+", metavar="C", help=told)
    else:
        one.add_argument("commitment", metavar="C", help=told)


def _evidence(one: argparse.ArgumentParser) -> None:
    one.add_argument("--evidence", metavar="FILE", type=Path, action="append", default=[], help=_("a photo or a file"))


def _on(one: argparse.ArgumentParser) -> None:
    one.add_argument("--on", metavar="DATE", type=plain_text.day, help=_("the deed's own day, today or earlier"))


def _reading(commands: Commands) -> None:
    one = add(commands, "list", _("list commitments"))
    for name, told in (
        ("unit", _("only this unit and those below it")),
        ("window", _("only this window")),
        ("kind", _("only windows of this kind")),
        ("status", _("only this state")),
        ("lamp", _("only with this lamp: overdue, due_soon, stale, silent")),
        ("measure", _("only actions that carry out this measure")),
        ("category", _("only this category")),
        ("text", _("only where code, action, window or officer holds this text")),
    ):
        one.add_argument(f"--{name}", metavar=name.upper(), help=told)
    _as_of(one)
    json(one)
    for name, told in (
        ("show", _("show one commitment and the moves that are open to it")),
        ("history", _("tell what happened to one commitment, oldest first")),
    ):
        one = add(commands, name, told)
        _commitment(one)
        _as_of(one)
        json(one)
    one = add(commands, "totals", _("count, with both rates"))
    one.add_argument("--by", dest="grouping", choices=GROUPINGS, default="category", help=_("groups"))
    _as_of(one)
    json(one)


def _timing(commands: Commands) -> None:
    one = add(commands, "deadline", _("say by when a case must be done, and why; needs no book"))
    one.add_argument(
        "--start", metavar="DATE", required=True, type=moments.moment, help=_("when it begins: a day, or day and time")
    )
    one.add_argument(
        "--promise",
        metavar="LIMIT",
        required=True,
        type=moments.limit,
        help=_("what is promised, such as “10 workday”"),
    )
    one.add_argument("--legal", metavar="LIMIT", type=moments.limit, help=_("what the law allows"))
    one.add_argument(
        "--stop", metavar="FROM/TO", dest="stops", type=moments.stop, action="append", default=[],
        help=_("days of a special procedure, both do not count; without TO it goes on"),
    )  # fmt: skip
    one.add_argument(
        "--extend", metavar="LIMIT", dest="extensions", type=moments.extension, action="append", default=[],
        help=_("the extension, once"),
    )  # fmt: skip
    one.add_argument("--as-of", metavar="DATE", type=moments.moment, help=_("what is left as of then; without it now"))
    json(one)
    one = add(commands, "deadlines", _("list what is overdue or due by a day, requests and commitments, and why"))
    one.add_argument("--window", metavar="W", default="", help=_("only this window"))
    one.add_argument("--until", metavar="DATE", type=plain_text.day, help=_("the last day; without it tomorrow"))
    json(one)


def _moving(commands: Commands) -> None:
    one = add(commands, "set", _("set the state of a commitment"))
    _commitment(one)
    one.add_argument("status", metavar="STATUS", help=_("the new state: its code, its number 1 to 8, or its name"))
    one.add_argument("--note", metavar="TEXT", default="", help=_("what was done"))
    reason(one)
    _evidence(one)
    one.add_argument("--due", metavar="DATE", type=plain_text.day, help=_("the due date"))
    _on(one)
    json(one)
    one = add(commands, "unchanged", _("confirm that nothing has changed"))
    _commitment(one, many=True)
    one.add_argument("--note", metavar="TEXT", default="", help=_("a note"))
    _on(one)
    json(one)


def _beside(commands: Commands) -> None:
    one = add(commands, "note", _("write a note or attach evidence; the state stays"))
    _commitment(one)
    one.add_argument("--note", metavar="TEXT", default="", help=_("the note"))
    _evidence(one)
    _on(one)
    json(one)
    one = add(commands, "due", _("set, move or take away due dates"))
    _commitment(one, many=True)
    which = one.add_mutually_exclusive_group(required=True)
    which.add_argument("--to", metavar="DATE", type=plain_text.day, help=_("the due date"))
    which.add_argument("--none", action="store_true", help=_("take the due date away"))
    reason(one)
    json(one)
    one = add(commands, "officer", _("name the officer in charge"))
    _commitment(one, many=True)
    one.add_argument("--name", required=True, help=_("the name; empty takes it away"))
    json(one)
    for name, told in (
        ("propose", _("propose “not applicable” to the bureau")),
        ("decline", _("decline a proposal of “not applicable”")),
    ):
        one = add(commands, name, told)
        _commitment(one, many=True)
        reason(one)
        json(one)


def _back(commands: Commands) -> None:
    one = add(commands, "settle", _("settle a dispute: keep the state, or choose one that was overruled unseen"))
    _commitment(one)
    one.add_argument("--choose", metavar="STATUS", help=_("the state to choose; without it the present one stays"))
    reason(one)
    json(one)
    one = add(commands, "redact", _("take the words of an entry away from every copy, for good"))
    one.add_argument("stamp", metavar="STAMP", help=_("a stamp out of the history"))
    reason(one)
    one.add_argument("--keep-evidence", action="store_true", help=_("leave its evidence files"))
    json(one)
    one = add(commands, "undo", _("take back the last deed of this book's unit, or the one named by its stamp"))
    one.add_argument("stamp", nargs="?", metavar="STAMP", help=_("a stamp out of the history"))
    reason(one)
    json(one)
    json(add(commands, "redo", _("do again what was taken back last")))


def _making(commands: Commands) -> None:
    one = add(commands, "demo", _("make the practice book with a year of sample work"))
    one.add_argument("file", metavar="FILE", type=Path, help=_("where to make it"))
    one = add(commands, "init", _("make an empty book for a unit"))
    one.add_argument("file", metavar="FILE", type=place_of, help=_("where to make it"))
    one.add_argument("--unit", required=True, metavar="CODE", help=_("the unit whose book it is"))
    one.add_argument("--catalogue", required=True, metavar="FOLDER", type=Path, help=_("catalogue folder or workbook"))
    one.add_argument("--practice", action="store_true", help=_("a practice book"))
    one = add(commands, "import-catalogue", _("import an edition of the catalogue"))
    one.add_argument("path", metavar="PATH", type=Path, help=_("a catalogue folder, a workbook, or official text"))
    one.add_argument("--dry-run", action="store_true", help=_("only list what is wrong; change nothing"))
    json(one)
    one.add_argument(
        "--draft", metavar="FOLDER", type=Path, help=_("write what was understood as a folder, for review")
    )
    one = add(commands, "import-ledger", _("take over the ledger that the office keeps today"))
    one.add_argument("file", metavar="FILE", type=Path, help=_("a workbook"))
    one.add_argument("--window", metavar="W", default="", help=_("the window, where the workbook names none"))
    one.add_argument("--dry-run", action="store_true", help=_("only list what is wrong; change nothing"))
    json(one)


def _office(commands: Commands) -> None:
    one = add(commands, "edit", _("change or add a unit, a window or a kind of window; edit an action or a measure"))
    one.add_argument("kind", choices=EDITED, help=_("what to change"))
    one.add_argument("code", metavar="CODE", help=_("its code"))
    one.add_argument("settings", nargs="+", metavar="FIELD=VALUE", help=_("fields and their new values; empty: none"))
    reason(one)
    json(one)
    one = add(commands, "rule", _("change the numbers by which lamps are judged"))
    one.add_argument("settings", nargs="+", metavar="NAME=NUMBER", help=_("names and numbers; empty: as shipped"))
    reason(one)
    json(one)


def _papers(commands: Commands) -> None:
    one = add(commands, "report", _("write the implementation report, progress sheets or the satisfaction sheet"))
    one.add_argument("kind", choices=("implementation", "window", "satisfaction"), help=_("which paper"))
    one.add_argument(
        "--grouped", choices=parser_ratings.RATED_BY, default="unit", help=_("groups of the satisfaction sheet")
    )
    told = _("first day of the satisfaction sheet; without it 1 January")
    one.add_argument("--from", dest="first", metavar="DATE", type=plain_text.day, help=told)
    one.add_argument("--window", metavar="W", help=_("only this window; without it all windows in one file"))
    one.add_argument("--heard", metavar="N", type=values.number, help=_("only entries up to this order of arrival"))
    one.add_argument("--out", required=True, metavar="FILE.pdf", type=Path, help=_("where to write it"))
    _as_of(one)
    one = add(commands, "export", _("write the list as a workbook"))
    one.add_argument("file", metavar="FILE.xlsx", type=Path, help=_("where to write it"))
    _as_of(one)


def _care(commands: Commands) -> None:
    json(add(commands, "check", _("check the book: chains, ledger, evidence")))
    add(commands, "rebuild", _("derive the ledger anew from the journal"))
    add(commands, "backup", _("copy the book, whole and checked, among the backups"))
    one = add(commands, "restore", _("put a backup in the book's place; the book as it was is kept beside it"))
    one.add_argument("file", nargs="?", metavar="FILE", type=Path, help=_("which backup; without it the newest"))
    json(add(commands, "officers", _("list the officers who are known at the book, and who has a PIN")))
    one = add(commands, "encrypt", _("encrypt the book, its evidence and its backups"))
    one.add_argument(
        "--sheet",
        required=True,
        metavar="FILE.pdf",
        type=Path,
        help=_("where to write the sheet with the recovery key"),
    )
    add(commands, "decrypt", _("take the encryption off the book, its evidence and its backups"))
    json(add(commands, "doctor", _("say what is wrong with this computer")))
    json(add(commands, "paths", _("say where everything lies")))
