"""Labels of panels: plain text that wraps, with looks of the style sheet; a line between parts."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton


def label(text: str = "", **properties: str) -> QLabel:
    """Return a wrapping label of plain text with looks of the style sheet."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    for name, value in properties.items():
        made.setProperty(name, value)
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
