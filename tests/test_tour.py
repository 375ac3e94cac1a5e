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


def test_the_pictures_that_documents_show_are_renewed_and_a_missing_one_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    taken, documents = tmp_path / "taken", tmp_path / "project" / "docs"
    taken.mkdir()
    documents.mkdir(parents=True)
    (taken / "board.png").write_bytes(b"new")
    (taken / "other.png").write_bytes(b"shown nowhere")
    (documents / "manual.md").write_text("![a](pictures/board.png) ![b](pictures/gone.png)", encoding="utf-8")
    assert tour._renew(taken, documents) == 1
    assert "gone.png" in capsys.readouterr().err
    assert [file.name for file in (documents / "pictures").iterdir()] == ["board.png"]
