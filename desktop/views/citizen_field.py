"""Fields into which a citizen's own words are typed: marked, so that a cover over the window can empty them."""

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from shiboken6 import isValid

_MARK = "citizen"


def mark(*fields: QLineEdit | QPlainTextEdit) -> None:
    """Say that what is typed into fields is a citizen's."""
    for field in fields:
        field.setProperty(_MARK, "yes")


class WordsAside:
    """What stood in marked fields while the window is covered: in memory alone, in no widget."""

    def __init__(self) -> None:
        self._kept: list[tuple[QLineEdit | QPlainTextEdit, str, int]] = []

    def take(self) -> None:
        """Take the words out of every marked field; nobody is told of a change."""
        for field in QApplication.allWidgets():
            if field.property(_MARK) and isinstance(field, QLineEdit | QPlainTextEdit) and (words := _words(field)):
                self._kept.append((field, words, _spot(field)))
                _write(field, "", 0)

    def give_back(self) -> None:
        """Put every word back where it stood."""
        kept, self._kept = self._kept, []
        for field, words, spot in kept:
            if isValid(field):  # a dialog may have gone meanwhile
                _write(field, words, spot)


def _words(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _spot(field: QLineEdit | QPlainTextEdit) -> int:
    return field.cursorPosition() if isinstance(field, QLineEdit) else field.textCursor().position()


def _write(field: QLineEdit | QPlainTextEdit, words: str, spot: int) -> None:
    with QSignalBlocker(field):
        if isinstance(field, QLineEdit):
            field.setText(words)
            field.setCursorPosition(spot)
            return
        field.setPlainText(words)
        cursor = field.textCursor()
        cursor.setPosition(spot)
        field.setTextCursor(cursor)
