from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.app.application import Application
from desktop.exchange.edition_map import Kind
from desktop.models.backup import backups
from desktop.models.vocabulary import Role
from desktop.views.exchange.catalogue_import import CatalogueImport
from desktop.views.office.catalogue_screen import CatalogueScreen
from tests import books
from tests.views.exchange import editions
from tests.views.seat import Seat, click, show

Start = Callable[..., Application]
TEXT = "第二版便民举措\n一、窗口服务举措\n1.举措1。照此办理。\n2.全新的举措。上门服务。\n"


def opened(seat: Seat, qtbot: QtBot) -> CatalogueImport:
    seat.focus.sit(books.BUREAU)
    dialog = CatalogueImport(seat.book, seat.focus.desk)
    show(qtbot, dialog, 900, 600)
    return dialog


def read(dialog: CatalogueImport, path: Path, qtbot: QtBot) -> None:
    dialog.read(path)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.review and dialog.pages.isEnabled())


def press_button(button: QWidget) -> None:
    """Press a button by the keyboard alone."""
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)


def test_a_folder_is_reviewed_and_then_imported_with_a_backup_first(seat: Seat, tmp_path: Path, qtbot: QtBot) -> None:
    before = len(backups(seat.book.id))
    dialog = opened(seat, qtbot)
    read(dialog, editions.folder(tmp_path / "new"), qtbot)
    assert seat.book.catalogue().edition.id == "test-1"
    assert dialog.review.form.lines["version"].text() == "test-2"
    assert dialog.review.form.lines["version"].isReadOnly()
    assert dialog.review.form.effect.text() == "48 carried over · 0 new · 0 ended"
    with qtbot.waitSignal(dialog.brought):
        press_button(dialog.review.bring_in)
    assert seat.book.catalogue().edition.id == "test-2"
    assert len(backups(seat.book.id)) == before + 1


def test_while_errors_stand_all_are_listed_and_nothing_is_imported(seat: Seat, tmp_path: Path, qtbot: QtBot) -> None:
    told = editions.draft()
    rows = [dict(row) for row in told.rows("actions")]
    rows[2]["cadence"], rows[4]["title_zh"] = "sometimes", ""
    dialog = opened(seat, qtbot)
    read(dialog, editions.folder(tmp_path / "bad", told.with_sheet("actions", rows)), qtbot)
    assert not dialog.review.bring_in.isEnabled()
    assert dialog.review.tabs.currentWidget() is dialog.review.faults
    click(dialog.review.faults.copy)
    lines = QGuiApplication.clipboard().text().splitlines()
    assert any("\t4\t" in line and "sometimes" in line for line in lines)
    assert any("\t6\t" in line for line in lines)
    dialog.review.faults.save_to(tmp_path / "faults")
    assert "sometimes" in (tmp_path / "faults.txt").read_text(encoding="utf-8-sig")
    dialog.bring_in()
    assert seat.book.catalogue().edition.id == "test-1"


def test_a_pasted_text_takes_its_words_from_the_form(seat: Seat, tmp_path: Path, qtbot: QtBot) -> None:
    dialog = opened(seat, qtbot)
    dialog.source.text.setPlainText(TEXT)
    press_button(dialog.source.read)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.review and dialog.pages.isEnabled())
    form = dialog.review.form
    assert not form.lines["version"].isReadOnly()
    for name, word in (("version", "official-1"), ("compiled", "2026-08-25"), ("source", "Order 7")):
        form.lines[name].setFocus()
        form.lines[name].clear()
        QTest.keyClicks(form.lines[name], word)
        QTest.keyClick(form.lines[name], Qt.Key.Key_Return)
    assert dialog.pages.currentWidget() is dialog.review
    assert "Window kinds" in dialog.review.faults.table.text()
    assert not dialog.review.bring_in.isEnabled()
    dialog.review.save_draft_to(tmp_path / "draft")
    assert (tmp_path / "draft" / "actions.csv").is_file()
    dialog.review.map.table.selectRow(1)
    press_button(dialog.review.map.only)
    with qtbot.waitSignal(dialog.brought):
        press_button(dialog.review.bring_in)
    assert seat.book.catalogue().edition.source == "Order 7"


def test_a_new_action_of_a_pasted_text_is_given_its_windows_in_the_map(seat: Seat, qtbot: QtBot) -> None:
    dialog = opened(seat, qtbot)
    dialog.source.text.setPlainText(TEXT)
    press_button(dialog.source.read)
    qtbot.waitUntil(lambda: dialog.pages.currentWidget() is dialog.review and dialog.pages.isEnabled())
    review = dialog.review
    dialog._rename({"version": "official-1", "compiled": "2026-08-25", "source": "Order 7"})
    assert not review.bring_in.isEnabled()
    review.tabs.setCurrentWidget(review.map)
    review.map.table.selectRow(1)
    (hall,) = review.map.windows.menu().actions()
    assert not hall.isChecked()
    hall.trigger()
    assert review.bring_in.isEnabled()
    with qtbot.waitSignal(dialog.brought):
        press_button(review.bring_in)
    assert [one.kinds for one in seat.book.catalogue().actions.values()] == [("hall",), ("hall",)]


def test_the_map_is_corrected_by_keyboard(seat: Seat, tmp_path: Path, qtbot: QtBot) -> None:
    told = editions.draft()
    rows = [dict(row) for row in told.rows("actions")]
    rows[0]["title_zh"], rows[0]["text_zh"] = "全新的上门服务", "送证上门"
    dialog = opened(seat, qtbot)
    read(dialog, editions.folder(tmp_path / "new", told.with_sheet("actions", rows)), qtbot)
    review = dialog.review
    review.tabs.setCurrentWidget(review.map)

    def kinds() -> list[Kind]:
        handed = dialog.handed
        assert handed is not None
        return [row.kind for row in handed.map]

    assert kinds()[0] is Kind.NEW
    assert kinds()[9] is Kind.MERGED
    assert review.form.effect.text() == "44 carried over · 4 new · 0 ended"
    for row, old in ((9, "A10"), (0, "A01")):
        review.map.table.selectRow(row)
        review.map.old.setCurrentIndex(review.map.old.findData(old))
        press_button(review.map.only)
    assert kinds()[0] is Kind.REWORDED
    assert review.form.effect.text() == "48 carried over · 0 new · 0 ended"
    press_button(review.map.none)
    assert (kinds()[0], kinds()[-1]) == (Kind.NEW, Kind.WITHDRAWN)
    assert review.form.effect.text() == "44 carried over · 4 new · 4 ended"
    assert review.bring_in.isEnabled()


def test_merged_actions_take_states_over_and_one_undo_takes_that_back(
    program: Start, tmp_path: Path, qtbot: QtBot
) -> None:
    application = program()
    application.preferences.sit(Role.BUREAU, "Zhao Min")
    application.window.go("catalogue")
    page = application.window.page
    assert isinstance(page, CatalogueScreen)
    click(page.bring_in)
    (dialog,) = application.window.findChildren(CatalogueImport)
    told = editions.draft(from_day="2026-08-20")
    read(dialog, editions.folder(tmp_path / "new", told.with_sheet("actions", told.rows("actions")[1:])), qtbot)
    review = dialog.review
    review.tabs.setCurrentWidget(review.map)
    review.map.table.selectRow(0)
    review.map.old.setCurrentIndex(review.map.old.findData("A01"))
    press_button(review.map.also)
    with qtbot.waitSignal(dialog.brought):
        click(review.bring_in)
    assert application.focus.board.catalogue.edition.id == "test-2"
    assert application.focus.board.catalogue.actions["A02.2"].came_from == ("A02", "A01")
    assert application.window.toast.isVisible()


def test_others_are_told_why_they_cannot_import(program: Start) -> None:
    application = program()
    application.frame.intake_asked.emit("catalogue")
    assert application.window.findChildren(CatalogueImport) == []
    assert application.window.toast.isVisible()
    application.preferences.sit(Role.BUREAU, "Zhao Min")
    application.focus.look_at(application.focus.board.as_of - timedelta(days=1))
    application.frame.intake_asked.emit("catalogue")
    assert application.window.findChildren(CatalogueImport) == []
