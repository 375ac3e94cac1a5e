from pathlib import Path

import pytest

from desktop.commands.progress import Move
from desktop.exchange import catalogue_folder
from desktop.exchange.catalogue_draft import CatalogueDraft
from desktop.intake import bringing, editions, effect
from desktop.intake.effect import Effect
from desktop.models.book import Book
from desktop.models.refusals import InputRefused, RuleBroken
from desktop.models.vocabulary import Status
from tests import books
from tests.views.exchange.editions import draft
from tests.views.seat import ACTIONS, WINDOWS


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return books.make(tmp_path / "b.bianmin", edition=books.source(ACTIONS, WINDOWS))


def handed(book: Book, told: CatalogueDraft, at: Path) -> editions.Handed:
    catalogue_folder.write(at, told)
    return editions.read(at, bringing.in_force(book))


def test_an_edition_imported_twice_changes_nothing(book: Book, tmp_path: Path) -> None:
    first = bringing.bring_in(book, handed(book, draft(), tmp_path / "new"), books.BUREAU)
    entries = len(list(book.entries()))
    again = bringing.bring_in(book, handed(book, draft(), tmp_path / "new"), books.BUREAU)
    assert (first.is_new, again.is_new) == (True, False)
    assert len(list(book.entries())) == entries
    book.close()


def test_other_content_under_the_number_in_force_is_refused(book: Book, tmp_path: Path) -> None:
    other = handed(book, draft(version="test-1"), tmp_path / "new")
    with pytest.raises(InputRefused, match="edition_exists"):
        bringing.bring_in(book, other, books.BUREAU)
    book.close()


def test_states_are_carried_over_once_on_the_day_an_edition_comes_into_force(tmp_path: Path) -> None:
    hands = books.Hands()
    book = books.make(tmp_path / "b.bianmin", edition=books.source(ACTIONS, WINDOWS), hands=hands)
    book.do(Move(("A01@W1", "A02@W1"), Status.IN_PROGRESS, note="begun"), books.CLERK)
    told = draft(from_day="2026-09-10")
    ahead = handed(book, told.with_sheet("actions", told.rows("actions")[1:]), tmp_path / "new")
    now = bringing.in_force(book)
    assert now is not None
    for code, olds in (("A10", ("A10",)), ("A02", ("A02", "A01"))):
        ahead = editions.relink(ahead, code, olds, now)
    assert bringing.bring_in(book, ahead, books.BUREAU).carried is None
    assert bringing.carry_on(book, books.BUREAU) == 0
    hands.go(days=10)
    with pytest.raises(RuleBroken, match="right_missing"):
        bringing.carry_on(book, books.CLERK)
    assert bringing.carry_on(book, books.BUREAU) == 1
    (merged,) = book.commitments(["A02.2@W1"])
    assert merged.status is Status.IN_PROGRESS
    book.undo(books.BUREAU)
    assert bringing.carry_on(book, books.BUREAU) == 0
    book.close()


def test_what_an_edition_withdraws_ends_at_every_window(book: Book, tmp_path: Path) -> None:
    told = draft()
    fewer = handed(book, told.with_sheet("actions", told.rows("actions")[:-2]), tmp_path / "new")
    now = bringing.in_force(book)
    assert now is not None
    for row in fewer.map:
        if len(row.old) > 1:
            fewer = editions.relink(fewer, row.code, (row.code,), now)
    assert effect.of(fewer, now, book.clock.today()) == Effect((ACTIONS - 2) * WINDOWS, 0, 2 * WINDOWS)
    book.close()
