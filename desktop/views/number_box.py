"""A field for a number, whose text begins where that of every other field does."""

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QSpinBox

_INSET = 10
"""What the style sheet keeps free in other fields; Qt does not ask it for the field inside this one."""


class NumberBox(QSpinBox):
    """A number between two limits."""

    def __init__(self, least: int, most: int) -> None:
        super().__init__()
        self.setRange(least, most)
        self.lineEdit().setTextMargins(QMargins(_INSET, 0, 0, 0))
