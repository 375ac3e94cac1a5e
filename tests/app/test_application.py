import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from desktop import i18n, settings, texts
from desktop.app import books
from desktop.app.application import Application
from desktop.app.process import qt
from desktop.commands.progress import Move
from desktop.i18n import _
from desktop.models import checks
from desktop.models.book import Book
from desktop.models.clock import Clock, told
from desktop.models.edition import entries_of
from desktop.models.vocabulary import Role, Status
from desktop.views.first_run.book_dialog import BookDialog
from desktop.views.first_run.day_dialog import DayDialog
from desktop.views.first_run.person_dialog import PersonDialog
from desktop.views.first_run.start import Person, Start, Way
from tests import books as small

Begin = Callable[..., Application]

_FIRST_PAINT = """
import sys
from desktop.app import opening
from desktop.settings import Settings
program = opening.qt()
from desktop.views.main_window import MainWindow
plain = MainWindow.paintEvent
def first(window, event):
    plain(window, event)
    heavy = ("sqlalchemy", "sqlcipher3", "reportlab", "xlsxwriter", "PIL", "cryptography", "desktop.views.frame")
    print([name for name in heavy if name in sys.modules], flush=True)
    print("enums of Qt made:", "Qt" in vars(sys.modules["PySide6.QtCore"]), flush=True)
    import os
    os._exit(0)
MainWindow.paintEvent = first
opening.run(Settings(), "")
"""


def test_nothing_heavy_is_imported_or_made_before_the_first_paint() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_PAINT], capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.stdout.split("\n")[:2] == ["[]", "enums of Qt made: False"], done.stderr


_FIRST_FIGURES = """
import os, sys
from desktop.app import opening
from desktop.app.application import Application
from desktop.settings import Settings
begin = Application.begin
def begun(self, path):
    self.focus.board_changed.connect(lambda: figures(self))
    begin(self, path)
def figures(application):
    opening.qt().sendPostedEvents()
    application.window.repaint()
    heavy = ("sqlalchemy", "desktop.texts.refusals", "desktop.views.day_popup", "desktop.views.overview.body")
    made = ("QStyle", "QMessageBox", "QGraphicsSceneEvent")
    print(type(application.frame.page).__name__, [name for name in heavy if name in sys.modules],
          [name for name in made if name in vars(sys.modules["PySide6.QtWidgets"])], flush=True)
    os._exit(0)
Application.begin = begun
opening.run(Settings(), sys.argv[1])
"""


def test_the_first_figures_wait_for_nothing_that_they_do_not_show(fresh: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _FIRST_FIGURES, str(fresh)], capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.stdout.strip() == "OverviewScreen [] []", done.stderr


def test_the_book_that_was_open_last_is_opened_again(program: Begin) -> None:
    application = program()
    assert settings.load().last_book == str(application.bridge.book.path)


def test_a_book_is_open_in_one_window_only(program: Begin) -> None:
    first = program()
    path = first.bridge.book.path
    assert books.window_lock(path) is None
    second = Application(qt())
    assert not second.open(path)
    assert "another window" in second.window.toast.text
    first.window.close()
    assert second.open(path)
    second.bridge.close()


def test_something_else_than_a_book_is_refused_and_the_present_book_stays(program: Begin, tmp_path: Path) -> None:
    application = program()
    other = tmp_path / "letter.txt"
    other.write_text("Dear Sir")
    assert not application.open(other)
    assert application.bridge.is_open
    assert application.window.toast.isVisible()


def test_a_stranger_is_asked_who_sits_here(program: Begin) -> None:
    application = program(known=False)
    dialog = application.window.findChild(PersonDialog)
    assert isinstance(dialog, PersonDialog)
    dialog.answered.emit(Person(Role.CHIEF, "Li", "S1", "W1"))
    dialog.close()
    assert application.focus.desk.officer == "Li"
    assert (application.focus.unit, application.focus.window) == ("S1", "W1")


def test_a_new_book_holds_the_shipped_catalogue(tmp_path: Path, program: Begin) -> None:
    application = program()
    path = tmp_path / "new.bianmin"
    application.ask_for_book()
    dialog = application.window.findChild(BookDialog)
    assert isinstance(dialog, BookDialog)
    dialog.answered.emit(Start(Way.NEW, str(path), "BUREAU"))
    dialog.close()
    assert application.bridge.book.path == path
    assert application.focus.board.catalogue.edition.origin == "starter"
    assert not application.bridge.book.practice


def test_one_key_leads_to_the_practice_book_and_back_to_ones_own(program: Begin, tmp_path: Path) -> None:
    application = program()
    own = application.bridge.book.path
    practice = Book.create(books.practice_path(), "BUREAU", practice=True, clock=Clock(small.Hands()))
    practice.merge(entries_of(small.source()), "catalogue")
    practice.close()
    there_and_back = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(application.window, Qt.Key.Key_P, there_and_back)
    assert application.bridge.book.practice
    assert settings.load().last_book == str(own)
    QTest.keyClick(application.window, Qt.Key.Key_P, there_and_back)
    assert application.bridge.book.path == own


def test_place_and_size_are_kept_for_the_next_start(program: Begin) -> None:
    application = program()
    application.window.resize(1200, 700)
    application.window.close()
    assert application.window.take_shape(settings.load().geometry)


def test_qt_speaks_chinese_whatever_the_locale(program: Begin) -> None:
    application = program()
    application.preferences.speak("zh")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel)
    assert {button.text() for button in box.buttons()} >= {"取消"}
    assert QCoreApplication.translate("QDialogButtonBox", "OK") == "确定"
    application.preferences.speak("en")
    assert i18n.language() == "en"


def test_a_change_from_the_command_line_reaches_the_open_window(program: Begin) -> None:
    application = program()
    other = Book.open(application.bridge.book.path)
    other.do(Move(("A01@W1",), Status.IN_PROGRESS, note="begun"), small.CHIEF)
    other.close()
    application.bridge.poll()
    assert application.focus.board.status[0] == Status.IN_PROGRESS.code


@pytest.mark.parametrize("language", ["zh", "en"])
def test_units_of_the_shipped_catalogue_are_offered(language: str) -> None:
    i18n.use(language)
    units = dict(books.shipped_units())
    assert "BUREAU" in units
    assert all(units.values())
    i18n.use(i18n.DEFAULT)


def test_the_book_that_is_open_is_opened_again_without_ado(program: Begin) -> None:
    application = program()
    book = application.bridge.book
    assert application.open(book.path)
    assert application.bridge.book is book


def test_what_a_start_finds_wrong_is_said_in_a_box(program: Begin, monkeypatch: pytest.MonkeyPatch) -> None:
    application = program()
    found = [checks.wrong("ledger_differs", table="commitment", rows=2)]
    monkeypatch.setattr(application.bridge.book, "check_at_start", lambda: found)
    application.check()
    box = application.window.findChild(QMessageBox)
    assert isinstance(box, QMessageBox)
    assert box.text() == texts.finding(found[0])
    box.close()


def test_a_clock_that_cannot_be_right_asks_for_the_day_and_goes_by_it(program: Begin) -> None:
    application = program()
    book = application.bridge.book
    book.clock = told(date(2020, 1, 1))
    application.check()
    dialog = application.window.findChild(DayDialog)
    assert isinstance(dialog, DayDialog)
    dialog.day.setText("2026-12-01")
    dialog.use.click()
    assert book.clock.today() == date(2026, 12, 1)
    assert application.focus.board.as_of == date(2026, 12, 1)


def test_without_a_book_the_window_offers_to_choose_one(qtbot: QtBot, qapp: QApplication) -> None:
    application = Application(qapp)
    qtbot.addWidget(application.window)
    application.begin("")
    dialog = application.window.findChild(BookDialog)
    assert isinstance(dialog, BookDialog)
    dialog.close()
    buttons = [one for one in application.window.findChildren(QPushButton) if one.isVisible()]
    with qtbot.waitSignal(application.frame.book_asked):
        next(one for one in buttons if one.text() == _("Choose a book…")).click()
