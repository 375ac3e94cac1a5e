"""Citizens' data in the settings: what is kept, a purge by keyboard that names its number, the report, one cut off."""

import json
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from desktop.app.application import Application
from desktop.counter import purging
from desktop.models.book import Book
from desktop.models.request_rules import RequestStatus
from desktop.models.vocabulary import Role
from desktop.models.writing import Posted
from desktop.views.settings.citizens_card import CitizensCard
from desktop.views.settings.purge_dialog import PurgeDialog
from desktop.views.settings.purge_report_dialog import PurgeReportDialog
from desktop.views.settings.screen import SettingsScreen
from tests import counter
from tests.books import CHIEF
from tests.private_words import OUYANG, WANG
from tests.views.seat import click

Start = Callable[..., Application]
Key = Qt.Key


def card_of(application: Application, qtbot: QtBot) -> CitizensCard:
    application.window.go("settings")
    page = application.window.page
    assert isinstance(page, SettingsScreen)
    qtbot.waitUntil(lambda: page.citizens.stand is not None)
    return page.citizens


def closed(book: Book) -> str:
    key = counter.add(book, words=WANG)
    counter.move(book, key, RequestStatus.WITHDRAWN)
    return key


def dialog_of(application: Application, qtbot: QtBot) -> PurgeDialog:
    dialog = next(one for one in application.window.findChildren(PurgeDialog) if one.isVisible())
    qtbot.waitUntil(lambda: dialog.found is not None)
    QApplication.processEvents()
    return dialog


def answer(dialog: PurgeDialog, role: QMessageBox.ButtonRole) -> None:
    box = dialog.confirmation
    assert box is not None
    click(next(one for one in box.buttons() if box.buttonRole(one) is role))


def test_the_card_tells_what_is_kept_and_a_clerk_who_may_purge(program: Start, qtbot: QtBot) -> None:
    application = program()
    card = card_of(application, qtbot)
    assert card.facts["kept"].text() == "Nothing"
    counter.add(application.bridge.book, words=WANG)
    application.bridge.book.backup()
    card.refresh()
    qtbot.waitUntil(lambda: card.facts["kept"].text().startswith("1 requests, the oldest of 20"))
    assert "at most 35 days" in card.facts["backups"].text()
    assert card.facts["rule"].text().startswith("12 months")
    assert card.purge.isEnabled()
    application.preferences.sit(Role.CLERK, "Wang Fang")
    assert "may not purge" in card.purge.toolTip()
    assert not card.purge.isEnabled()


def test_a_purge_by_keyboard_counts_asks_with_the_number_and_shows_the_report(
    program: Start, qtbot: QtBot, tmp_path: Path
) -> None:
    application = program()
    book = application.bridge.book
    stays, ended = counter.add(book, words=OUYANG), closed(book)
    card = card_of(application, qtbot)
    card.purge.setFocus()
    QTest.keyClick(card.purge, Key.Key_Space)
    dialog = dialog_of(application, qtbot)
    assert dialog.number.text().startswith("Nothing is kept of requests that ended before")
    assert dialog.delete.toolTip() == "There is nothing to delete."
    seen: list[Posted] = []
    application.bridge.posted.connect(seen.append)
    gone = counter.add(book, words=WANG)
    book.undo(CHIEF)
    dialog.form.before.setDate(QDate(2025, 2, 1))
    QTest.keyClick(dialog.form.before, Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.number.text() == "The data of 1 requests would go")
    QApplication.processEvents()
    dialog.form.reason.clear()
    QTest.keyClicks(dialog.form.reason, " ")
    assert dialog.delete.toolTip() == "Write a reason first."
    QTest.keyClicks(dialog.form.reason, "time is over")
    QTest.keyClick(dialog.form.reason, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.confirmation is not None
    assert "data of 1 requests" in dialog.confirmation.text()
    answer(dialog, QMessageBox.ButtonRole.RejectRole)
    assert book.private.get(f"request:{gone}") == WANG
    click(dialog.delete)
    answer(dialog, QMessageBox.ButtonRole.AcceptRole)
    qtbot.waitUntil(lambda: bool(application.window.findChildren(PurgeReportDialog)))
    assert book.private.get(f"request:{gone}") is None
    assert (book.private.get(f"request:{stays}"), book.private.get(f"request:{ended}")) == (OUYANG, WANG)
    assert any(f"request:{gone}" in news.records for news in seen)
    report = application.window.findChildren(PurgeReportDialog)[0]
    qtbot.waitUntil(lambda: report.path is not None)
    report.save_to(tmp_path / "report")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    click(report.close_button)
    qtbot.waitUntil(lambda: "Li Qiang: 1 requests" in card.facts["last"].text())
    assert card.report.isVisible()


def test_a_purge_that_was_cut_off_is_finished_from_the_card(program: Start, qtbot: QtBot) -> None:
    application = program()
    book = application.bridge.book
    counter.add(book, words=WANG)
    plan = {
        "before": "2025-02-01",
        "reason": "期满",
        "counts": {"requests": 3, "contacts": 3, "texts": 2, "backups": 1},
    }
    book.keep("purge", "planned", json.dumps(plan))
    book.keep("purge", "unclean", "2025-02-01")
    card = card_of(application, qtbot)
    assert "was interrupted" in card.warning.text()
    assert not card.purge.isEnabled()
    click(card.finish)
    qtbot.waitUntil(lambda: "3 requests that ended before 2025-02-01" in card.facts["last"].text())
    assert not card.finish.isVisible()
    assert purging.unfinished(book) is None
    for one in application.window.findChildren(PurgeReportDialog):
        one.reject()
