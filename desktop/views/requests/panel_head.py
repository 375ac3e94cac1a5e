"""The head of the panel: which request this is, how it stands, and by when it is due."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models.catalogue import Catalogue
from desktop.models.requests import RequestRow
from desktop.texts import names
from desktop.views import theme
from desktop.views.labels import label, make_link
from desktop.views.requests import state_tile
from desktop.views.requests.clock_words import ClockWords

_TILE = 26


class Head(QWidget):
    """Number, matter, window, state and the due date. `copied` when the number was put on the clipboard."""

    copied = Signal(str)

    def __init__(self, corner: QWidget) -> None:
        """Take what stands at the upper right."""
        super().__init__()
        self.corner = corner
        self.number, self.matter = QPushButton(), label(type="section")
        make_link(self.number)
        self.number.clicked.connect(self.copy)
        self.place, self.status = label(type="small", tone="second"), label(weight="strong")
        self.tile, self.signs = QLabel(), label(type="small", tone="danger")
        self.due, self.left = label(type="section"), label(type="small")
        self.warnings = label(type="small", tone="danger")
        self._lay_out()

    def _lay_out(self) -> None:
        state, time = QHBoxLayout(), QHBoxLayout()
        state.setSpacing(8)
        state.addWidget(self.tile)
        state.addWidget(self.status, 1)
        time.setSpacing(10)
        self.due.setWordWrap(False)
        time.addWidget(self.due)
        time.addWidget(self.left, 1, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        top = QHBoxLayout()
        top.addWidget(self.number)
        top.addStretch(1)
        top.addWidget(self.corner)
        column.addLayout(top)
        for part in (self.matter, self.place):
            column.addWidget(part)
        column.addSpacing(4)
        column.addLayout(state)
        column.addWidget(self.signs)
        column.addLayout(time)
        column.addWidget(self.warnings)

    def say(self, row: RequestRow, catalogue: Catalogue, clock: ClockWords) -> None:
        """Show a request."""
        self.number.show()
        self.number.setText(row.number)
        self.number.setToolTip(_("Copy the number"))
        self.number.setAccessibleName(_("Copy the number {number}").format(number=row.number))
        self.matter.setText(matter(row, catalogue))
        self.place.setText(place(row, catalogue))
        state_tile.show_on(self.tile, row.status, theme.current().px(_TILE), disputed=row.disputed)
        self.status.setText(names.request_status(row.status))
        self.status.setToolTip(names.request_meaning(row.status))
        signs = [_("Disputed: overruled unseen when books met")] if row.disputed else []
        if row.same_as:
            signs.append(_("Merged into another; it counts there"))
        self._say(self.signs, " · ".join(signs))
        self.tell(clock)
        for part in (self.tile, self.status):
            part.show()

    def tell(self, clock: ClockWords) -> None:
        """Show the time of the request that is shown."""
        self._say(self.due, clock.due)
        self._say(self.left, clock.left)
        theme.say(self.left, tone=clock.tone or "second")
        theme.say(self.due, tone=clock.tone if clock.tone == "danger" else "")
        self._say(self.warnings, "\n".join(clock.warnings))

    def say_many(self, rows: list[RequestRow]) -> None:
        """Show that several requests are chosen."""
        for part in (self.number, self.tile, self.status, self.signs, self.left, self.warnings, self.due):
            part.hide()
        self.matter.setText(_("{n} requests are chosen").format(n=len(rows)))
        shown = [f"{row.number}  {names.request_status(row.status)}" for row in rows[:_LISTED]]
        more = [_("… and {n} more").format(n=len(rows) - _LISTED)] if len(rows) > _LISTED else []
        self.place.setText("\n".join([*shown, *more]))

    def copy(self) -> None:
        """Put the number on the clipboard."""
        QGuiApplication.clipboard().setText(self.number.text())
        self.copied.emit(_("Copied: {number}").format(number=self.number.text()))

    def _say(self, part: QLabel, text: str) -> None:
        part.setText(text)
        part.setVisible(bool(text))


_LISTED = 8


def matter(row: RequestRow, catalogue: Catalogue) -> str:
    """Return what is asked for: in English by the action's English title where there is one."""
    action = catalogue.actions.get(row.action)
    return texts.title(action) if action is not None and action.title_zh == row.matter else row.matter


def place(row: RequestRow, catalogue: Catalogue) -> str:
    """Return the window of a request and its unit."""
    window = catalogue.windows.get(row.window)
    if window is None:
        return row.window
    name, unit = texts.title(window), texts.title(catalogue.units[window.unit])
    return name if unit in name else f"{name} · {unit}"
