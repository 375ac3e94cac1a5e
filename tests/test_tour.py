"""Looking around leaves this computer as it was, and takes away only what it made itself."""

import os
from pathlib import Path

import pytest

from desktop import tour


def test_an_earlier_practice_book_makes_room_for_the_new_one(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    folder.mkdir()
    (folder / "practice.bianmin").touch()
    assert list(tour._fresh(folder).iterdir()) == []


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "practice"
    folder.mkdir()
    (folder / "mine.txt").touch()
    assert [file.name for file in tour._fresh(folder).iterdir()] == ["mine.txt"]


@pytest.mark.parametrize("before", ["/somewhere", None])
def test_preferences_of_this_computer_are_left_alone(before: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    if before is None:
        monkeypatch.delenv("BIANMIN_HOME")
    else:
        monkeypatch.setenv("BIANMIN_HOME", before)
    with tour._home_of_its_own():
        assert os.environ["BIANMIN_HOME"] != before
        assert Path(os.environ["BIANMIN_HOME"]).is_dir()
    assert os.environ.get("BIANMIN_HOME") == before
