"""The fields of a form and how they are laid out; which of them show depends on what the deed asks for."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDateEdit, QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.vocabulary import Need
from desktop.views import theme
from desktop.views.item.evidence_field import EvidenceField
from desktop.views.item.preview import Preview
from desktop.views.item.ways import Asked, Deed
from desktop.views.named_parts import name_calendar
from desktop.views.words_field import Words


class Fields:
    """Builds the fields into a frame. Each has a label with an access key, which goes to the field."""

    def __init__(self, frame: QFrame) -> None:
        self.title = QLabel()
        self.title.setProperty("weight", "strong")
        self.title.setWordWrap(True)
        self.preview = Preview()
        self.criterion = QLabel()
        self.criterion.setProperty("type", "tiny")
        self.criterion.setProperty("tone", "second")
        self.criterion.setWordWrap(True)
        self.criterion.setTextFormat(Qt.TextFormat.PlainText)
        self.note, self.reason = Words(_("Note")), Words(_("Reason"))
        self.officer = QLineEdit()
        self.evidence = EvidenceField()
        self.due_on, self.on_day = _day_field(_("Due date")), _day_field(_("Day of the deed"))
        self.error = QLabel()
        self.error.setProperty("tone", "danger")
        self.error.setProperty("type", "small")
        self.error.setWordWrap(True)
        self.send, self.drop = QPushButton(), QPushButton(_("Cancel"))
        self.send.setProperty("kind", "primary")
        for button in (self.send, self.drop):
            button.setAutoDefault(True)  # Enter presses it, outside a dialog too
        self._rows = {
            Need.REASON: _row(_("&Reason"), self.reason),
            Need.EVIDENCE: _row(_("&Evidence"), self.evidence),
            Need.NOTE: _row(_("&Note"), self.note),
            Need.DEADLINE: _row(_("D&ue date"), self.due_on, beside=True),
        }
        self._officer_row = _row(_("&Officer"), self.officer)
        self._day_row = _row(_("Da&y"), self.on_day, beside=True)
        self._lay_out(frame)

    def _lay_out(self, frame: QFrame) -> None:
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for part in (self.title, self.preview, self.criterion):
            column.addWidget(part, int(part is self.preview))
        for row in (*self._rows.values(), self._officer_row, self._day_row):
            column.addWidget(row)
        column.addWidget(self.error)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.send, 2)
        buttons.addWidget(self.drop, 1)
        column.addLayout(buttons)

    def show_for(self, asked: Asked) -> None:
        """Show the fields that a deed asks for, and what it would change where that wants a look."""
        is_officer = asked.deed is Deed.OFFICER
        for need, row in self._rows.items():
            row.setVisible(need in asked.fields and not (is_officer and need is Need.NOTE))
        self._officer_row.setVisible(is_officer)
        can_be = bool(asked.commitments)
        self._day_row.setVisible(asked.deed in (Deed.MOVE, Deed.NOTE) and can_be)
        self.send.setVisible(can_be)
        self.drop.setText(_("Cancel") if can_be else _("Close"))
        self.preview.setVisible(asked.looks)
        self.title.setVisible(not asked.looks)
        if asked.looks:
            self.preview.show_change(asked)
        n = len(asked.commitments)
        self.send.setText(_("Change these {n}  ⏎").format(n=n) if asked.looks else _("Do it  ⏎"))


def _row(label: str, field: QWidget, *, beside: bool = False) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row) if beside else QVBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(8 if beside else 3)
    name = QLabel(label)
    name.setProperty("type", "small")
    name.setProperty("tone", "second")
    # Not a focus proxy: Tab passes by what else stands in a widget that has one.
    name.setBuddy(field.button if isinstance(field, EvidenceField) else field)
    if isinstance(field, Words):
        layout.addLayout(_with_place(name, field))
    else:
        layout.addWidget(name)
    layout.addWidget(field, 1 if beside else 0)
    return row


def _with_place(name: QLabel, field: Words) -> QHBoxLayout:
    """Return a label with, at its right, which of the words used before stands in the field."""
    place = QLabel()
    place.setProperty("type", "tiny")
    place.setProperty("tone", "third")

    def say(at: int, number: int) -> None:
        place.setText(_("used before: {at} of {n}  ↑↓").format(at=at, n=number) if at else "")

    field.recalled.connect(say)
    row = QHBoxLayout()
    row.addWidget(name)
    row.addStretch(1)
    row.addWidget(place)
    return row


def _day_field(name: str) -> QDateEdit:
    field = QDateEdit()
    field.setCalendarPopup(True)
    field.setDisplayFormat("yyyy-MM-dd")
    field.setAccessibleName(name)
    name_calendar(field.calendarWidget())
    theme.say(field, type="small")
    return field


def as_date(field: QDateEdit) -> date:
    """Return the day of a field."""
    day = field.date()
    return date(day.year(), day.month(), day.day())
