"""The satisfaction sheet: the figures of command line and screen, whole, with how they are counted."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop import i18n
from desktop.commands.ballots import PaperBallots
from desktop.commands.ratings import RateRequest
from desktop.commands.rectify import AppealRating, CorrectRating, ReviewAppeal
from desktop.models.book import Book
from desktop.models.request_rules import RequestStatus
from desktop.models.vocabulary import Role
from desktop.reports import facts, implementation, rating_facts, rating_form, satisfaction_sheet
from desktop.texts import satisfaction as words
from tests import books, counter
from tests.reports.paperwork import page_texts, squeezed

DAY = date(2026, 9, 1)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    hands = books.Hands()
    made = books.make(tmp_path / "b.bianmin", hands=hands, edition=books.dated(books.source(windows=4)))
    hands.go(days=1)
    for window, counts in (("W1", (31, 12, 4, 2, 1)), ("W2", (3, 1, 0, 1, 0))):
        made.do(PaperBallots(window, DAY, counts, counts), books.BUREAU)
    yield made
    made.close()
    i18n.use(i18n.DEFAULT)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("by", ["window", "unit", "action"])
def test_every_figure_of_every_group_stands_on_the_sheet(book: Book, tmp_path: Path, language: str, by: str) -> None:
    i18n.use(language)
    told = rating_facts.satisfaction(book, DAY, DAY, by)
    written = satisfaction_sheet.write(told, tmp_path / "s.pdf")
    text = "".join(page_texts(written.path))
    assert written.missing == ""
    for name, one in zip(told.names, told.found.groups, strict=True):
        assert squeezed(name + "".join(words.cells(one))) in text
    assert squeezed("".join(words.cells(told.found.total))) in text
    for sentence in words.formula(told.found):
        assert squeezed(sentence) in text


def test_the_same_figures_give_the_same_bytes(book: Book, tmp_path: Path) -> None:
    told = rating_facts.satisfaction(book, DAY, DAY, "unit")
    one, other = (satisfaction_sheet.write(told, tmp_path / name) for name in ("a.pdf", "b.pdf"))
    assert one.sha256 == other.sha256


def test_the_report_has_an_annex_of_them_where_there_are_ratings(book: Book, tmp_path: Path) -> None:
    told = facts.implementation(book)
    assert told.satisfaction is not None
    text = "".join(page_texts(implementation.write(told, tmp_path / "r.pdf").path))
    annex = text[text.index("附件3") :]
    cells = words.cells(told.satisfaction.found.total)
    assert squeezed("".join(cells[:10])) in annex
    assert squeezed(words.formula(told.satisfaction.found)[0]) in annex


def test_a_report_and_a_sheet_are_printed_again_as_they_were(book: Book, tmp_path: Path) -> None:
    heard, day = book.board().heard, book.clock.today()
    first = implementation.write(facts.implementation(book), tmp_path / "r1.pdf").sha256
    sheet = satisfaction_sheet.write(rating_facts.satisfaction(book, DAY, day, "window"), tmp_path / "s1.pdf").sha256
    one, other = book.bad_ratings(Role.CHIEF)[:2]
    book.do(CorrectRating(one.id, "put right"), books.BUREAU)
    book.do(AppealRating(other.id, "another window"), books.BUREAU)
    book.do(ReviewAppeal(other.id, upheld=True, reason="so it was"), books.BUREAU)
    now = rating_facts.satisfaction(book, DAY, day, "window").found.total
    then = rating_facts.satisfaction(book, DAY, day, "window", heard)
    assert (now.corrected, now.left_out) == (1, 1)
    assert (then.found.total.corrected, then.found.total.left_out) == (0, 0)
    assert satisfaction_sheet.write(then, tmp_path / "s2.pdf").sha256 == sheet
    again = facts.implementation(book, heard=heard)
    assert implementation.write(again, tmp_path / "r2.pdf").sha256 == first


def test_what_was_heard_counts_requests_too(tmp_path: Path) -> None:
    hands = books.Hands()
    made = counter.station(tmp_path / "s.bianmin", hands)
    key = counter.at(made, RequestStatus.COMPLETED)
    made.do(RateRequest(key, 5), books.CLERK)
    heard, today = made.board().heard, made.clock.today()
    counter.at(made, RequestStatus.COMPLETED)
    for by in ("window", "action"):
        assert made.satisfaction(today, today, by, heard).total.cases == 1
        assert made.satisfaction(today, today, by, made.board().heard) == made.satisfaction(today, today, by)
    assert made.satisfaction(today, today).total.cases == 2
    made.close()


def test_a_report_without_ratings_has_no_such_annex(tmp_path: Path) -> None:
    empty = books.make(tmp_path / "empty.bianmin")
    assert facts.implementation(empty).satisfaction is None
    empty.close()


def test_the_blank_form_has_every_level_and_reason_and_no_request(book: Book, tmp_path: Path) -> None:
    text = "".join(page_texts(rating_form.write(rating_facts.form(book, "W1"), tmp_path / "f.pdf").path))
    for told in ("窗1", "非常满意", "非常不满意", "107" if "107" in text else "108", "517"):
        assert told in text


def test_screen_command_line_and_paper_say_the_same(book: Book, tmp_path: Path) -> None:
    from desktop.cli.rating import _shape
    from desktop.views.satisfaction.figures import KNOWN, lines

    told = rating_facts.satisfaction(book, DAY, DAY, "window")
    text = "".join(page_texts(satisfaction_sheet.write(told, tmp_path / "s.pdf").path))
    line = json.loads(json.dumps(_shape(told.found, DAY, DAY)))
    whole, *groups = lines(told.found, "window", book.catalogue())
    assert line["total"]["ratings"] == int(whole.words["ratings"]) == told.found.total.ratings
    for shape, shown, panel in zip(line["groups"], groups, told.found.groups, strict=True):
        assert list(shape["counts"].values()) == list(panel.counts)
        assert shown.words["rate"] == f"{words.cells(panel)[8]} ({words.interval(panel)})"
        assert squeezed("".join(words.cells(panel))) in text
        assert set(shown.words) == {column.id for column in KNOWN}
