"""The further filters of the register: action, channel, applicant, handler, days, those merged."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLabel, QLineEdit, QPushButton, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models.board import Board
from desktop.models.plain_text import day
from desktop.models.refusals import InputRefused
from desktop.models.request_rules import Applicant, Channel
from desktop.texts import request_names
from desktop.views import theme
from desktop.views.choices import filter_box
from desktop.views.requests.sieve import ME, Sieve, cleared

_WIDTH = 380
_DAYS = ("since", "until")


class FilterMore(QFrame):
    """A popup. `chosen(Sieve)` after every choice, so that the list shows at once what it leads to."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget, sieve: Sieve, board: Board, officers: Sequence[str]) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(_("Further filters"))
        self._sieve = sieve
        actions = [(f"{one.code}  {texts.title(one)}", one.id) for one in board.actions]
        channels = [(request_names.value("channel", one), one.value) for one in Channel]
        applicants = [(request_names.value("applicant", one), one.value) for one in Applicant]
        people = [(_("myself"), ME), *((name, name) for name in officers)]
        self.boxes: dict[str, QComboBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 14, 16, 12)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(1, 1)
        for row, (name, title, every, values) in enumerate((
            ("action", _("Action"), _("All actions"), actions),
            ("channel", _("Channel"), _("All channels"), channels),
            ("applicant", _("Kind of applicant"), _("Persons and firms"), applicants),
            ("handler", _("Handler"), _("Everybody"), people),
        )):  # fmt: skip
            self._add_box(grid, row, name, title, [(every, ""), *values])
        self.days = {name: self._day_line(name) for name in _DAYS}
        for row, (name, title) in enumerate((("since", _("Registered from")), ("until", _("Registered until"))), 4):
            self._put(grid, row, title, self.days[name])
        self.wrong = QLabel()
        self.wrong.setProperty("tone", "danger")
        self.wrong.setWordWrap(True)
        self.wrong.hide()
        grid.addWidget(self.wrong, 6, 0, 1, 2)
        self.merged = QCheckBox(_("Show those merged into others too"))
        self.merged.setChecked(sieve.merged)
        self.merged.clicked.connect(lambda on: self._tell(merged=bool(on)))
        grid.addWidget(self.merged, 7, 0, 1, 2)
        self.clear = QPushButton(_("Clear all"))
        self.clear.setProperty("kind", "quiet")
        self.clear.clicked.connect(self._clear)
        grid.addWidget(self.clear, 8, 0, 1, 2, Qt.AlignmentFlag.AlignLeft)

    def _add_box(self, grid: QGridLayout, row: int, name: str, title: str, values: list[tuple[str, str]]) -> None:
        box = filter_box(title, 12)
        for label, value in values:
            box.addItem(label, value)
        box.setCurrentIndex(max(0, box.findData(getattr(self._sieve, name))))
        box.activated.connect(lambda _at, name=name, box=box: self._tell(**{name: str(box.currentData())}))
        self.boxes[name] = box
        self._put(grid, row, title, box)

    def _put(self, grid: QGridLayout, row: int, title: str, part: QWidget) -> None:
        label = QLabel(title)
        label.setBuddy(part)
        grid.addWidget(label, row, 0)
        grid.addWidget(part, row, 1)

    def _day_line(self, name: str) -> QLineEdit:
        line = QLineEdit(getattr(self._sieve, name))
        line.setPlaceholderText(_("A day: 2026-09-30 or 20260930"))
        line.setToolTip(line.placeholderText())
        line.editingFinished.connect(lambda: self._take_day(name))
        return line

    def _take_day(self, name: str) -> None:
        """Take a day as it was typed; of what is no day it is said so."""
        line = self.days[name]
        try:
            told = day(line.text()).isoformat() if line.text().strip() else ""
        except InputRefused as refusal:
            self.wrong.setText(texts.refusal(refusal))
            self.wrong.show()
            return
        self.wrong.hide()
        line.setText(told)
        if told != getattr(self._sieve, name):
            self._tell(**{name: told})

    def _tell(self, **chosen: object) -> None:
        self._sieve = replace(self._sieve, **chosen)  # type: ignore[arg-type]  # each of the kind of its field
        self.chosen.emit(self._sieve)

    def _clear(self) -> None:
        self._sieve = cleared(self._sieve)
        self.chosen.emit(self._sieve)
        self.close()

    def open_below(self, button: QWidget) -> None:
        """Show the popup under a button, whole on the screen."""
        self.resize(theme.current().px(_WIDTH), self.sizeHint().height())
        room = button.screen().availableGeometry()
        corner = button.mapToGlobal(QPoint(0, button.height() + 4))
        left = min(max(room.left() + 8, corner.x()), room.right() - self.width() - 8)
        self.move(left, min(corner.y(), room.bottom() - self.height() - 8))
        self.show()
        self.boxes["action"].setFocus()
