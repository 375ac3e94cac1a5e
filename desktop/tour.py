"""Looking around: the practice book in a window or, where there is no display, its sheets and pictures of every screen.

bianmin tour                with a display the window, without one everything into ./out
bianmin tour --out FOLDER   everything into a folder
bianmin tour --renew DOCS   the same, and today's pictures in place of those that the documents of a folder show
"""

import argparse
import contextlib
import io
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import cli, doctor, i18n, paths, settings
from desktop.cli import output
from desktop.i18n import _, mark

if TYPE_CHECKING:  # Qt is imported only where it can start
    from desktop.app.application import Application

SHEETS = (
    (mark("Implementation report"), "implementation-report.pdf", "zh", ("report", "implementation", "--out")),
    (mark("Progress sheets of all windows"), "progress-sheets.pdf", "zh", ("report", "window", "--out")),
    (mark("The same in English"), "progress-sheets-en.pdf", "en", ("report", "window", "--out")),
    (mark("Everything as a workbook"), "ledger.xlsx", "zh", ("export",)),
)

SOME_TIME = timedelta(days=61)
_PICTURE = re.compile(r"pictures/([\w.-]+\.png)")


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that was made: what it is called, where it lies, how large it is in bytes."""

    name: str
    place: Path
    size: int


def run(arguments: Sequence[str]) -> int:
    """Look around; return 0, or 1 when something could not be made."""
    parser = argparse.ArgumentParser(prog="bianmin tour")
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    parser.add_argument("--out", type=Path, metavar="FOLDER")
    parser.add_argument("--renew", type=Path, metavar="DOCS")
    parser.add_argument("--lang", choices=i18n.LANGUAGES, default=settings.load().language)
    options = parser.parse_args(arguments)
    i18n.use(options.lang)
    out = options.out or options.folder
    if options.renew is not None:
        out = out or Path("out")
        return _folder(out, options.lang) or _renew(out / "pictures", options.renew)
    if out is None and not doctor.preflight():
        return _window()
    return _folder(out or Path("out"), options.lang)


def _renew(taken: Path, documents: Path) -> int:
    """Put today's pictures where the documents show them. Return 1 when one that they name was not taken."""
    named = {name for file in _texts(documents) for name in _PICTURE.findall(file.read_text(encoding="utf-8"))}
    (documents / "pictures").mkdir(exist_ok=True)
    missing = sorted(name for name in named if not (taken / name).exists())
    for name in sorted(named - set(missing)):
        shutil.copyfile(taken / name, documents / "pictures" / name)
    for name in missing:
        sys.stderr.write(_("The documents show a picture that was not taken: {name}").format(name=name) + "\n")
    return int(bool(missing))


def _texts(documents: Path) -> list[Path]:
    """Return the documents of a folder, and those beside it: the README of a project."""
    return [*documents.rglob("*.md"), *documents.resolve().parent.glob("*.md")]


def _window() -> int:
    """Open the window on this computer's practice book, made on the first time."""
    book = paths.data() / "practice.bianmin"
    if not book.exists():
        book.parent.mkdir(parents=True, exist_ok=True)
        sys.stderr.write(_("Making the practice book; this takes a few seconds…") + "\n")
        code = _quietly("demo", str(book))
        if code:
            return code
    from desktop import app

    return app.run([str(book)])


def _folder(out: Path, language: str) -> int:
    """Make book, sheets and pictures in a folder and say what lies where."""
    out.mkdir(parents=True, exist_ok=True)
    with _home_of_its_own():
        book = _fresh(out / "practice") / "practice.bianmin"
        code = _quietly("demo", str(book))
        if code:
            return code
        pieces = [Piece(_("Practice book"), book, book.stat().st_size)]
        for name, file, spoken, command in SHEETS:
            code |= _quietly("--book", str(book), "--lang", spoken, *command, str(out / file))
            if (out / file).exists():
                pieces.append(Piece(_(name), out / file, (out / file).stat().st_size))
        code |= _say_pictures(book, out / "pictures", pieces)
    i18n.use(language)
    rows = [(piece.name, str(piece.place), f"{piece.size / 1000:,.0f} kB") for piece in pieces]
    output.table((_("What"), _("Where"), _("Size")), rows, right=(2,))
    return code


def _say_pictures(book: Path, folder: Path, pieces: list[Piece]) -> int:
    """Take the pictures; where Qt cannot start, say why in one sentence and do without."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")  # it warns of every dialog of a fixed size
    missing = doctor.preflight()
    for finding in missing:
        sys.stderr.write(finding.sentence + "\n")
    if missing:
        return 0
    folder.mkdir(exist_ok=True)
    language = i18n.language()
    taken = _pictures(book, folder)
    i18n.use(language)
    name = _("Pictures of the screens ({n})").format(n=len(taken))
    pieces.append(Piece(name, folder, sum(file.stat().st_size for file in taken)))
    return 0


def _pictures(book: Path, folder: Path) -> list[Path]:
    from desktop.app.application import Application
    from desktop.app.process import qt
    from desktop.models.vocabulary import Role
    from desktop.views import pictures

    application = Application(qt())
    window, preferences = application.window, application.preferences
    preferences.sit(Role.BUREAU, _("Trainee"))
    window.show()
    application.open(book)
    preferences.settle("", next(iter(application.focus.board.catalogue.windows)))
    taken = pictures.take(window, preferences, window.pages, folder)
    taken += _further_pictures(application, folder)
    window.close()
    return taken


def _further_pictures(application: "Application", folder: Path) -> list[Path]:
    """Take what is not a page: a past day on the board, and the question of the first run."""
    from desktop.views import pictures

    window, taken = application.window, []
    application.preferences.wear("light")
    past = application.focus.board.as_of - SOME_TIME
    for language in i18n.LANGUAGES:
        application.preferences.speak(language)
        window.go("board")
        application.focus.look_at(past)
        pictures.settle()
        taken.append(pictures.save(window, folder / f"past-day-{language}-light-1920.png"))
        application.focus.look_at(None)
        application.ask_for_book()
        taken += pictures.take_dialogs(window, folder / f"first-run-{language}-light.png")
        _show_covering(application)
        taken += pictures.take_dialogs(window, folder / f"cover-{language}-light.png")
        taken.append(_found(application, folder / f"palette-{language}-light-1366.png"))
    return taken


def _found(application: "Application", file: Path) -> Path:
    """Save a picture of the palette with what a few letters find."""
    from desktop.views import pictures

    window, before = application.window, application.window.size()
    window.resize(1366, 768)
    window.go("board")
    application.frame.top.seek()
    application.seeking.palette.open()
    pictures.type_into(application.frame.top.search, "ycxgz" if i18n.language() == "zh" else "notice")
    pictures.settle(2.0)
    pictures.save(window, file)
    application.frame.top.search.clear()
    application.frame.page.arrive() if application.frame.page is not None else None
    window.resize(before)
    return file


def _show_covering(application: "Application") -> None:
    """Open the covering of a made-up photo with two boxes drawn."""
    from desktop.models.photos import Cover
    from desktop.views.item.cover import CoverDialog

    photo = paths.resources() / "practice" / "counter.png"
    CoverDialog(photo, (Cover(0.2, 0.2, 0.4, 0.5), Cover(0.55, 0.3, 0.7, 0.45)), application.window).open()


def _quietly(*arguments: str) -> int:
    """Run one command of the command line without its answer; refusals are still said."""
    with contextlib.redirect_stdout(io.StringIO()):
        return cli.main(arguments)


def _fresh(folder: Path) -> Path:
    """Return an empty folder: an earlier practice book in it is taken away, it can always be made again."""
    if (folder / "practice.bianmin").exists():
        shutil.rmtree(folder)
    folder.mkdir(exist_ok=True)
    return folder


@contextlib.contextmanager
def _home_of_its_own() -> Iterator[None]:
    """Leave the preferences and identities of this computer alone."""
    before = os.environ.get("BIANMIN_HOME")
    with tempfile.TemporaryDirectory(prefix="bianmin-") as home:
        os.environ["BIANMIN_HOME"] = home
        try:
            yield
        finally:
            if before is None:
                del os.environ["BIANMIN_HOME"]
            else:
                os.environ["BIANMIN_HOME"] = before
