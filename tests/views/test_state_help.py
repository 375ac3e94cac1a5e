from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop import i18n, texts
from desktop.app.application import Application
from desktop.models.rules import all_moves
from desktop.models.vocabulary import Status
from desktop.views.item.panel import ItemPanel
from desktop.views.overview.legend import Legend
from desktop.views.state_help import StateCard, StateHelp, StateSheet
from desktop.views.state_words import about
from tests.views.seat import Seat, click, fresh, press, seat, show

__all__ = ["fresh", "seat"]
Start = Callable[..., Application]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("state", list(Status))
def test_the_help_says_meaning_who_may_and_what_it_needs(state: Status, language: str) -> None:
    with i18n.speaking(language):
        words = about(state)
        assert words.meaning == texts.meaning(state)
        rules = [rule for rule in all_moves() if rule.to is state]
        assert len(words.ways) == max(1, len(rules))
        for way, rule in zip(words.ways, rules, strict=False):
            assert texts.label(rule) in way
            assert all(texts.role(role) in way for role in rule.roles)
            assert all(texts.need(need) in way for need in rule.needs)


def test_the_legend_is_walked_by_arrows_and_opens_the_help(qtbot: QtBot) -> None:
    i18n.use("en")
    legend = Legend()
    show(qtbot, legend, 900, 40)
    legend.buttons[0].setFocus()
    press(legend.buttons[0], Qt.Key.Key_Right)
    here = QApplication.focusWidget()
    assert here is legend.buttons[1]
    QTest.keyClick(legend.buttons[1], Qt.Key.Key_Space)
    card = legend.buttons[1].findChildren(StateCard)[0]
    assert card.isVisible()
    assert card.words.state is legend.states[1]
    QTest.keyClick(card, Qt.Key.Key_Escape)
    assert not card.isVisible()


def test_every_move_that_is_offered_has_its_help_beside_it(seat: Seat, qtbot: QtBot) -> None:
    panel = ItemPanel(seat.focus, seat.bridge)
    show(qtbot, panel, 380, 700)
    panel.show_item("A01@W1")
    panel.enter()
    qtbot.waitUntil(lambda: sum(one.isVisible() for one in panel.findChildren(StateHelp)) == 4, timeout=2000)
    names = [one.accessibleName() for one in panel.findChildren(StateHelp) if one.isVisible()]
    assert names[0] == "Meaning of Not started"
    assert sorted(names[1:]) == ["Meaning of Blocked", "Meaning of In place", "Meaning of In progress"]
    click(panel.head.help)
    assert panel.head.help.findChildren(StateCard)[0].words.state is Status.NOT_STARTED


def test_one_key_shows_all_states(program: Start) -> None:
    application = program()
    QTest.keyClick(application.window, Qt.Key.Key_F1, Qt.KeyboardModifier.ControlModifier)
    sheets = application.window.findChildren(StateSheet)
    assert len(sheets) == 1
    assert sheets[0].isVisible()
