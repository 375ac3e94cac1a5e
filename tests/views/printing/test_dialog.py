"""The printing dialog over a real book: makes the sheet at once, shows its pages, saves it."""

from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desktop.views.printing.dialog import PrintDialog
from desktop.views.printing.order import Order, Sheet
from desktop.views.printing.screen import PrintScreen
from tests.views.seat import WINDOWS, Seat, click, show


@pytest.fixture
def dialog(seat: Seat, qtbot: QtBot) -> PrintDialog:
    made = PrintDialog(seat.focus, seat.bridge, "W2")
    show(qtbot, made, 1100, 700)
    qtbot.waitUntil(lambda: made.desk.made is not None, timeout=20_000)
    return made


def _text(path: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(path).pages)


def test_it_opens_on_the_sheet_of_the_persons_window(dialog: PrintDialog) -> None:
    assert dialog.desk.made is not None
    assert dialog.desk.made.order == Order(Sheet.WINDOW, "W2", None, "en")
    assert "Window 2" in _text(dialog.desk.made.path)
    assert "12 rows are not reported" in dialog.desk.notes.text()


def test_the_pages_are_drawn_in_the_dialog(dialog: PrintDialog, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: 0 in dialog.desk.pages.sheets.pictures, timeout=10_000)
    width, image = dialog.desk.pages.sheets.pictures[0]
    assert image.width() == width
    inked = sum(image.pixelColor(x, image.height() // 3) != QColor("white") for x in range(width))
    assert inked > 0
    assert dialog.desk.where.text() == "Page 1 of 1"


def test_choosing_all_windows_and_another_language_makes_it_anew(dialog: PrintDialog, qtbot: QtBot) -> None:
    options = dialog.desk.options
    options.window_box.setCurrentIndex(0)
    options.language.setCurrentIndex(options.language.findData("zh"))
    options.language.activated.emit(0)
    qtbot.waitUntil(lambda: dialog.desk.made is not None and dialog.desk.made.order.language == "zh", timeout=20_000)
    assert dialog.desk.made is not None
    assert len(dialog.desk.made.sizes) == WINDOWS
    assert "窗口进度表" in _text(dialog.desk.made.path)
    assert dialog.desk.print_button.text() == "Print now"


def test_the_report_as_of_a_past_day_is_two_clicks_away(dialog: PrintDialog, qtbot: QtBot, seat: Seat) -> None:
    dialog.desk.options.as_of.setDate(dialog.desk.options.as_of.date().addDays(-2))
    click(dialog.desk.options.report)
    qtbot.waitUntil(
        lambda: dialog.desk.made is not None and dialog.desk.made.order.sheet is Sheet.IMPLEMENTATION, timeout=30_000
    )
    assert dialog.desk.made is not None
    assert dialog.desk.made.order.as_of == date(2026, 8, 30)
    assert not dialog.desk.options.window_box.isEnabled()


def test_it_is_saved_under_a_name_that_ends_in_pdf(dialog: PrintDialog, tmp_path: Path) -> None:
    assert dialog.desk.save_to(tmp_path / "sheet")
    assert dialog.desk.made is not None
    assert (tmp_path / "sheet.pdf").read_bytes() == dialog.desk.made.path.read_bytes()


def test_a_folder_that_cannot_be_written_is_said(dialog: PrintDialog, tmp_path: Path) -> None:
    assert not dialog.desk.save_to(tmp_path / "missing" / "sheet.pdf")
    assert "could not be written" in dialog.desk.notes.text()


def test_closing_takes_its_files_away(dialog: PrintDialog) -> None:
    assert dialog.desk.made is not None
    folder = dialog.desk.made.path.parent
    dialog.close()
    assert not folder.exists()


def test_without_a_queue_nothing_is_printed_but_all_else_goes_on(dialog: PrintDialog) -> None:
    if dialog.desk.options.queue.currentData():
        pytest.skip("this machine has a print queue")
    assert not dialog.desk.print_button.isVisible()
    assert dialog.desk.save.isEnabled()


def test_the_page_of_the_window_makes_the_sheet_when_it_is_visited(seat: Seat, qtbot: QtBot) -> None:
    screen = PrintScreen(seat.focus, seat.bridge)
    show(qtbot, screen, 1100, 700)
    screen.arrive()
    desk = screen.desk
    assert desk is not None
    qtbot.waitUntil(lambda: desk.made is not None, timeout=20_000)
    screen.arrive()
    assert screen.desk is desk
    qtbot.waitUntil(lambda: desk.made is not None, timeout=20_000)
    seat.focus.look_at(date(2026, 8, 30))
    screen.arrive()
    assert screen.desk is not desk
    assert screen.desk is not None
    assert screen.desk.options.order().as_of == date(2026, 8, 30)
    screen.desk.leave()


def test_one_click_sends_the_very_file_to_the_queue_and_closes(queue: Path, seat: Seat, qtbot: QtBot) -> None:
    said: list[str] = []
    seat.bridge.said.connect(said.append)
    dialog = PrintDialog(seat.focus, seat.bridge, "W2")
    show(qtbot, dialog, 1100, 700)
    qtbot.waitUntil(lambda: dialog.desk.made is not None, timeout=20_000)
    assert dialog.desk.made is not None
    wanted = dialog.desk.made.path.read_bytes()
    click(dialog.desk.print_button)
    assert queue.read_bytes() == wanted
    assert said[-1] == "Sent to the printer: Window-Hall-7"
    assert not dialog.isVisible()
