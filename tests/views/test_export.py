"""Ctrl+E: the workbook holds what the page shows."""

from pathlib import Path

from openpyxl import load_workbook
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.models.board_cut import cut
from desktop.views.export import Exporter
from desktop.views.page import Page, Shown
from desktop.views.preferences import Preferences
from tests.views.seat import ACTIONS, WINDOWS, Seat, fresh, seat

__all__ = ["fresh", "seat"]


class _OneWindow(Page):
    def __init__(self, seat: Seat) -> None:
        super().__init__()
        self._board = cut(seat.focus.board, windows={"W3"})

    def shown(self) -> Shown:
        return Shown(self._board, ("A02@W3", "A05@W3"))


def _exporter(seat: Seat, parent: QWidget) -> Exporter:
    return Exporter(seat.focus, seat.bridge, Preferences(seat.focus, seat.bridge), parent)


def _export(seat: Seat, qtbot: QtBot, page: Page | None, target: Path) -> list[str]:
    parent = QWidget()
    qtbot.addWidget(parent)
    if page is not None:
        qtbot.addWidget(page)
    exporter = _exporter(seat, parent)
    with qtbot.waitSignal(seat.bridge.said, timeout=20_000):
        exporter.export_to(target, page)
    book = load_workbook(target.with_suffix(".xlsx"))
    return [str(row[0].value) for row in book["List"].iter_rows(min_row=5)]


def test_a_page_is_written_as_it_is_cut(seat: Seat, qtbot: QtBot, tmp_path: Path) -> None:
    assert _export(seat, qtbot, _OneWindow(seat), tmp_path / "view") == ["A02@W3", "A05@W3"]


def test_without_a_view_of_its_own_the_whole_board_is_written(seat: Seat, qtbot: QtBot, tmp_path: Path) -> None:
    assert len(_export(seat, qtbot, None, tmp_path / "all.xlsx")) == ACTIONS * WINDOWS


def test_a_folder_that_is_not_there_is_said(seat: Seat, qtbot: QtBot, tmp_path: Path) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    exporter = _exporter(seat, parent)
    with qtbot.waitSignal(seat.bridge.refused, timeout=20_000):
        exporter.export_to(tmp_path / "missing" / "view.xlsx", None)
