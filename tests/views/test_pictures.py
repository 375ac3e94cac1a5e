"""Pictures show every page as it was asked for."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QImage

from desktop import i18n
from desktop.app.application import Application
from desktop.views import pictures


def test_a_page_is_pictured_in_both_languages_and_in_every_look(
    program: Callable[..., Application], tmp_path: Path
) -> None:
    application = program()
    looks = (("light", 1366, 768), ("dark", 1920, 1080))
    taken = pictures.take(application.window, application.preferences, ["units"], tmp_path, looks)
    assert [file.name for file in taken] == [
        f"units-{language}-{theme}-{width}.png" for language in i18n.LANGUAGES for theme, width, _height in looks
    ]
    images = [QImage(str(file)) for file in taken]
    assert [(image.width(), image.height()) for image in images] == [(1366, 768), (1920, 1080)] * 2
    assert len({file.read_bytes() for file in taken}) == 4


def test_the_question_for_a_book_is_pictured_and_closed(program: Callable[..., Application], tmp_path: Path) -> None:
    application = program()
    assert pictures.take_dialogs(application.window, tmp_path / "none.png") == []
    application.ask_for_book()
    assert pictures.take_dialogs(application.window, tmp_path / "first.png") == [tmp_path / "first.png"]
    assert pictures.take_dialogs(application.window, tmp_path / "again.png") == []
