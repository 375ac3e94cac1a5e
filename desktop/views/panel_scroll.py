"""The scrolling middle of a panel: facts and history, one under the other."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import _


def scrolled(parts: Iterable[QWidget]) -> QScrollArea:
    """Return parts in an area of their own that scrolls; the keyboard scrolls it too."""
    inner = QWidget()
    inner.setProperty("kind", "clear")
    column = QVBoxLayout(inner)
    column.setContentsMargins(18, 10, 14, 10)
    column.setSpacing(10)
    for part in parts:
        column.addWidget(part)
    column.addStretch(1)
    scroll = QScrollArea()
    scroll.setWidget(inner)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    scroll.setAccessibleName(_("Facts and history"))
    return scroll
