import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import i18n, paths
from desktop.app.application import Application
from desktop.views.manual import ManualDialog, anchor
from tests.views.seat import show

Start = Callable[..., Application]
CONTENTS = re.compile(r"\]\(#([^)]+)\)")


@pytest.fixture(params=i18n.LANGUAGES)
def manual(request: pytest.FixtureRequest, qtbot: QtBot) -> Iterator[ManualDialog]:
    i18n.use(request.param)
    made = ManualDialog()
    show(qtbot, made, 900, 600)
    yield made
    i18n.use(i18n.DEFAULT)


def test_every_line_of_the_contents_leads_to_its_heading(manual: ManualDialog) -> None:
    wanted = CONTENTS.findall(manual._text)
    assert len(wanted) > 10
    for name in wanted:
        assert manual.pages.find_heading(name), name
        assert anchor(manual.pages.textCursor().block().text()) == name


def test_pictures_stand_in_the_text_no_wider_than_the_window(manual: ManualDialog) -> None:
    picture = manual.pages.loadResource(2, QUrl("pictures/board-zh-light-1920.png"))
    assert 0 < picture.width() / picture.devicePixelRatio() <= manual.pages.viewport().width()  # type: ignore[attr-defined]  # an image


def test_words_are_found_again_from_the_top_and_missing_ones_are_named(manual: ManualDialog) -> None:
    manual.pages.setFocus()
    QTest.keyClick(manual, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert manual.field.hasFocus()
    QTest.keyClicks(manual.field, "Ctrl+Z")
    places = set()
    for _round in range(3):
        QTest.keyClick(manual.field, Qt.Key.Key_Return)
        places.add(manual.pages.textCursor().position())
    assert len(places) == 1
    QTest.keyClicks(manual.field, "qqq")
    QTest.keyClick(manual.field, Qt.Key.Key_Return)
    assert "qqq" in manual.found.text()


def test_shift_f1_opens_it(program: Start) -> None:
    application = program()
    QTest.keyClick(application.window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    assert application.window.findChild(ManualDialog) is not None
    assert paths.manual().joinpath("manual.md").is_file()
