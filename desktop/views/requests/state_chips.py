"""The states of requests as chips with their counts: a click shows only those, several can be on."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.i18n import _
from desktop.models.request_rules import RequestStatus
from desktop.texts import names
from desktop.views import theme
from desktop.views.chip_row import CountChip
from desktop.views.requests import state_tile

_BETWEEN, _HEIGHT = 2, 28
_ALWAYS = frozenset({
    RequestStatus.REGISTERED, RequestStatus.SUPPLEMENT, RequestStatus.ACCEPTED, RequestStatus.PROCESSING,
    RequestStatus.COMPLETED, RequestStatus.ARCHIVED,
})  # fmt: skip
"""States that are shown though there be none; the others come when there are some."""


class StateChip(CountChip):
    """One state. While it is not counted yet it says so."""

    def __init__(self, state: RequestStatus) -> None:
        super().__init__()
        self.state, self.is_counted = state, False
        self.say(0)

    def title(self) -> str:
        return names.request_status(self.state)

    def hint(self) -> str:
        return f"{names.request_meaning(self.state)}\n{_('Click: show only these; several can be on.')}"

    def tile(self, size: int, ratio: float) -> QPixmap | None:
        return state_tile.tile(self.state, size, ratio)

    def _words(self) -> tuple[str, str]:
        return self.title(), str(self.count) if self.is_counted else "…"


class StateChips(QWidget):
    """`chosen(frozenset of states)` on a click. One Tab stop, arrows go along."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("States of requests"))
        self.chips = [StateChip(state) for state in RequestStatus]
        for chip in self.chips:
            chip.setParent(self)
            chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            chip.clicked.connect(self._tell)
        self.chips[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self._lay_out)

    def say(self, counts: Mapping[RequestStatus, int]) -> None:
        """Say how many there are of some states."""
        for chip in self.chips:
            if chip.state in counts:
                chip.is_counted = True
                chip.say(counts[chip.state])
        self._lay_out()

    def mark_chosen(self, states: Collection[RequestStatus]) -> None:
        """Show which are on, without telling anybody."""
        for chip in self.chips:
            chip.setChecked(chip.state in states)
        self._lay_out()

    def _tell(self) -> None:
        self.chosen.emit(frozenset(chip.state for chip in self.chips if chip.isChecked()))

    @property
    def shown(self) -> list[StateChip]:
        """The chips that stand there, in the order of the states."""
        return [chip for chip in self.chips if chip.count or chip.state in _ALWAYS or chip.isChecked()]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        x, line, height = 0, 0, theme.current().px(_HEIGHT)
        shown = self.shown
        for chip in self.chips:
            chip.setVisible(chip in shown)
        for chip in shown:
            width = chip.sizeHint().width()
            if x and x + width > self.width():
                x, line = 0, line + 1
            chip.setGeometry(x, line * height, width, height)
            x += width + _BETWEEN
        self.setFixedHeight((line + 1) * height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along by arrows."""
        steps, shown = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}, self.shown
        here = next((n for n, chip in enumerate(shown) if chip.hasFocus()), None)
        if here is None or event.key() not in steps:
            super().keyPressEvent(event)
            return
        shown[(here + steps[Qt.Key(event.key())]) % len(shown)].setFocus()
