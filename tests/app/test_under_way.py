"""Long work that is no deed: it is shown, it can be stopped, and a stop leaves nothing half made."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.app import books
from desktop.app.application import Application
from desktop.models.backup import folder
from desktop.views.export import Exporter

Begin = Callable[..., Application]
Deed = Callable[[Application, Path], object]


def _practise(application: Application, _there: Path) -> None:
    application.frame.practice_asked.emit()


def _back_up(application: Application, _there: Path) -> None:
    application.frame.intake_asked.emit("backup")


def _export(application: Application, there: Path) -> None:
    exporter = Exporter(application.focus, application.bridge, application.preferences, application.window)
    exporter.export_to(there / "view.xlsx", application.frame.page)


@pytest.mark.parametrize(
    ("deed", "said"),
    [(_practise, "practice book"), (_back_up, "Backing up small.bianmin"), (_export, "Writing view.xlsx")],
)
def test_what_takes_long_is_named_and_a_stop_leaves_nothing_half_made(
    program: Begin, qtbot: QtBot, tmp_path: Path, deed: Deed, said: str
) -> None:
    application = program()
    there = tmp_path / "there"
    there.mkdir()
    seen: list[str] = []

    def stop(_what: str, _job: object) -> None:
        strip = application.frame.on_need.underway
        assert strip is not None
        seen.append(strip.text)
        QTest.mouseClick(strip.stop, Qt.MouseButton.LeftButton)

    application.bridge.began.connect(stop)
    with qtbot.waitSignal(application.bridge.refused, timeout=20_000) as answer:
        deed(application, there)
    assert said in seen[0]
    assert answer.args == ["Stopped. Nothing was changed."]
    assert list(there.iterdir()) == []
    assert not books.practice_path().exists()
    assert not list(books.practice_path().parent.glob("*.making*"))
    backups = folder(application.bridge.book.id)
    assert not backups.exists() or list(backups.iterdir()) == []
