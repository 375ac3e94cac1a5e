"""Everything that the window can show is translated, fits, and has a name: both languages, and English in disguise."""

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication, QDialog, QWidget

import desktop.views
from desktop import i18n, texts
from desktop.app.application import Application
from desktop.commands.progress import Move
from desktop.models.private_rows import Private
from desktop.models.vocabulary import Role, Status
from desktop.views import theme
from tests import books, counter
from tests.disguise import data_of
from tests.views import heard, room, words
from tests.views.doors import RECOVERY
from tests.views.exchange.test_ledger_dialog import HEADS
from tests.views.walk import Walk, settle

Start = Callable[..., Application]
SMALL, LARGE = 100, 130
SCREEN = (1366, 768)
_WORDED = ("QLabel", "QPushButton", "QToolButton", "QHeaderView", "QDialogButtonBox")
"""The parts of the system's question for a file in which no file is named."""
_SHIPPED = {"bianmin", "PDF", "English", "简体中文", "old.xlsx", "sometimes", "第二版目录", "photo.png"}


class QtInDisguise(QTranslator):
    """Qt's own texts, marked as translated."""

    def isEmpty(self) -> bool:  # noqa: N802 (Qt's name)
        return False

    def translate(self, _context: str, source: str, *_more: object) -> str:
        return f"【{source}】"


@dataclass
class Seen:
    """What a walk found wrong, each fault with the first place where it was seen."""

    untranslated: dict[str, str] = field(default_factory=dict)
    cut: dict[str, str] = field(default_factory=dict)
    nameless: dict[str, str] = field(default_factory=dict)
    met: set[str] = field(default_factory=set)


@pytest.fixture
def dressed(program: Start, qapp: QApplication) -> Iterator[Callable[[str, int], Application]]:
    """Return a way to start the program in a language and a text size, over a book in which something was done."""
    disguise = QtInDisguise()

    def start(language: str, size: int) -> Application:
        application = program()
        book = application.bridge.book
        book.do(Move(("A01@W1", "A02@W1"), Status.IN_PROGRESS, note="begun"), books.CLERK)
        book.do(Move(("A03@W1",), Status.BLOCKED, reason="no room"), books.CLERK)
        counter.add(book, "A01", "W1", Private(text="begun, begun"))
        application.focus.reload()
        application.preferences.sit(Role.BUREAU, books.BUREAU.officer)
        application.preferences.scale(size)
        application.preferences.speak(language)
        if language == i18n.PSEUDO:
            qapp.installTranslator(disguise)
        return application

    yield start
    qapp.removeTranslator(disguise)
    theme.current().wear("light", SMALL)


def data(application: Application) -> set[str]:
    """Return what is no text of the program: rows of the catalogue, names of people and files."""
    book = application.bridge.book
    people = {
        books.BUREAU.officer,
        books.CLERK.officer,
        "begun",
        "no room",
        str(Path.home()),
        "test-2",
        "small-",
        "ycxgz",
    }
    found = _SHIPPED | set(HEADS) | set(RECOVERY.groups) | people | {str(book.place), book.place.name, book.id}
    found |= {row.number for row in book.requests().rows}
    found |= data_of(application.focus.board.catalogue)
    for language in i18n.LANGUAGES:
        with i18n.speaking(language):
            found |= {texts.meaning(state) for state in Status}
    for locale in (QLocale(QLocale.Language.English), QLocale(QLocale.Language.Chinese)):
        for form in (QLocale.FormatType.ShortFormat, QLocale.FormatType.LongFormat):
            found |= {locale.dayName(day, form) for day in range(1, 8)}
            found |= {locale.monthName(month, form) for month in range(1, 13)}
    return found - {""}


def look_at_everything(application: Application, language: str) -> Seen:
    """Walk through the whole program and return what is wrong."""
    walk, seen, known = Walk(application), Seen(), data(application)
    letters = "A-Za-z" if language == "zh" else "A-Za-z\u3400-\u9fff"

    def listen(where: str, said: Iterable[tuple[str, str]]) -> None:
        for place, text in said:
            if left := words.untranslated(text, known, letters):
                seen.untranslated.setdefault(f"{place}: {text!r}: {left}", where)

    for stop in walk.stops():
        listen(stop.name, words.said(stop.root))
        seen.cut |= {fault: stop.name for fault in _cut(stop.root) if fault not in seen.cut}
        seen.nameless |= {fault: stop.name for fault in heard.nameless(stop.root) if fault not in seen.nameless}
        if stop.root.width() > SCREEN[0] or stop.root.height() > SCREEN[1]:
            seen.cut.setdefault(f"as large as {stop.root.size().toTuple()}", stop.name)
    worded = [(place, text) for place, text in walk.asked if place.partition(".")[0] in _WORDED]
    listen("the system's question for a file", worded)
    seen.met = walk.met
    return seen


def _cut(root: QWidget) -> set[str]:
    """Return what is cut and stays so: a layout under way is no fault that anybody sees."""
    faults = set(room.cut(root))
    if faults:
        settle()
        faults &= set(room.cut(root))
    return faults


def dialogs() -> set[str]:
    """Return the names of all classes of dialogs and popups in the program."""
    modules = (
        importlib.import_module(one.name) for one in pkgutil.walk_packages(desktop.views.__path__, "desktop.views.")
    )
    classes = {found for module in modules for _name, found in inspect.getmembers(module, inspect.isclass)}
    return {
        one.__name__ for one in classes
        if issubclass(one, QWidget) and one.__module__.startswith("desktop.") and one.__name__ != "Dialog"
        and (issubclass(one, QDialog) or "WindowType.Popup" in inspect.getsource(one))
    }  # fmt: skip


@pytest.mark.parametrize(("language", "size"), [("zh", SMALL), (i18n.PSEUDO, SMALL), (i18n.PSEUDO, LARGE)])
def test_everything_shown_is_translated_fits_and_has_a_name(
    dressed: Callable[[str, int], Application], language: str, size: int
) -> None:
    seen = look_at_everything(dressed(language, size), language)
    assert seen.untranslated == {}
    assert seen.cut == {}
    assert seen.nameless == {}
    assert dialogs() - seen.met == set(), "a walk does not come to these: give them a door in tests/views/doors.py"
