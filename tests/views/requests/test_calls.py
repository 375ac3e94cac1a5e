"""Calling an applicant back: the telephone for a reason and a minute, the answer, the log."""

import json

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.models.request_rules import RequestStatus
from desktop.views.requests.panel_contact import SECONDS
from desktop.views.requests.ways import Do
from tests import counter
from tests.private_words import WANG
from tests.views.requests.desk import Desk
from tests.views.seat import click


def _completed(desk: Desk) -> str:
    key = counter.add(desk.book, words=WANG)
    for step in counter.WAYS[RequestStatus.COMPLETED]:
        counter.move(desk.book, key, step)
    desk.show(key)
    return key


def _is_shown(desk: Desk) -> bool:
    return desk.panel.contact.is_shown


def _unmask(desk: Desk) -> None:
    desk.panel.want(Do.UNMASK)
    QTest.keyClicks(desk.panel.form.fields.reason, "to call back")
    desk.save()


def test_the_telephone_is_painted_for_a_reason_that_stands_in_the_story_and_in_no_widget(desk: Desk) -> None:
    key = _completed(desk)
    click(desk.panel.contact.button)
    assert desk.panel.form.fields.reason.hasFocus()
    QTest.keyClicks(desk.panel.form.fields.reason, "to call back")
    desk.save()
    assert _is_shown(desk)
    assert desk.book.request_story(key)[-1].reason == "to call back"
    told = desk.told()
    assert "to call back" in told
    for secret in (WANG.name, WANG.phone, WANG.id_last4):
        assert secret not in told


def test_it_is_masked_again_after_a_minute_and_when_the_page_goes(desk: Desk) -> None:
    _completed(desk)
    _unmask(desk)
    for _second in range(SECONDS):
        desk.panel.contact._timer.timeout.emit()
    assert not _is_shown(desk)
    _unmask(desk)
    assert _is_shown(desk)
    desk.panel.hide()
    assert not _is_shown(desk)


def test_it_is_masked_again_when_another_request_is_shown(desk: Desk) -> None:
    other = counter.add(desk.book)
    _completed(desk)
    _unmask(desk)
    desk.panel.show_request(other)
    assert not _is_shown(desk)


def test_the_form_of_the_call_comes_back_after_the_reason_was_given(desk: Desk) -> None:
    key = _completed(desk)
    desk.digit(1)
    QTest.keyClicks(desk.panel.form.fields.note, "in the evening")
    _unmask(desk)
    form = desk.panel.form
    assert form.isVisible()
    assert form.asked is not None
    assert form.asked.do is Do.CALL
    assert form.fields.note.toPlainText() == "in the evening"
    form.fields.answer.choose("satisfied")
    desk.save()
    assert desk.row(key).status is RequestStatus.CALLBACK
    assert _is_shown(desk)


def test_nobody_reached_moves_nothing_and_stands_in_the_log(desk: Desk) -> None:
    key = _completed(desk)
    desk.digit(1)
    desk.save()
    assert "what the applicant said" in desk.panel.form.error.text()
    desk.panel.form.fields.answer.choose("nobody")
    desk.save()
    row = desk.row(key)
    assert (row.status, row.calls, row.reached) == (RequestStatus.COMPLETED, 1, "nobody")
    told = desk.told()
    assert "Calls" in told
    assert "Nobody reached" in told


def test_a_rating_by_name_takes_its_level_and_reasons(desk: Desk) -> None:
    key = _completed(desk)
    desk.digit(2)
    rating = desk.panel.form.fields.rating
    click(rating.levels.button(2))
    rating.reasons.item(0).setCheckState(Qt.CheckState.Checked)
    desk.save()
    row = desk.row(key)
    assert (row.status, row.level) == (RequestStatus.RATED, "2")
    assert "Dissatisfied" in desk.told()


def test_words_of_an_open_form_outlive_the_program_but_never_a_reason_for_looking(desk: Desk) -> None:
    _completed(desk)
    desk.digit(1)
    QTest.keyClicks(desk.panel.form.fields.note, "asks for a letter")
    desk.panel._keeper.write()
    kept = desk.book.kept("draft", "request")
    assert kept is not None
    assert json.loads(kept)[3]["note"] == "asks for a letter"
    QTest.keyClicks(desk.panel.form.fields.note, " 13812345678")
    desk.panel._keeper.write()
    assert "13812345678" not in (desk.book.kept("draft", "request") or "")
    desk.panel.step_back()
    desk.panel.want(Do.UNMASK)
    QTest.keyClicks(desk.panel.form.fields.reason, "curious")
    desk.panel._keeper.write()
    assert "curious" not in (desk.book.kept("draft", "request") or "")
