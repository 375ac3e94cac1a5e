"""The choices of the printing dialog: sheet, window, day, language; printer, copies, sides."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDateEdit,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from desktop import i18n, texts
from desktop.i18n import _
from desktop.views.bridge import Bridge
from desktop.views.choices import tell_whole
from desktop.views.elided_button import ElidedButton
from desktop.views.focus import Focus
from desktop.views.named_parts import name_calendar
from desktop.views.printing.order import Order, Sheet

_LETTERS = 8
"""Letters of a list that are seen at the least; its tip says all."""


class Options(QWidget):
    """What is to be made and how it is to be printed. `changed` when the person chose something else to be made."""

    changed = Signal()

    def __init__(self, focus: Focus, bridge: Bridge, window: str) -> None:
        super().__init__()
        self._focus, self._bridge = focus, bridge
        self._build()
        self._lay_out()
        self._fill(window)
        self._connect()

    def _build(self) -> None:
        self.sheets = QButtonGroup(self)
        self.window_sheet = ElidedButton(_("Progress sheet of windows"))
        self.report = ElidedButton(_("Implementation report"))
        for sheet in (self.window_sheet, self.report):
            sheet.setProperty("kind", "chip")
            sheet.setCheckable(True)
            sheet.setAutoExclusive(True)
            sheet.setAutoDefault(False)
            self.sheets.addButton(sheet)
        self.window_sheet.setChecked(True)
        self.window_box, self.language, self.queue = QComboBox(), QComboBox(), QComboBox()
        for box in (self.window_box, self.language, self.queue):
            box.setMinimumContentsLength(_LETTERS)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.as_of = QDateEdit()
        self.as_of.setCalendarPopup(True)
        self.as_of.setDisplayFormat("yyyy-MM-dd")
        name_calendar(self.as_of.calendarWidget())
        self.copies, self.duplex = QSpinBox(), QCheckBox(_("On both sides"))
        self.copies.setRange(1, 99)
        self.duplex.setChecked(True)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for name, field in (
            (_("&Window"), self.window_box),
            (_("As &of"), self.as_of),
            (_("&Language"), self.language),
            (_("&Printer"), self.queue),
            (_("&Copies"), self.copies),
        ):
            label = QLabel(name)
            label.setBuddy(field)
            field.setAccessibleName(name.replace("&", ""))
            if isinstance(field, QComboBox):
                tell_whole(field, field.accessibleName())
            form.addRow(label, field)
        form.addRow("", self.duplex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.window_sheet)
        column.addWidget(self.report)
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
        for box in (self.window_box, self.language):
            box.activated.connect(self._change)
        self.as_of.editingFinished.connect(self._change)
        self.as_of.calendarWidget().clicked.connect(self._change)

    def _change(self) -> None:
        self.window_box.setEnabled(self.window_sheet.isChecked())
        self.changed.emit()

    @property
    def is_possible(self) -> bool:
        """Whether there is anything for the chosen sheet: a unit without a window has no progress sheet."""
        return self.report.isChecked() or self.window_box.count() > 1

    def choose_report(self) -> None:
        """Choose the implementation report."""
        self.report.click()

    def order(self) -> Order:
        """Return what the fields ask for."""
        day = self.as_of.date()
        chosen = date(day.year(), day.month(), day.day())
        sheet = Sheet.IMPLEMENTATION if self.report.isChecked() else Sheet.WINDOW
        window = "" if sheet is Sheet.IMPLEMENTATION else str(self.window_box.currentData())
        is_today = chosen == self._bridge.book.clock.today()
        return Order(sheet, window, None if is_today else chosen, str(self.language.currentData()))
