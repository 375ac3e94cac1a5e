"""Figures that lead to their rows: small buttons that read as text, a row of them being one Tab stop."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.elided_button import ElidedButton
from desktop.views.tab_order import stand_at

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Link(NamedTuple):
    """A figure in words, and what is asked for when it is pressed; None for words that lead nowhere."""

    text: str
    asks: object = None
    name: str = ""
    """What a reader of the screen says, when that is more than the text."""


class LinkButton(ElidedButton):
    """One figure that leads to its rows. `stepped(-1 or 1)` when an arrow asks for the one before or after it."""

    stepped = Signal(int)

    def __init__(self, rank: str) -> None:
        super().__init__()
        self.setProperty("kind", "link")
        self.setProperty("rank", rank)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(False)
        self.asks: object = None

    def say(self, link: Link) -> None:
        """Show a figure."""
        self.asks = link.asks
        self.setText(link.text)
        self.setEnabled(link.asks is not None)
        self.explain(_("Show these rows") if link.asks is not None else "")
        self.setAccessibleName(link.name or link.text)
        theme.say(self, kind="link")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for another one by an arrow, press by Enter."""
        if event.key() in _STEPS:
            self.stepped.emit(_STEPS[Qt.Key(event.key())])
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class Links(QWidget):
    """Figures side by side. `asked(object)` with what the pressed one asks for."""

    asked = Signal(object)

    def __init__(self, rank: str = "tiny", gap: int = 10) -> None:
        super().__init__()
        self._rank = rank
        self.buttons: list[LinkButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        self._row.addStretch(1)

    def say(self, links: Sequence[Link]) -> None:
        """Show other figures; the keyboard stays where it is."""
        while len(self.buttons) < len(links):
            self._add()
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(links))
            if number < len(links):
                button.say(links[number])
        first = next((button for button in self.buttons if button.isEnabled() and not button.isHidden()), None)
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus if button is first else Qt.FocusPolicy.ClickFocus)
        stand_at(self, self.buttons)

    def _add(self) -> None:
        button = LinkButton(self._rank)
        button.clicked.connect(lambda: self.asked.emit(button.asks))
        button.stepped.connect(lambda step: go_along(self.buttons, button, step))
        self._row.insertWidget(len(self.buttons), button)
        self.buttons.append(button)


def go_along(buttons: Sequence[LinkButton], here: LinkButton, step: int) -> None:
    """Put the keyboard on the next figure that leads anywhere, round and round."""
    there = [button for button in buttons if button is here or (button.isEnabled() and button.isVisible())]
    there[(there.index(here) + step) % len(there)].setFocus()
