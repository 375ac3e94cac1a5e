"""A few values as chips, made anew for what is asked; a digit of none of them is chosen at first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop.views.anew import Anew
from desktop.views.choices import Chips


class ChoiceRow(Anew):
    """`chosen` when the person chooses. The keyboard goes to the first value; arrows and Space choose."""

    chosen = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.chips: Chips | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def offer(self, values: Sequence[tuple[object, str]], shown: object = None) -> None:
        """Offer other values; none is chosen unless `shown` is one of them."""
        column = QVBoxLayout(self.fresh())
        column.setContentsMargins(0, 0, 0, 0)
        self.chips = Chips(self._name, values, shown)
        self.chips.chosen.connect(lambda _value: self.chosen.emit())
        column.addWidget(self.chips)
        self._first = values[0][0] if values else None

    @property
    def value(self) -> object:
        """The chosen value, None when nothing is chosen yet."""
        return self.chips.value if self.chips is not None else None

    def choose(self, value: object) -> None:
        """Show a value as chosen."""
        if self.chips is not None:
            self.chips.show_value(value)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the chosen value, or the first."""
        super().focusInEvent(event)
        if self.chips is not None and self._first is not None:
            value = self.value
            self.chips.button(self._first if value is None else value).setFocus(event.reason())
