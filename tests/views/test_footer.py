from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.app.application import Application
from desktop.commands.progress import Move
from desktop.models.vocabulary import Status
from desktop.views.footer import Footer, backed_up
from tests.views.seat import click

Start = Callable[..., Application]
NOW = datetime(2026, 11, 25, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("ago", "since", "said", "old"),
    [
        (None, 0, "Not backed up yet", False),
        (None, 5, "Not backed up yet  ·  5 entries since", True),
        (timedelta(seconds=20), 0, "Backed up just now", False),
        (timedelta(minutes=5), 3, "Backed up 5 min ago  ·  3 entries since", False),
        (timedelta(hours=30), 0, "Backed up 30 h ago", False),
        (timedelta(days=9), 0, "Backed up 9 days ago", False),
        (timedelta(days=9), 1, "Backed up 9 days ago  ·  1 entries since", True),
    ],
)
def test_a_backup_says_its_age_and_what_came_since(ago: timedelta | None, since: int, said: str, old: bool) -> None:
    i18n.use("en")
    assert backed_up(NOW - ago if ago is not None else None, since, NOW) == (said, old)


def _footer(application: Application) -> Footer:
    found = application.window.findChildren(Footer)
    assert len(found) == 1
    return found[0]


def test_entries_since_the_last_backup_are_counted_and_a_click_makes_one(program: Start, qtbot: QtBot) -> None:
    application = program()
    footer = _footer(application)
    assert footer.backup.text().startswith("Not backed up yet")
    with qtbot.waitSignal(application.bridge.backed_up, timeout=5000):
        click(footer.backup)
    qtbot.waitUntil(lambda: footer.backup.text().startswith("Backed up"), timeout=5000)
    assert "since" not in footer.backup.text()
    application.bridge.do(Move(("A01@W1",), Status.IN_PROGRESS, note="begun"))
    assert footer.backup.text().endswith("1 entries since")


def test_book_unit_person_and_day_stand_in_the_line_with_their_whole_text_as_tip(program: Start) -> None:
    application = program(width=1366)
    footer = _footer(application)
    day = application.focus.board.as_of.isoformat()
    told = [part.toolTip() for part in (footer.book, footer.who, footer.day)]
    assert told == ["small.bianmin  ·  Bureau", "Chief of unit  ·  Li Qiang", f"As of {day}"]
    assert footer.day.width() >= footer.day.fontMetrics().horizontalAdvance(footer.day.text())
