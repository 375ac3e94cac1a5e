"""A purge deletes for good, is written down with its reason, is gone on with after a crash, and is printed."""

import multiprocessing
import os
import signal
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest

from desktop import texts
from desktop.commands.requests_kinship import ReopenRequest
from desktop.counter import purging
from desktop.models import entry_draft, private_backup
from desktop.models import purging as rules
from desktop.models.backup import folder
from desktop.models.book import Book
from desktop.models.clock import Clock
from desktop.models.desk import Desk
from desktop.models.entry_draft import EntryDraft
from desktop.models.refusals import BookRefused, RuleBroken
from desktop.models.request_rules import RequestStatus
from tests import counter
from tests.books import CHIEF, CLERK, START, Hands
from tests.private_words import OUYANG, WANG

DAY = date(2026, 10, 1)
LATER = START + timedelta(days=60)


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def book(tmp_path: Path, hands: Hands) -> Iterator[Book]:
    made = counter.station(tmp_path / "book", hands)
    yield made
    made.close()


def closed(book: Book) -> str:
    key = counter.add(book, words=WANG)
    counter.move(book, key, RequestStatus.WITHDRAWN)
    return key


def purge(book: Book, reason: str = "保存期满", desk: Desk = CHIEF) -> purging.Done:
    return purging.purge(book, rules.rehearse(book, DAY), reason, desk)


def test_what_has_ended_is_gone_and_the_journal_says_by_whom_and_why(book: Book, hands: Hands) -> None:
    gone, stays = closed(book), counter.add(book, words=OUYANG)
    book.backup()
    hands.go(days=40)
    done = purge(book)
    assert done.purged is not None
    assert book.private.get(f"request:{gone}") is None
    assert book.private.get(f"request:{stays}") == OUYANG
    told = (done.purged.before, done.purged.officer, done.purged.reason, done.purged.requests, done.purged.contacts)
    assert told == (DAY, CHIEF.officer, "保存期满", 1, 1)
    assert (done.purged.texts, done.purged.backups, done.purged.on) == (1, 1, date(2026, 10, 11))
    assert rules.purges(book) == [done.purged]
    assert done.posted is not None
    assert f"request:{gone}" in done.posted.records
    assert [copy.at.date() for copy in book.private.backups()] == [date(2026, 10, 11)]
    assert book.request(gone) is not None
    assert not book.check()
    assert purging.unfinished(book) is None


def test_a_form_that_was_put_by_goes_too(book: Book, hands: Hands) -> None:
    closed(book)
    hands.go(days=40)
    entry_draft.keep(book, EntryDraft("A01", "W1", words=OUYANG))
    purge(book)
    assert entry_draft.kept(book) is None
    assert book.private.get_all([entry_draft.RECORD]) == {}


def test_a_second_purge_is_an_entry_of_its_own(book: Book, hands: Hands) -> None:
    hands.go(days=40)
    for _time in range(2):
        counter.add(book, words=WANG)
        book.undo(CLERK)
        purge(book)
    first, second = rules.purges(book)
    assert first.id != second.id


def test_nobody_is_purged_by_a_clerk_without_a_reason_or_into_the_future(book: Book, hands: Hands) -> None:
    key = closed(book)
    hands.go(days=40)
    before = len(book.entries())
    for reason, desk, day, code in (
        ("保存期满", CLERK, DAY, "right_missing"),
        (" ", CHIEF, DAY, "purge_needs_reason"),
        ("保存期满", CHIEF, date(2027, 1, 1), "future_day"),
        ("保存期满", CHIEF, date(2026, 8, 1), "nothing_to_purge"),
    ):
        with pytest.raises(RuleBroken, match=code) as caught:
            purging.purge(book, rules.rehearse(book, day), reason, desk)
        assert "…" not in texts.refusal(caught.value)
    assert (len(book.entries()), book.private.get(f"request:{key}")) == (before, WANG)
    assert purging.unfinished(book) is None


def test_a_request_that_was_taken_up_again_meanwhile_stops_it(book: Book, hands: Hands) -> None:
    key = closed(book)
    hands.go(days=40)
    found = rules.rehearse(book, DAY)
    book.undo(CLERK, reason="误操作")
    with pytest.raises(RuleBroken, match="purge_moved"):
        purging.purge(book, found, "保存期满", CHIEF)
    assert book.private.get(f"request:{key}") == WANG
    assert purging.unfinished(book) is None


def test_who_stops_it_in_time_has_deleted_nothing(book: Book, hands: Hands) -> None:
    key = closed(book)
    hands.go(days=40)
    before = len(book.entries())

    class Stop(Exception):
        pass

    def stop(_part: float) -> None:
        raise Stop

    with pytest.raises(Stop):
        purging.purge(book, rules.rehearse(book, DAY), "保存期满", CHIEF, told=stop)
    assert (len(book.entries()), book.private.get(f"request:{key}")) == (before, WANG)
    assert purging.unfinished(book) is None


def test_a_purge_cannot_be_undone_and_the_way_on_is_free(book: Book, hands: Hands) -> None:
    key = closed(book)
    hands.go(days=40)
    done = purge(book)
    assert done.posted is not None
    with pytest.raises(RuleBroken, match="undo_never"):
        book.undo(CHIEF, done.posted.stamps[0])
    book.do(ReopenRequest(key, "再次来窗口"), CLERK)


def killed(path: Path, where: str) -> None:
    book = Book.open(path, clock=Clock(Hands(LATER)))

    def die(*_told: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    if where == "before the entry":
        purging.purge(book, rules.rehearse(book, DAY), "保存期满", CHIEF, final=die)
    else:
        book.listen(die)
        purge(book)


@pytest.mark.parametrize("where", ["before the entry", "after the entry"])
def test_a_purge_that_a_crash_cut_off_is_told_and_finished(book: Book, hands: Hands, where: str) -> None:
    closed(book)
    closed(book)
    book.backup()
    child = multiprocessing.get_context("spawn").Process(target=killed, args=(book.path, where))
    child.start()
    child.join()
    assert child.exitcode == -signal.SIGKILL
    hands.at = LATER
    assert len(rules.purges(book)) == (where == "after the entry")
    assert purging.unfinished(book) == DAY
    assert [one.code for one in book.check_at_start() if one.code == "purge_interrupted"]
    with pytest.raises(RuleBroken, match="purge_unfinished"):
        purge(book)
    with pytest.raises(RuleBroken, match="right_missing"):
        purging.finish(book, CLERK)
    done = purging.finish(book, CHIEF)
    assert done is not None
    (made,) = rules.purges(book)
    assert (made.requests, made.contacts, made.reason, made.officer) == (2, 2, "保存期满", CHIEF.officer)
    assert purging.unfinished(book) is None
    assert purging.finish(book, CHIEF) is None
    assert all(copy.at > LATER - timedelta(days=1) for copy in private_backup.copies(book.id))


def test_a_backup_that_cannot_be_removed_leaves_the_purge_unfinished(
    book: Book, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    closed(book)
    book.backup()
    hands.go(days=40)
    place = folder(book.id) / "20260101T000000Z-1.private"
    place.mkdir()
    with pytest.raises(BookRefused, match="backups_left"):
        purge(book)
    assert len(rules.purges(book)) == 1
    place.rmdir()
    assert purging.finish(book, CHIEF) == purging.Done(None, None)
    assert purging.unfinished(book) is None


def test_the_report_is_printed_whenever_it_is_asked_for_and_names_nobody(book: Book, hands: Hands) -> None:
    key = closed(book)
    hands.go(days=40)
    purge(book)
    hands.go(days=400)
    (made,) = rules.purges(book)
    out = purging.write_report(book, made, book.path.parent / "r.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(out.path))
    plain = "".join(text.split())
    for words in ("2026年10月1日", "2026年10月11日", "保存期满", CHIEF.officer):
        assert words in plain
    assert WANG.name not in plain
    assert key not in plain
