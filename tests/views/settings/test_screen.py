from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop import i18n, settings
from desktop.app.application import Application
from desktop.models.vocabulary import Role
from desktop.views import theme
from desktop.views.settings.screen import SettingsScreen
from tests.views.seat import click

Start = Callable[..., Application]


def _settings(application: Application) -> SettingsScreen:
    application.window.go("settings")
    page = application.window.page
    assert isinstance(page, SettingsScreen)
    QApplication.processEvents()
    return page


def test_role_and_name_are_taken_at_once_and_kept(program: Start) -> None:
    application = program()
    page = _settings(application)
    click(page.role.button(Role.CLERK))
    page.officer.clear()
    QTest.keyClicks(page.officer, "Wang Fang")
    assert application.focus.desk.officer == "Li Qiang"
    QTest.keyClick(page.officer, Qt.Key.Key_Return)
    assert (application.focus.desk.role, application.focus.desk.officer) == (Role.CLERK, "Wang Fang")
    assert (settings.load().role, settings.load().officer) == ("clerk", "Wang Fang")


def test_language_switches_live(program: Start) -> None:
    application = program()
    click(_settings(application).language.button("zh"))
    assert i18n.language() == "zh"
    assert settings.load().language == "zh"
    assert application.frame.top.title.text() == "设置"
    click(_settings(application).language.button("en"))
    assert application.frame.top.title.text() == "Settings"


def test_theme_and_text_size_switch_live(program: Start) -> None:
    application = program()
    page = _settings(application)
    click(page.looks.button("dark"))
    click(page.text_size.button(130))
    assert theme.current().tokens.dark
    assert theme.current().size == 130
    assert (settings.load().theme, settings.load().text_size) == ("dark", 130)


def test_unit_and_window_are_kept_in_the_book(program: Start) -> None:
    application = program()
    page = _settings(application)
    page.window_box.setCurrentIndex(page.window_box.findData("W2"))
    page.window_box.activated.emit(page.window_box.currentIndex())
    assert application.focus.window == "W2"
    assert application.bridge.book.kept("screen", "window") == "W2"


def test_the_facts_of_the_book_are_shown(program: Start) -> None:
    application = program()
    page = _settings(application)
    shown = [page.path.text(), *(label.text() for label in page.facts.values())]
    assert str(application.bridge.book.path) in shown
    assert application.bridge.book.id in shown
