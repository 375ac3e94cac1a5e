"""The slip of a request on the screen: set at once, printed on the paper that is chosen, remembered."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.models.request_rules import RequestStatus
from desktop.views.requests.slip_dialog import SlipDialog
from desktop.views.requests.slip_order import A4, A6
from tests import counter
from tests.private_words import WANG
from tests.views.conftest import queue
from tests.views.requests.taking import station
from tests.views.seat import Seat, click

__all__ = ["queue", "station"]
Open = Callable[..., SlipDialog]


@pytest.fixture
def slip(station: Seat, qtbot: QtBot) -> Iterator[Open]:
    """Return a way to open the slip of a request and wait until it is set."""
    opened: list[SlipDialog] = []

    def open_slip(key: str, kind: str = "") -> SlipDialog:
        made = SlipDialog(station.bridge, station.focus, key, kind)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
        qtbot.addWidget(made)
        with qtbot.waitExposed(made):
            made.show()
        qtbot.waitUntil(lambda: made.made is not None, timeout=20_000)
        opened.append(made)
        return made

    yield open_slip
    for one in opened:
        one.done(0)


def millimetres(path: Path) -> tuple[int, int]:
    width, height = (float(side) for side in PdfReader(path).pages[0].mediabox[2:])
    return round(width / 72 * 25.4), round(height / 72 * 25.4)


def test_it_goes_to_the_printer_on_the_paper_that_is_chosen_and_is_remembered(
    station: Seat, slip: Open, qtbot: QtBot, queue: Path
) -> None:
    key = counter.add(station.book, words=WANG)
    dialog = slip(key, "receipt")
    assert dialog.paper.value == A6
    click(dialog.paper.button(A4))
    qtbot.waitUntil(lambda: dialog.made is not None and dialog.made.order.paper == A4, timeout=20_000)
    with qtbot.waitSignal(dialog.printed):
        QTest.keyClick(dialog, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    assert millimetres(queue) == (210, 297)
    assert not dialog.isVisible()
    again = slip(key)
    assert again.paper.value == A4
    assert again.queue.currentText() == "Window-Hall"


def test_a_notice_has_no_small_paper_and_the_receipt_is_beside_it(station: Seat, slip: Open, qtbot: QtBot) -> None:
    dialog = slip(counter.at(station.book, RequestStatus.SUPPLEMENT))
    assert dialog.order.kind == "missing_papers"
    assert not dialog.paper.isEnabled()
    click(dialog.kinds.button("receipt"))
    qtbot.waitUntil(lambda: dialog.made is not None and dialog.made.order.paper == A6, timeout=20_000)
    assert dialog.paper.isEnabled()


def test_it_is_saved_under_a_name_that_names_nobody_and_its_own_files_go(
    station: Seat, slip: Open, tmp_path: Path
) -> None:
    dialog = slip(counter.add(station.book, words=WANG), "acceptance")
    assert dialog.made is not None
    made = dialog.made.path
    assert dialog.save_to(tmp_path / "slip")
    told = PdfReader(tmp_path / "slip.pdf").pages[0].extract_text()
    for one in (WANG.name, WANG.phone):
        assert one not in told
        assert one not in made.name
    assert not dialog.save_to(tmp_path / "missing" / "slip.pdf")
    dialog.done(0)
    assert not made.exists()


def test_other_languages_are_set_beside_that_of_the_window(station: Seat, slip: Open, qtbot: QtBot) -> None:
    dialog = slip(counter.add(station.book))
    click(dialog.language.button("zh"))
    qtbot.waitUntil(lambda: dialog.made is not None and dialog.made.order.language == "zh", timeout=20_000)
    assert dialog.made is not None
    assert "登记回执" in PdfReader(dialog.made.path).pages[0].extract_text()
    assert dialog.save.text() == "Save as PDF…"
