"""Preferences come back as they were left, and never stop the program."""

import os
from pathlib import Path

import pytest

from desktop import settings
from desktop.settings import Settings


def test_preferences_come_back_as_they_were_saved() -> None:
    chosen = Settings("en", "dark", 130, "chief", "张三", "/books/a.book", "AdnQ", {"export": "/home/a"})
    assert settings.save(chosen)
    assert settings.load() == chosen


def test_a_computer_without_preferences_gets_the_defaults() -> None:
    assert settings.load() == Settings()


@pytest.mark.parametrize("content", ["", "{", "[]", '"text"', "\x00\xff"])
def test_a_damaged_file_gives_the_defaults(content: str) -> None:
    settings.file().write_text(content, encoding="latin-1")
    assert settings.load() == Settings()


def test_one_bad_value_does_not_cost_the_others() -> None:
    settings.file().write_text(
        '{"language": 7, "theme": "pink", "text_size": 999, "officer": "李四", "folders": {"a": 1}, "new": 1}',
        encoding="utf-8",
    )
    assert settings.load() == Settings(officer="李四", folders={"a": "1"})


def test_a_folder_that_cannot_be_made_is_reported_and_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("BIANMIN_HOME", str(tmp_path / "file" / "below"))
    assert not settings.save(Settings())
    assert settings.load() == Settings()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_folder_is_reported(home: Path) -> None:
    home.chmod(0o555)
    assert not settings.save(Settings())
