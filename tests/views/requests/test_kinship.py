"""Requests out of requests in the panel: reopened, split, merged, several at once, each taken back by one undo."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.models.request_rules import RequestStatus
from desktop.views.requests.ways import Do
from tests import counter
from tests.books import CHIEF, meet
from tests.private_words import WANG
from tests.views.requests.desk import Desk
from tests.views.seat import click


def _reason(desk: Desk, words: str = "asked again") -> None:
    QTest.keyClicks(desk.panel.form.fields.reason, words)
    desk.save()


def test_an_ended_request_is_reopened_under_a_new_number_which_is_shown_and_links_back(desk: Desk) -> None:
    key = counter.at(desk.book, RequestStatus.WITHDRAWN)
    desk.show(key)
    desk.panel.want(Do.REOPEN)
    _reason(desk)
    new = desk.panel.row
    assert new is not None
    assert new.follows == key
    click(desk.panel.kin.links[0])
    assert desk.panel.row is not None
    assert desk.panel.row.id == key
    assert "Taken up again by" in desk.told()
    assert desk.bridge.undo()
    assert desk.book.kin(key) == []


def test_further_matters_found_by_their_code_get_numbers_and_the_citizens_words(desk: Desk, qtbot: QtBot) -> None:
    key = counter.add(desk.book, words=WANG)
    desk.show(key)
    desk.panel.want(Do.SPLIT)
    parts = desk.panel.form.fields.parts
    QTest.keyClicks(parts.field, "a02")
    qtbot.waitUntil(lambda: parts.field.is_ready)
    QTest.keyClick(parts.field, Qt.Key.Key_Return)
    assert parts.ids == ("A02",)
    _reason(desk, "two matters")
    (new,) = desk.book.kin(key)
    assert (new.action, new.part_of) == ("A02", key)
    assert desk.book.contacts([new.id])[new.id].name == "王**"
    assert desk.bridge.undo()
    assert desk.book.kin(key) == []


def test_a_request_is_merged_into_one_that_is_offered_and_can_do_nothing_then(desk: Desk) -> None:
    kept, key = counter.add(desk.book), counter.add(desk.book)
    desk.show(key)
    desk.panel.want(Do.MERGE)
    into = desk.panel.form.fields.into
    assert [into.itemData(at) for at in range(into.count())] == [kept]
    into.setCurrentIndex(0)
    _reason(desk, "the same case")
    assert desk.row(key).same_as == kept
    assert "was merged into" in desk.told()
    assert desk.bridge.undo()
    assert desk.row(key).same_as == ""


def test_the_same_person_is_offered_before_the_same_matter(desk: Desk) -> None:
    matter, person = counter.add(desk.book), counter.add(desk.book, "A03", words=WANG)
    key = counter.add(desk.book, words=WANG)
    desk.show(key)
    desk.panel.want(Do.MERGE)
    into = desk.panel.form.fields.into
    assert [into.itemData(at) for at in range(into.count())] == [person, matter]


def test_a_number_typed_is_taken_and_a_wrong_one_refused_in_the_form(desk: Desk) -> None:
    kept, key = counter.add(desk.book), counter.add(desk.book)
    desk.show(key)
    desk.panel.want(Do.MERGE)
    desk.panel.form.fields.into.setEditText("W1-20200101-AA001")
    _reason(desk)
    assert "There is no request" in desk.panel.form.error.text()
    desk.panel.form.fields.into.setEditText(desk.row(kept).number)
    desk.save()
    assert desk.row(key).same_as == kept


def test_several_requests_are_moved_in_one_entry_with_their_needs_asked_once(desk: Desk) -> None:
    keys = [counter.at(desk.book, RequestStatus.ACCEPTED) for _n in range(3)]
    desk.panel.show_request(keys[0])
    desk.panel.take(keys)
    desk.panel.enter()
    assert "3 requests are chosen" in desk.told()
    desk.digit(1)
    assert desk.panel.form.fields.handler.currentText() == desk.focus.desk.officer
    desk.save()
    assert {desk.row(key).status for key in keys} == {RequestStatus.PROCESSING}
    assert desk.bridge.undo()
    assert {desk.row(key).status for key in keys} == {RequestStatus.ACCEPTED}


def test_a_move_that_not_all_allow_says_which_request_does_not(desk: Desk) -> None:
    keys = [counter.add(desk.book), counter.at(desk.book, RequestStatus.ACCEPTED)]
    desk.panel.take(keys)
    desk.panel.enter()
    desk.digit(1)
    assert desk.refused == [f"Accept: {desk.row(keys[1]).number} is Accepted: not from there."]


def test_a_transfer_names_a_unit_and_asks_for_its_slip(desk: Desk) -> None:
    key = counter.add(desk.book)
    desk.show(key)
    desk.digit(4)
    target = desk.panel.form.fields.target
    assert "Two" in [target.itemText(at) for at in range(target.count())]
    target.setEditText("Housing office")
    desk.save()
    assert (desk.row(key).status, desk.row(key).target) == (RequestStatus.TRANSFERRED, "Housing office")
    assert desk.slips == [(key, "transfer")]
    assert desk.bridge.undo()
    assert desk.row(key).status is RequestStatus.REGISTERED


def test_every_deed_says_why_it_cannot_be_done_where_it_cannot(desk: Desk) -> None:
    deeds = {deed.id: deed for deed in desk.panel.deeds()}
    assert deeds["request.reopen"].barred() == "No request is chosen here."
    key = counter.add(desk.book)
    desk.show(key)
    assert deeds["request.reopen"].barred().startswith("Reopen under a new number: it goes on")
    assert deeds["request.unmask"].barred() != ""
    assert deeds["request.settle"].barred() == "Nothing is in dispute here."
    assert deeds["request.move.accepted"].barred() == ""
    assert deeds["request.move.archived"].barred() == "No move leads there from where this request stands."
    deeds["request.move.accepted"].run()
    assert desk.row(key).status is RequestStatus.ACCEPTED


def test_a_dispute_is_said_in_words_and_a_chief_settles_it(desk: Desk, tmp_path: Path) -> None:
    other = counter.station(tmp_path / "other.book", desk.hands)
    key = counter.add(desk.book)
    meet(desk.book, other)
    counter.move(desk.book, key, RequestStatus.ACCEPTED)
    counter.move(other, key, RequestStatus.REJECTED)
    meet(desk.book, other)
    other.close()
    desk.focus.sit(CHIEF)
    desk.show(key)
    assert "Disputed" in desk.told()
    desk.panel.want(Do.SETTLE)
    desk.panel.form.fields.choice.choose(RequestStatus.ACCEPTED)
    _reason(desk, "papers were complete")
    row = desk.row(key)
    assert (row.status, row.disputed) == (RequestStatus.ACCEPTED, False)
    assert "Disputed" not in desk.told()
