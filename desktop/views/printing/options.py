"""The choices of the printing dialog: sheet, window, day, language; printer, copies, sides."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from desktop import i18n, texts
from desktop.i18n import _, mark
from desktop.views.bridge import Bridge
from desktop.views.elided_box import ElidedBox
from desktop.views.elided_button import ElidedButton
from desktop.views.focus import Focus
from desktop.views.named_parts import name_calendar
from desktop.views.number_box import NumberBox
from desktop.views.page import Paper
from desktop.views.printing.order import Order, Sheet

GROUPINGS = {
    "unit": mark("By unit"),
    "county": mark("By county"),
    "window": mark("By window"),
    "action": mark("By action"),
}
_LETTERS = 8
"""Letters of a list that are seen at the least; its tip says all."""


class Options(QWidget):
    """What is to be made and how it is to be printed. `changed` when the person chose something else to be made."""

    changed = Signal()

    def __init__(self, focus: Focus, bridge: Bridge, window: str, wanted: Paper | None = None) -> None:
        """Take what is chosen at first: the sheet of a window, or what a page wants printed."""
        super().__init__()
        self._focus, self._bridge = focus, bridge
        self._build()
        self._lay_out()
        self._fill(wanted.window or window if wanted else window)
        self._connect()
        self._choose(wanted)

    def _build(self) -> None:
        self.sheets = QButtonGroup(self)
        self.window_sheet = ElidedButton(_("Progress sheet of windows"))
        self.report = ElidedButton(_("Implementation report"))
        self.satisfaction = ElidedButton(_("Satisfaction with the service"))
        self.rating_form = ElidedButton(_("Blank rating form"))
        self._chips = (self.window_sheet, self.report, self.satisfaction, self.rating_form)
        for sheet in self._chips:
            sheet.setProperty("kind", "chip")
            sheet.setCheckable(True)
            sheet.setAutoExclusive(True)
            sheet.setAutoDefault(False)
            self.sheets.addButton(sheet)
        self.window_sheet.setChecked(True)
        self.window_box, self.language, self.queue, self.by = ElidedBox(), ElidedBox(), ElidedBox(), ElidedBox()
        for box in (self.window_box, self.language, self.queue, self.by):
            box.setMinimumContentsLength(_LETTERS)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.first, self.as_of = QDateEdit(), QDateEdit()
        for day in (self.first, self.as_of):
            day.setCalendarPopup(True)
            day.setDisplayFormat("yyyy-MM-dd")
            name_calendar(day.calendarWidget())
        self.copies, self.duplex = NumberBox(1, 99), QCheckBox(_("On both sides"))
        self.duplex.setChecked(True)

    def _lay_out(self) -> None:
        form = self._form = QFormLayout()
        form.setSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in (
            (_("&Window"), self.window_box),
            (_("Co&unted from"), self.first),
            (_("As &of"), self.as_of),
            (_("Grouped &by"), self.by),
            (_("&Language"), self.language),
            (_("&Printer"), self.queue),
            (_("&Copies"), self.copies),
        ):
            label = QLabel(name)
            label.setBuddy(field)
            field.setAccessibleName(name.replace("&", ""))
            form.addRow(label, field)
        form.addRow("", self.duplex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for chip in self._chips:
            column.addWidget(chip)
        column.addSpacing(4)
        column.addLayout(form)

    def _fill(self, window: str) -> None:
        board, book = self._focus.board, self._bridge.book
        under = board.catalogue.under(book.unit)
        self.window_box.addItem(_("All windows in one file"), "")
        for one in board.windows:
            if one.unit in under:
                self.window_box.addItem(f"{one.id}  {texts.title(one)}", one.id)
        self.window_box.setCurrentIndex(max(0, self.window_box.findData(window)))
        self.window_box.view().setMinimumWidth(self.window_box.view().sizeHintForColumn(0) + 40)
        today, shown = book.clock.today(), self._focus.as_of or book.clock.today()
        self.as_of.setMaximumDate(QDate(today.year, today.month, today.day))
        self.as_of.setDate(QDate(shown.year, shown.month, shown.day))
        self.first.setMaximumDate(self.as_of.maximumDate())
        self.first.setDate(QDate(shown.year, 1, 1))
        for code, title in GROUPINGS.items():
            self.by.addItem(_(title), code)
        for code, name in (("zh", _("Chinese")), ("en", _("English"))):
            self.language.addItem(name, code)
        self.language.setCurrentIndex(self.language.findData(i18n.language()))

    def offer_queues(self, names: list[str]) -> None:
        """Offer the print queues of this machine, the default first; none turns their fields off."""
        for name in names:
            self.queue.addItem(name, name)
        if not names:
            self.queue.addItem(_("No print queue here"), "")
        for field in (self.queue, self.copies, self.duplex):
            field.setEnabled(bool(names))

    def _connect(self) -> None:
        self.sheets.buttonClicked.connect(self._change)
        for box in (self.window_box, self.language, self.by):
            box.activated.connect(self._change)
        for day in (self.first, self.as_of):
            day.editingFinished.connect(self._change)
            day.calendarWidget().clicked.connect(self._change)

    def _choose(self, wanted: Paper | None) -> None:
        """Show what a page wants printed."""
        chips = dict(zip(Sheet, self._chips, strict=True))
        if wanted is not None:
            chips[Sheet(wanted.sheet)].setChecked(True)
            self.by.setCurrentIndex(max(0, self.by.findData(wanted.by)))
            for field, day in ((self.first, wanted.first), (self.as_of, wanted.last)):
                if day is not None:
                    field.setDate(QDate(day.year, day.month, day.day))
        self._show_fields()

    def _show_fields(self) -> None:
        """Show the fields that the chosen sheet needs."""
        sheet = self._sheet
        self.window_box.setEnabled(sheet in (Sheet.WINDOW, Sheet.RATING_FORM))
        for field in (self.first, self.by):
            self._form.setRowVisible(field, sheet is Sheet.SATISFACTION)
        self._form.setRowVisible(self.as_of, sheet is not Sheet.RATING_FORM)

    @property
    def _sheet(self) -> Sheet:
        return next(sheet for sheet, chip in zip(Sheet, self._chips, strict=True) if chip.isChecked())

    def _change(self) -> None:
        self._show_fields()
        self.changed.emit()

    @property
    def is_possible(self) -> bool:
        """Whether there is anything for the chosen sheet: a unit without a window has no progress sheet."""
        if self._sheet is Sheet.RATING_FORM:
            return bool(self.window_box.currentData())
        return self._sheet is not Sheet.WINDOW or self.window_box.count() > 1

    def choose_report(self) -> None:
        """Choose the implementation report."""
        self.report.click()

    def order(self) -> Order:
        """Return what the fields ask for."""
        day = self.as_of.date()
        chosen = date(day.year(), day.month(), day.day())
        sheet = self._sheet
        window = str(self.window_box.currentData()) if sheet in (Sheet.WINDOW, Sheet.RATING_FORM) else ""
        is_today = chosen == self._bridge.book.clock.today()
        order = Order(sheet, window, None if is_today else chosen, str(self.language.currentData()))
        if sheet is not Sheet.SATISFACTION:
            return order
        first = self.first.date()
        return replace(order, first=date(first.year(), first.month(), first.day()), by=str(self.by.currentData()))
