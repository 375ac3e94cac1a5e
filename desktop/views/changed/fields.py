"""The fields over the list of changes: between which days, text, unit, states, person."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models.board import Board
from desktop.models.vocabulary import Status
from desktop.views import icons, theme
from desktop.views.changed.rows import Cut, Row
from desktop.views.choices import fill_units, filter_box
from desktop.views.day_popup import DayPopup
from desktop.views.elided_button import ElidedButton
from desktop.views.quick_field import QuickField


class Fields(QWidget):
    """`cut(Cut)` when the person filtered, `day_picked(date or None)` for another day, `columns_wanted`."""

    cut = Signal(object)
    day_picked = Signal(object)
    columns_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.now = Cut()
        self._since = self._as_of = date.min
        self.day = ElidedButton()
        self.text = QuickField(_("Action, window, person, words"), _("Filter the changes"))
        self.unit, self.before, self.after, self.author = (
            filter_box(name, 8) for name in (_("Filter by unit"), _("Before"), _("After"), _("Filter by person"))
        )
        self.columns = QPushButton()
        self.columns.setProperty("kind", "square")
        self.columns.setAccessibleName(_("Columns…"))
        self.columns.setToolTip(_("Columns…"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.day)
        parts = ((self.text, 5), (self.unit, 4), (self.before, 3), (self.after, 3), (self.author, 3))
        for part, stretch in parts:
            row.addWidget(part, stretch)
        row.addWidget(self.columns)
        self._connect()
        self.tint()

    def _connect(self) -> None:
        self.day.clicked.connect(self._choose_day)
        self.columns.clicked.connect(self.columns_wanted)
        self.text.written.connect(lambda text: self._tell(replace(self.now, text=text)))
        self.unit.activated.connect(lambda _at: self._tell(replace(self.now, unit=self.unit.currentData())))
        self.before.activated.connect(lambda _at: self._tell(replace(self.now, before=self.before.currentData())))
        self.after.activated.connect(lambda _at: self._tell(replace(self.now, after=self.after.currentData())))
        self.author.activated.connect(lambda _at: self._tell(replace(self.now, author=self.author.currentData())))
        theme.current().changed.connect(self.tint)

    def tint(self) -> None:
        """Tint the icons by the theme in use."""
        self.day.setIcon(icons.icon("calendar", "text2"))
        self.columns.setIcon(icons.icon("columns", "text2"))
        self.columns.setIconSize(icons.extent(18))

    def fill(self, board: Board, since: date, rows: Sequence[Row]) -> None:
        """Offer the units of the board, and the states and persons that occur."""
        self._since, self._as_of = since, board.as_of
        self.day.setText(" " + _("Since the end of {day}").format(day=since.isoformat()))
        fill_units(self.unit, board.catalogue, _("All units"), self.now.unit)
        _offer(self.before, _("From any"), [(texts.status(one), one) for one in Status])
        _offer(self.after, _("To any"), [(texts.status(one), one) for one in Status])
        persons = sorted({row.told.author for row in rows if row.told and row.told.author})
        _offer(self.author, _("Everybody"), [(name, name) for name in persons])
        self.show_cut(self.now)

    def show_cut(self, now: Cut) -> None:
        """Show filters in the fields, without telling anybody."""
        self.now = now
        self.text.show_text(now.text)
        pairs = ((self.unit, now.unit), (self.before, now.before), (self.after, now.after), (self.author, now.author))
        for combo, value in pairs:
            combo.setCurrentIndex(max(0, combo.findData(value)))

    def _tell(self, now: Cut) -> None:
        self.show_cut(now)
        self.cut.emit(now)

    def _choose_day(self) -> None:
        popup = DayPopup(self, self._as_of, self._since, _("A week before"))
        popup.picked.connect(self.day_picked)
        popup.open_below(self.day)


def _offer(combo: QComboBox, everything: str, entries: Sequence[tuple[str, object]]) -> None:
    combo.clear()
    combo.addItem(everything, None)
    for label, value in entries:
        combo.addItem(label, value)
