"""The fields of the form of a request: one row for each thing that a deed may ask for."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.commands.requests_effects import EXTENDING, LONGEST
from desktop.i18n import _
from desktop.texts import request_names
from desktop.views import theme
from desktop.views.bridge import Bridge
from desktop.views.elided_box import ElidedBox
from desktop.views.labels import label
from desktop.views.named_parts import name_calendar
from desktop.views.number_box import NumberBox
from desktop.views.requests.choice_row import ChoiceRow
from desktop.views.requests.matter_list import MatterList
from desktop.views.requests.rating_field import RatingField
from desktop.views.requests.ways import Ask
from desktop.views.words_field import Words

_NOTICE_LINES = 4
_DAYS_GIVEN = 5
_EXTENSION = 10
_NUMBER = 84


class Fields:
    """Builds the fields into a frame. Each has a label with an access key, which goes to the field."""

    def __init__(self, frame: QFrame, bridge: Bridge) -> None:
        self.title, self.error = label(weight="strong"), label(type="small", tone="danger")
        self.note, self.reason, self.notice = (
            Words(_("Note")), Words(_("Reason")), Words(_("Notice to the applicant"), _NOTICE_LINES),
        )  # fmt: skip
        self.result, self.answer = ChoiceRow(_("Result")), ChoiceRow(_("Answer on the telephone"))
        self.choice = ChoiceRow(_("State that holds"))
        self.into, self.target = _names(_("Request that goes on")), _names(_("Passed on to"))
        self.handler, self.assignee = _names(_("Handler")), _names(_("Corrected by"))
        self.parts, self.rating = MatterList(bridge), RatingField()
        self.approval, self.extra, self.unit = QLineEdit(), NumberBox(1, LONGEST), ElidedBox()
        self.due_on = _day_field(_("Due date"))
        self.send, self.drop = QPushButton(_("Save  Ctrl+⏎")), QPushButton(_("Cancel  Esc"))
        self.send.setProperty("kind", "primary")
        for button in (self.send, self.drop):
            button.setAutoDefault(True)  # Enter presses it, outside a dialog too
        self._rows = self._make_rows()
        self._lay_out(frame)

    def _make_rows(self) -> dict[Ask, QWidget]:
        return {
            Ask.RESULT: _row(_("Resul&t"), self.result),
            Ask.CALLBACK: _row(_("&Answer"), self.answer),
            Ask.CHOICE: _row(_("&State that holds"), self.choice),
            Ask.INTO: _row(_("&Into"), self.into),
            Ask.PARTS: _row(_("&Further matters"), self.parts),
            Ask.TARGET: _row(_("&Passed on to"), self.target),
            Ask.HANDLER: _row(_("&Handler"), self.handler),
            Ask.APPROVAL: _row(_("&Approved by"), self._approval()),
            Ask.RATING: _row(_("Satisfact&ion (by name, with consent)"), self.rating),
            Ask.ASSIGNEE: _row(_("&Corrected by"), self.assignee),
            Ask.DEADLINE: _row(_("D&ue date"), self.due_on),
            Ask.REASON: _row(_("&Reason"), self.reason),
            Ask.NOTICE: _row(_("Notice to the &applicant (in writing)"), self.notice),
            Ask.NOTE: _row(_("&Note"), self.note),
        }

    def _approval(self) -> QWidget:
        both = QWidget()
        self.approval.setAccessibleName(_("Approved by"))
        self.extra.setMaximumWidth(theme.current().px(_NUMBER))
        self.extra.setAccessibleName(_("By how much"))
        self.unit.setAccessibleName(_("Counted in"))
        for code in EXTENDING:
            self.unit.addItem(request_names.limit(f" {code}").strip(), code)
        column, row = QVBoxLayout(both), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        for layout in (column, row):
            layout.setSpacing(6)
        column.addWidget(self.approval)
        column.addLayout(row)
        row.addWidget(QLabel(_("Longer by")))
        row.addWidget(self.extra)
        row.addWidget(self.unit, 1)
        both.setFocusProxy(self.approval)
        return both

    def _lay_out(self, frame: QFrame) -> None:
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        for row in self._rows.values():
            column.addWidget(row)
        column.addWidget(self.error)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.send, 2)
        buttons.addWidget(self.drop, 1)
        column.addLayout(buttons)

    def show_only(self, fields: Sequence[Ask]) -> None:
        """Show these rows alone, all of them empty."""
        for one, row in self._rows.items():
            row.setVisible(one in fields)

    def clear(self, today: date) -> None:
        """Empty everything; days begin with the one looked at."""
        for line in (self.approval, *(box.lineEdit() for box in (self.into, self.target, self.handler, self.assignee))):
            if line is not None:
                line.clear()
        self.extra.setValue(_EXTENSION)
        self.unit.setCurrentIndex(0)
        self.rating.clear()
        self.parts.clear()
        now = QDate(today.year, today.month, today.day)
        self.due_on.setMinimumDate(now)
        self.due_on.setDate(now.addDays(_DAYS_GIVEN))

    def field(self, one: Ask) -> QWidget:
        """Return the widget that takes the keyboard for a thing asked."""
        return {
            Ask.RESULT: self.result, Ask.CALLBACK: self.answer, Ask.CHOICE: self.choice, Ask.INTO: self.into,
            Ask.PARTS: self.parts, Ask.TARGET: self.target, Ask.HANDLER: self.handler, Ask.APPROVAL: self.approval,
            Ask.RATING: self.rating, Ask.ASSIGNEE: self.assignee, Ask.DEADLINE: self.due_on, Ask.REASON: self.reason,
            Ask.NOTICE: self.notice, Ask.NOTE: self.note,
        }[one]  # fmt: skip


def _row(name: str, field: QWidget) -> QWidget:
    row = QWidget()
    column = QVBoxLayout(row)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(3)
    said = QLabel(name)
    said.setProperty("type", "small")
    said.setProperty("tone", "second")
    said.setBuddy(field.focusProxy() or field)
    column.addWidget(said)
    column.addWidget(field)
    return row


def _names(name: str) -> QComboBox:
    """Return a field that takes any words and offers some."""
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    box.setAccessibleName(name)
    line = box.lineEdit()
    if line is not None:
        line.setAccessibleName(name)
    completer = box.completer()
    if completer is not None:
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
    return box


def offer(box: QComboBox, names: Sequence[tuple[str, str]]) -> None:
    """Offer (what is shown, what it stands for) without choosing any."""
    box.clear()
    for shown, value in names:
        box.addItem(shown, value)
    box.setCurrentIndex(-1)
    box.clearEditText()


def meant(box: QComboBox) -> str:
    """Return what was chosen, or typed where it is none of what was offered."""
    typed = box.currentText().strip()
    at = box.findText(typed)
    return str(box.itemData(at)) if at >= 0 else typed


def _day_field(name: str) -> QDateEdit:
    field = QDateEdit()
    field.setCalendarPopup(True)
    field.setDisplayFormat("yyyy-MM-dd")
    field.setAccessibleName(name)
    name_calendar(field.calendarWidget())
    theme.say(field, type="small")
    return field
