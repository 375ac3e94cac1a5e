"""The panel of a request by keys and clicks, over a real book."""

import threading
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.models.book import Book
from desktop.models.history import Told
from desktop.models.request_rules import RequestStatus
from desktop.views.requests.panel import RequestPanel
from tests import counter
from tests.books import CHIEF
from tests.private_words import WANG
from tests.views.requests.desk import Desk
from tests.views.seat import show


def test_it_tells_which_request_it_is_masked_and_by_when_it_is_due(desk: Desk) -> None:
    key = counter.add(desk.book, words=WANG)
    counter.move(desk.book, key, RequestStatus.ACCEPTED)
    desk.show(key)
    told = desk.told()
    for word in (desk.row(key).number, "Action 1", "Accepted", "2026-09-15", "王**", "138****5678", "10 workdays left"):
        assert word in told
    assert "王小明" not in told
    assert "13812345678" not in told


def test_digits_choose_moves_and_a_move_without_needs_is_made_at_once(desk: Desk) -> None:
    key = counter.add(desk.book)
    desk.show(key)
    desk.digit(1)
    assert desk.row(key).status is RequestStatus.ACCEPTED
    assert "2026-09-15" in desk.told()


def test_a_slow_disk_holds_up_neither_the_window_nor_a_digit_and_old_news_is_not_shown(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, here, disk = counter.add(desk.book), threading.current_thread(), threading.Semaphore(0)
    begun, story = threading.Event(), Book.request_story

    def read(book: Book, *asked: Any) -> list[Told]:
        """Read as from a disk that is busy, but on the screen's thread."""
        found = story(book, *asked)
        if threading.current_thread() is not here:
            begun.set()
            disk.acquire(timeout=10)
        return found

    monkeypatch.setattr(Book, "request_story", read)
    desk.panel.show_request(key)
    qtbot.waitUntil(begun.is_set)
    desk.digit(1)
    assert desk.row(key).status is RequestStatus.ACCEPTED
    disk.release(9)
    qtbot.wait(150)
    assert desk.panel.row == desk.row(key)
    desk.panel.show_request(counter.add(desk.book))
    qtbot.waitUntil(lambda: desk.panel.row is not None)
    assert desk.panel.row.status is RequestStatus.REGISTERED


def test_a_notice_is_typed_in_lines_saved_by_ctrl_enter_and_its_slip_asked_for(desk: Desk) -> None:
    key = counter.add(desk.book)
    desk.show(key)
    desk.digit(2)
    notice = desk.panel.form.fields.notice
    assert notice.hasFocus()
    QTest.keyClicks(notice, "1. photo")
    QTest.keyClick(notice, Qt.Key.Key_Return)
    QTest.keyClicks(notice, "2. deed")
    desk.save()
    assert desk.row(key).status is RequestStatus.SUPPLEMENT
    assert desk.book.request_story(key)[-1].note == "1. photo\n2. deed"
    assert desk.slips == [(key, "missing_papers")]


def test_what_a_move_needs_is_asked_for_in_the_form_and_escape_leaves_it(desk: Desk) -> None:
    key = counter.add(desk.book)
    desk.show(key)
    desk.digit(3)
    desk.save()
    assert "reason" in desk.panel.form.error.text()
    QTest.keyClick(desk.panel.form.fields.reason, Qt.Key.Key_Escape)
    assert not desk.panel.form.isVisible()
    assert desk.row(key).status is RequestStatus.REGISTERED


def test_who_may_make_a_move_is_said_and_its_digit_says_why_not(desk: Desk) -> None:
    key = counter.at(desk.book, RequestStatus.PROCESSING)
    desk.show(key)
    assert "Approve extension (2): for Chief of unit" in desk.told()
    desk.digit(2)
    assert desk.refused == ["Approve extension: for Chief of unit."]


def test_a_chief_extends_once_with_name_and_days(desk: Desk) -> None:
    desk.focus.sit(CHIEF)
    key = counter.at(desk.book, RequestStatus.PROCESSING)
    desk.show(key)
    desk.digit(2)
    fields = desk.panel.form.fields
    assert (fields.approval.text(), fields.extra.value()) == (CHIEF.officer, 10)
    QTest.keyClicks(fields.notice, "needs a survey")
    desk.save()
    row = desk.row(key)
    assert (row.status, row.extension, row.approval) == (RequestStatus.EXTENDED, "10 workday", CHIEF.officer)
    assert "extended by 10 workdays" in desk.told()


def test_a_bad_rating_is_sent_to_an_officer_and_filed_with_result_and_call(desk: Desk) -> None:
    desk.focus.sit(CHIEF)
    key = counter.at(desk.book, RequestStatus.RATED)
    desk.show(key)
    desk.digit(1)
    desk.panel.form.fields.assignee.setEditText("Qian Jin")
    desk.save()
    row = desk.row(key)
    assert (row.status, row.assignee, row.rect_due_on) == (RequestStatus.RECTIFYING, "Qian Jin", "2026-09-06")
    assert "To be put right by Qian Jin" in desk.told()
    desk.digit(1)
    desk.panel.form.fields.result.choose("explained")
    desk.save()
    assert "what the applicant said" in desk.panel.form.error.text()
    desk.panel.form.fields.answer.choose("satisfied")
    desk.save()
    row = desk.row(key)
    assert (row.status, row.correction, row.reached) == (RequestStatus.ARCHIVED, "explained", "satisfied")


def test_a_clock_that_stands_says_since_when_and_why(desk: Desk) -> None:
    desk.focus.sit(CHIEF)
    key = counter.at(desk.book, RequestStatus.PROCESSING)
    desk.show(key)
    desk.digit(1)
    QTest.keyClicks(desk.panel.form.fields.reason, "appraisal")
    QTest.keyClicks(desk.panel.form.fields.notice, "takes ten days")
    desk.save()
    told = desk.told()
    for words in ("Clock stopped", "since 2026-09-01", "Stopped for: appraisal", "still to count: 10 workdays"):
        assert words in told
    assert desk.slips == [(key, "special")]


def test_what_was_told_too_late_is_said_where_the_request_stands(desk: Desk) -> None:
    key = counter.add(desk.book)
    desk.hands.go(days=9)
    desk.show(key)
    assert "counts as accepted from 2026-09-01" in desk.told()


def test_a_refusal_of_the_book_stands_in_the_form_and_nothing_typed_is_lost(desk: Desk) -> None:
    key = counter.add(desk.book)
    desk.show(key)
    desk.digit(2)
    QTest.keyClicks(desk.panel.form.fields.notice, "call 13912345678")
    desk.save()
    assert desk.panel.form.error.isVisible()
    assert desk.panel.form.fields.notice.toPlainText() == "call 13912345678"
    assert desk.row(key).status is RequestStatus.REGISTERED


def test_the_form_that_was_open_when_the_program_ended_opens_again(desk: Desk, qtbot: QtBot) -> None:
    key = counter.add(desk.book)
    desk.show(key)
    desk.digit(3)
    QTest.keyClicks(desk.panel.form.fields.reason, "half a sen")
    desk.panel._keeper.write()
    said: list[str] = []
    desk.bridge.said.connect(said.append)
    after = RequestPanel(desk.focus, desk.bridge)
    show(qtbot, after, 360, 640)
    after.show_request(counter.add(desk.book))
    after.enter()
    assert said == [
        f"A form of request {desk.row(key).number} was not finished; it opens again when the request is chosen."
    ]
    assert not after.form.isVisible()
    after.show_request(key)
    after.enter()
    assert after.form.fields.reason.toPlainText() == "half a sen"
    assert after.form.asked is not None
    assert after.form.asked.to is RequestStatus.REJECTED
    desk.panel.hide()
