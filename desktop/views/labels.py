"""Labels of panels: plain text that wraps, with looks of the style sheet; a line between parts."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

_ACCESS = re.compile(r"\s*[（(](?:&\w|Alt[^）)]*)[）)]$")
"""The key of a label behind its words, which is no part of a field's name."""


def label(text: str = "", **properties: str) -> QLabel:
    """Return a wrapping label of plain text with looks of the style sheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    for name, value in properties.items():
        made.setProperty(name, value)
    return made


def of_field(words: str, field: QWidget) -> QLabel:
    """Return the label of a field, whose key leads to it, and name the field after it."""
    made = QLabel(words)
    made.setProperty("type", "small")
    made.setProperty("tone", "second")
    made.setBuddy(field)
    field.setAccessibleName(_ACCESS.sub("", words).replace("&", ""))
    return made


def make_link(button: QPushButton) -> None:
    """Let a button look like a link among facts, with room for the frame that it has while the keyboard is on it."""
    button.setProperty("kind", "link")
    button.setProperty("rank", "fact")


def rule() -> QFrame:
    """Return a thin line."""
    line = QFrame()
    line.setProperty("kind", "rule")
    return line
