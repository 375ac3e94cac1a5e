import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from desktop.app.application import Application
from desktop.views import stylesheet, theme
from desktop.views.tokens import DARK, LIGHT, THEMES
from tests.views.walk import settle


@pytest.mark.parametrize("name", list(THEMES))
@pytest.mark.parametrize("size", theme.SIZES)
def test_no_blank_of_the_style_sheet_stays_open(name: str, size: int) -> None:
    assert not re.search(r"@\w", stylesheet.build(THEMES[name], size))


@pytest.mark.parametrize("name", list(THEMES))
def test_every_picture_of_the_style_sheet_is_there(name: str) -> None:
    pictures = re.findall(r'url\("([^"]+)"\)', stylesheet.build(THEMES[name], 100))
    assert pictures
    assert [one for one in pictures if not Path(one).is_file()] == []


def test_a_switch_of_theme_reaches_widgets_that_are_there_already(qtbot: QtBot, qapp: QApplication) -> None:
    label = QLabel("x")
    label.setProperty("tone", "danger")
    qtbot.addWidget(label)
    label.show()
    theme.current().wear("dark")
    for choice, tokens in (("light", LIGHT), ("dark", DARK)):
        with qtbot.waitSignal(theme.current().changed):
            theme.current().wear(choice)
        qapp.processEvents()
        assert label.palette().windowText().color().name().upper() == tokens.danger
        assert qapp.palette().window().color().name().upper() == tokens.bg
    theme.current().wear("light")


def test_text_size_scales_fonts_and_lengths(qapp: QApplication) -> None:
    theme.current().wear(size=130)
    assert theme.current().px(10) == 13
    assert qapp.font().pixelSize() == 18
    theme.current().wear(size=100)
    assert qapp.font().pixelSize() == 14


def test_an_unknown_theme_or_size_changes_nothing(qapp: QApplication) -> None:
    theme.current().wear("dark", 115)
    theme.current().wear("purple", 400)
    assert (theme.current().choice, theme.current().size) == ("dark", 115)
    theme.current().wear("light", 100)


def test_a_page_behind_wears_the_new_look_when_it_comes_to_the_front(program: Callable[..., Application]) -> None:
    """Widgets that are not seen are dressed when they are shown: the switch waits for nobody but the eye."""
    first = _pages_of(program(), theme.current(), "dark")
    second = _pages_of(program(), theme.current(), "light", "dark")
    assert [page for page in first if first[page] != second[page]] == []


def _pages_of(application: Application, look: theme.Theme, *worn: str) -> dict[str, QImage]:
    """Return pictures of all pages after looks were worn in turn, the pages standing behind meanwhile."""
    window, taken = application.window, {}
    for name in worn:
        look.wear(name)
        for page in window.pages:
            window.go(page)
            settle()
        window.go("overview")
    for page in window.pages[1:]:
        window.go(page)
        settle()
        window.toast.hide()
        application.frame._footer.backup.hide()  # it says how long ago, which is another moment each time
        taken[page] = window.grab().toImage()
    look.wear("light")
    window.close()
    return taken
