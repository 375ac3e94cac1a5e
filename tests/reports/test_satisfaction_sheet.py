"""The satisfaction sheet: the figures of command line and screen, whole, with how they are counted."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop import i18n
from desktop.commands.ballots import PaperBallots
from desktop.models.book import Book
from desktop.reports import facts, implementation, rating_facts, rating_form, satisfaction_sheet
from desktop.texts import satisfaction as words
from tests import books
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


def test_a_report_without_ratings_and_one_that_is_printed_again_have_no_such_annex(book: Book, tmp_path: Path) -> None:
    assert facts.implementation(book, heard=book.board().heard).satisfaction is None
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
