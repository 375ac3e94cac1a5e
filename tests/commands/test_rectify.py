"""Named ratings with consent, and what follows a bad one: call-backs, correction, appeal, review, who sees what."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from desktop.commands.organization import SetRules
from desktop.commands.ratings import RateRequest
from desktop.commands.rectify import AppealRating, CallBackRater, CorrectRating, FindComplex, ReviewAppeal
from desktop.models.book import Book
from desktop.models.desk import Desk
from desktop.models.draft import Change, Command, Draft
from desktop.models.reader import Reader
from desktop.models.rectification import BadRating
from desktop.models.refusals import RuleBroken
from desktop.models.vocabulary import Role
from tests.books import BUREAU, CHIEF, CLERK, START, Hands, dated, make, source

TODAY = START.date()


@dataclass(frozen=True)
class _Request:
    """A request as the register writes it, in the state given."""

    id: str
    status: str = "completed"
    window: str = "W1"

    kind = "request"

    def drafts(self, _reader: Reader, _desk: Desk) -> Sequence[Draft]:
        record = f"request:{self.id}"
        return [Draft((Change(record, "window", self.window), Change(record, "status", self.status)))]


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = make(tmp_path / "book", hands=Hands(), edition=dated(source()))
    made.do(_Request("R1"), CLERK)
    yield made
    made.close()


def _bad(book: Book, reader: Role = Role.CHIEF) -> BadRating:
    [found] = book.bad_ratings(reader)
    return found


@pytest.fixture
def rating(book: Book) -> str:
    book.do(RateRequest("R1", 1, ("108", "115")), CLERK)
    return _bad(book).id


def test_a_named_rating_is_tied_to_its_request_once(book: Book, rating: str) -> None:
    one = _bad(book)
    assert (one.request, one.window, one.day, one.level, one.reasons) == ("R1", "W1", TODAY, 1, ("108", "115"))
    with pytest.raises(RuleBroken, match="rated_already"):
        book.do(RateRequest("R1", 5), CLERK)


def test_a_named_rating_that_was_a_slip_is_undone_and_given_anew(book: Book, rating: str) -> None:
    book.undo(CLERK)
    assert book.bad_ratings(Role.CHIEF) == []
    book.do(RateRequest("R1", 5), CLERK)
    assert book.satisfaction(TODAY, TODAY).total.counts == (1, 0, 0, 0, 0)


@pytest.mark.parametrize("status", ["registered", "processing", "rectifying", "archived"])
def test_a_request_is_rated_after_completion_and_before_filing(book: Book, status: str) -> None:
    book.do(_Request("R2", status), CLERK)
    with pytest.raises(RuleBroken, match="rating_too_early"):
        book.do(RateRequest("R2", 5), CLERK)
    with pytest.raises(RuleBroken, match="rating_no_request"):
        book.do(RateRequest("R9", 5), CLERK)


def test_a_clerk_sees_the_bad_rating_and_not_whose_it_was(book: Book, rating: str) -> None:
    seen = _bad(book, Role.CLERK)
    assert (seen.is_named, seen.request) == (True, None)


def test_a_good_rating_has_no_clock(book: Book) -> None:
    book.do(RateRequest("R1", 3), CLERK)
    assert book.bad_ratings(Role.CHIEF) == []
    key = str(book.ledger()["rating"][0]["id"])
    with pytest.raises(RuleBroken, match="rating_not_bad"):
        book.do(CorrectRating(key, "已说明"), CHIEF)


def test_the_clock_starts_the_day_after_and_a_complex_one_has_longer(book: Book, rating: str) -> None:
    assert _bad(book).dues[:2] == (date(2026, 9, 2), date(2026, 9, 8))
    book.do(FindComplex(rating, "涉及两个单位"), CHIEF)
    assert _bad(book).dues[:2] == (date(2026, 9, 2), date(2026, 9, 21))  # the 20th, a Sunday, is worked


def test_the_bureau_changes_the_limits_and_the_least_number_for_a_rank(book: Book, rating: str) -> None:
    assert book.satisfaction(TODAY, TODAY).groups[0].rank is None
    book.do(SetRules({"rating_correct_workdays": 2, "rating_rank_least": 1}, "本地规定"), BUREAU)
    assert _bad(book).dues.correct_on == date(2026, 9, 3)
    assert book.satisfaction(TODAY, TODAY).groups[0].rank == 1


def test_every_attempt_to_call_is_on_record_and_the_first_success_stops_the_clock(book: Book, rating: str) -> None:
    book.do(CallBackRater(rating, reached=False, note="无人接听"), CHIEF)
    assert (_bad(book).called_on, _bad(book).contacted_on) == (TODAY, None)
    book.do(CallBackRater(rating, reached=False, note="仍无人接听"), CHIEF)
    book.do(CallBackRater(rating, reached=True, note="已联系，反映等候过久"), CHIEF)
    assert _bad(book).contacted_on == TODAY
    log = [told.note for told in book.history(f"rating:{rating}") if told.kind == "call_back_rater"]
    assert log == ["无人接听", "仍无人接听", "已联系，反映等候过久"]


def test_a_correction_counts_when_the_person_was_reached_too(book: Book, rating: str) -> None:
    book.do(CorrectRating(rating, "增开一个窗口"), CHIEF)
    assert book.satisfaction(TODAY, TODAY).total.correction_rate == 0
    book.do(CallBackRater(rating, reached=True, note="已告知"), CHIEF)
    assert book.satisfaction(TODAY, TODAY).total.correction_rate == 1
    assert not _bad(book).is_open


def test_an_upheld_appeal_leaves_the_statistics_and_not_the_record(book: Book, rating: str) -> None:
    book.do(AppealRating(rating, "误按"), CLERK)
    assert book.satisfaction(TODAY, TODAY).total.ratings == 1
    book.do(ReviewAppeal(rating, upheld=True, reason="录像显示误按"), CHIEF)
    total = book.satisfaction(TODAY, TODAY).total
    assert (total.ratings, total.left_out, total.rate) == (0, 1, None)
    assert (_bad(book).appeal, _bad(book).level) == ("upheld", 1)


def test_a_dismissed_appeal_changes_nothing_and_is_not_made_again(book: Book, rating: str) -> None:
    with pytest.raises(RuleBroken, match="no_appeal"):
        book.do(ReviewAppeal(rating, upheld=True, reason="误按"), CHIEF)
    book.do(AppealRating(rating, "误按"), CLERK)
    book.do(ReviewAppeal(rating, upheld=False, reason="属实"), CHIEF)
    assert book.satisfaction(TODAY, TODAY).total.ratings == 1
    with pytest.raises(RuleBroken, match="appeal_made"):
        book.do(AppealRating(rating, "再申诉"), CLERK)


@pytest.mark.parametrize("deed", [CallBackRater, CorrectRating, FindComplex, ReviewAppeal])
def test_call_back_correction_and_review_are_the_chiefs(book: Book, rating: str, deed: type) -> None:
    more = {CallBackRater: (True, "已联系"), ReviewAppeal: (True, "误按")}.get(deed, ("已整改",))
    command: Command = deed(rating, *more)
    with pytest.raises(RuleBroken, match="right_missing"):
        book.do(command, CLERK)


@pytest.mark.parametrize("words", ["", " \u200b"])
def test_nothing_is_done_without_words(book: Book, rating: str, words: str) -> None:
    for deed in (CallBackRater(rating, reached=True, note=words), CorrectRating(rating, words)):
        with pytest.raises(RuleBroken, match="needs_note"):
            book.do(deed, CHIEF)
    with pytest.raises(RuleBroken, match="needs_reason"):
        book.do(AppealRating(rating, words), CHIEF)


def test_an_unknown_rating_is_refused(book: Book) -> None:
    with pytest.raises(RuleBroken, match="rating_unknown"):
        book.do(AppealRating("none", "误按"), CHIEF)
