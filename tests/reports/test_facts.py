"""Gathering facts from a book."""

from datetime import date
from pathlib import Path

import pytest

from desktop.commands.progress import Move
from desktop.models.refusals import RuleBroken
from desktop.models.vocabulary import Status
from desktop.reports import facts, implementation, window_sheet
from tests import books
from tests.books import CLERK, Hands
from tests.reports.paperwork import page_texts


def test_a_blocked_commitment_is_a_problem_with_its_reason(tmp_path: Path) -> None:
    book = books.make(tmp_path / "a.book")
    book.do(Move(("A01@W1",), Status.IN_PROGRESS, note="开始办理"), CLERK)
    book.do(Move(("A01@W1",), Status.BLOCKED, reason="照相机损坏，等配件"), CLERK)
    told = facts.implementation(book)
    (problem,) = told.problems
    assert (problem.action, problem.window, problem.status) == ("A01", "W1", Status.BLOCKED)
    assert problem.reason == "照相机损坏，等配件"
    assert problem.since == book.clock.today()
    assert told.issuer == "市局"
    written = implementation.write(told, tmp_path / "a.pdf")
    assert "照相机损坏，等配件" in "".join(page_texts(written.path)).replace("\n", "")
    book.close()


def test_the_sheet_shows_the_last_word_and_who_may_be_asked(tmp_path: Path) -> None:
    book = books.make(tmp_path / "a.book")
    book.do(Move(("A02@W1",), Status.IN_PROGRESS, note="已布置"), CLERK)
    told = facts.sheets(book, ["W1"], printed_on=date(2026, 9, 2))
    (window,) = told.windows
    assert window.unit == "一所"
    row = next(row for row in window.rows if row.code == "A02")
    assert (row.status, row.remark, row.changed_on) == (Status.IN_PROGRESS, "已布置", date(2026, 9, 1))
    assert window.unreported == len(window.rows) - 1
    assert "已布置" in "".join(page_texts(window_sheet.write(told, tmp_path / "a.pdf").path))
    book.close()


def test_a_station_reports_on_its_own_windows_alone(tmp_path: Path) -> None:
    book = books.make(tmp_path / "a.book", "S1")
    assert {window.id for window in facts.implementation(book).board.windows} == {"W1"}
    assert [told.window.id for told in facts.sheets(book).windows] == ["W1"]
    assert facts.implementation(book).issuer == "一所"
    book.close()


def test_a_past_day_is_told_as_it_was(tmp_path: Path) -> None:
    hands = Hands()
    book = books.make(tmp_path / "a.book", hands=hands)
    book.do(Move(("A01@W1",), Status.IN_PROGRESS, note="开始"), CLERK)
    hands.go(days=3)
    book.do(Move(("A01@W1",), Status.BLOCKED, reason="停电"), CLERK)
    past = facts.implementation(book, as_of=date(2026, 9, 2))
    assert past.problems == ()
    assert past.board.as_of == date(2026, 9, 2)
    assert len(facts.implementation(book).problems) == 1
    assert facts.sheets(book, ["W1"], as_of=date(2026, 9, 2)).windows[0].rows[0].remark == "开始"
    book.close()


def test_the_same_moment_gives_the_same_bytes_later(tmp_path: Path) -> None:
    hands = Hands()
    book = books.make(tmp_path / "a.book", hands=hands)
    book.do(Move(("A01@W1",), Status.IN_PROGRESS, note="开始"), CLERK)
    asked = {"as_of": date(2026, 9, 1), "printed_on": date(2026, 9, 1)}
    heard = facts.implementation(book).board.heard
    first = implementation.write(facts.implementation(book, heard=heard, **asked), tmp_path / "1.pdf")
    hands.go(days=5)
    book.do(Move(("A02@W1",), Status.IN_PROGRESS, note="后来"), CLERK)
    second = implementation.write(facts.implementation(book, heard=heard, **asked), tmp_path / "2.pdf")
    assert first.sha256 == second.sha256
    book.close()


def test_a_window_that_is_not_there_is_not_printed(tmp_path: Path) -> None:
    book = books.make(tmp_path / "a.book")
    with pytest.raises(RuleBroken, match="window_closed"):
        facts.sheets(book, ["W9"])
    book.close()
