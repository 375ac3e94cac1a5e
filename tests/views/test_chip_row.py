"""The legend that filters."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.models import totals
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.views.chip_row import ChipRow
from tests.sample import sample_board
from tests.views.seat import click, show


@pytest.fixture
def row(qtbot: QtBot) -> Iterator[ChipRow]:
    i18n.use("en")
    made = ChipRow()
    made.say(totals.whole(sample_board()))
    show(qtbot, made, 1118, 60)
    yield made
    i18n.use(i18n.DEFAULT)


def test_every_state_and_sign_is_named_with_its_number(row: ChipRow) -> None:
    whole = totals.whole(sample_board())
    names = [chip.accessibleName() for chip in row.chips]
    assert f"Blocked {whole.counts[Status.BLOCKED]}" in names
    assert f"Overdue {whole.overdue}" in names
    assert f"Disputed {whole.disputed}" in names


@pytest.mark.parametrize("language", i18n.LANGUAGES)
@pytest.mark.parametrize("width", [500, 800, 1118, 1672])
def test_no_chip_is_cut_or_covered_however_narrow(row: ChipRow, width: int, language: str) -> None:
    i18n.use(language)
    row.say(totals.whole(sample_board()))
    row.resize(width, row.height())
    boxes = [chip.geometry() for chip in row.chips]
    assert all(row.rect().contains(box) for box in boxes)
    assert not any(one.intersects(other) for n, one in enumerate(boxes) for other in boxes[:n])


def test_a_state_and_a_sign_go_together_but_not_two_states(row: ChipRow) -> None:
    told: list[tuple[object, object]] = []
    row.chosen.connect(lambda status, sign: told.append((status, sign)))
    overdue = next(chip for chip in row.chips if chip.meaning is Lamp.OVERDUE)
    disputed = next(chip for chip in row.chips if chip.meaning is Mark.DISPUTED)
    for chip in (row.chips[1], overdue, row.chips[2], disputed):
        click(chip)
    assert told == [
        (Status.IN_PROGRESS, None),
        (Status.IN_PROGRESS, Lamp.OVERDUE),
        (Status.BLOCKED, Lamp.OVERDUE),
        (Status.BLOCKED, Mark.DISPUTED),
    ]


def test_arrows_go_along_and_space_chooses(row: ChipRow) -> None:
    told: list[object] = []
    row.chosen.connect(lambda status, _sign: told.append(status))
    row.chips[0].setFocus()
    QTest.keyClick(row.chips[0], Qt.Key.Key_Right)
    assert row.chips[1].hasFocus()
    QTest.keyClick(row.chips[1], Qt.Key.Key_Space)
    assert told == [Status.IN_PROGRESS]
