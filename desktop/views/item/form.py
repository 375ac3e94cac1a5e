"""The form of one deed: note, reason, evidence, date as the deed needs them; Enter does it, Esc drops it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDateEdit,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import _
from desktop.models.photos import Cover
from desktop.models.vocabulary import Need
from desktop.views import theme
from desktop.views.item.evidence_field import EvidenceField
from desktop.views.item.ways import Asked, Deed

_LINES = 2


@dataclass(frozen=True, slots=True)
class Answers:
    """What was filled in. `on_day` is None for today."""

    note: str
    reason: str
    officer: str
    evidence: tuple[Path, ...]
    due_on: date | None
    on_day: date | None
    covers: Mapping[Path, tuple[Cover, ...]] = field(default_factory=dict)
    """What is covered in the photos."""


class Words(QPlainTextEdit):
    """A field for a few sentences. Enter sends the form, Shift+Enter starts a line, Down takes the words used last."""

    sent = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.last = ""
        self._name = name
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _LINES + 18)

    def recall(self, last: str) -> None:
        """Offer words used before, taken by Down in the empty field."""
        self.last = last
        self.setPlaceholderText(_("Down: {words}").format(words=last) if last else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.sent.emit()
        elif event.key() == Qt.Key.Key_Down and self.last and not self.toPlainText():
            self.setPlainText(self.last)
            self.selectAll()
        else:
            super().keyPressEvent(event)


class Form(QFrame):
    """`sent(Answers)` when the person sends it, `dropped` when not. Words typed are kept per deed until it is done."""

    sent = Signal(object)
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.asked: Asked | None = None
        self._drafts: dict[tuple[object, ...], tuple[str, str]] = {}
        self._last: dict[tuple[object, ...], tuple[str, str]] = {}
        self._build()
        self._connect()

    def _build(self) -> None:
        self.title = QLabel()
        self.title.setProperty("weight", "strong")
        self.title.setWordWrap(True)
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
        self.send, self.drop = QPushButton(_("Do it  ⏎")), QPushButton(_("Cancel"))
        self.send.setProperty("kind", "primary")
        self._rows = {
            Need.REASON: self._row(_("&Reason"), self.reason),
            Need.EVIDENCE: self._row(_("&Evidence"), self.evidence),
            Need.NOTE: self._row(_("&Note"), self.note),
            Need.DEADLINE: self._row(_("D&ue date"), self.due_on, beside=True),
        }
        self._officer_row = self._row(_("&Officer"), self.officer)
        self._day_row = self._row(_("Da&y"), self.on_day, beside=True)
        self._lay_out()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.title)
        column.addWidget(self.criterion)
        for row in (*self._rows.values(), self._officer_row, self._day_row):
            column.addWidget(row)
        column.addWidget(self.error)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.send, 2)
        buttons.addWidget(self.drop, 1)
        column.addLayout(buttons)

    def _row(self, label: str, field: QWidget, *, beside: bool = False) -> QWidget:
        row = QWidget()
        layout = QHBoxLayout(row) if beside else QVBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8 if beside else 3)
        name = QLabel(label)
        name.setProperty("type", "small")
        name.setProperty("tone", "second")
        name.setBuddy(field)
        layout.addWidget(name)
        layout.addWidget(field, 1 if beside else 0)
        return row

    def _connect(self) -> None:
        for words in (self.note, self.reason):
            words.sent.connect(self._send)
        self.evidence.sent.connect(self._send)
        self.officer.returnPressed.connect(self._send)
        self.send.clicked.connect(self._send)
        self.drop.clicked.connect(self.dropped)

    def ask(self, asked: Asked, today: date, officer: str = "", criterion: str = "") -> None:
        """Show what a deed asks for, with the words typed before for the same deed, and no error.

        The acceptance criterion stands above the evidence that has to meet it.
        """
        self.criterion.setText(_("Criterion: {words}").format(words=criterion))
        self.criterion.setVisible(bool(criterion) and Need.EVIDENCE in asked.required)
        self.keep()
        self.asked = asked
        many = len(asked.commitments)
        self.title.setText(_("{title} · {n} items").format(title=asked.title, n=many) if many > 1 else asked.title)
        for need, row in self._rows.items():
            row.setVisible(need in asked.fields)
        is_officer = asked.deed is Deed.OFFICER
        self._rows[Need.NOTE].setVisible(Need.NOTE in asked.fields and not is_officer)
        self._officer_row.setVisible(is_officer)
        self._day_row.setVisible(asked.deed in (Deed.MOVE, Deed.NOTE))
        self._fill(asked, today, officer)

    def _fill(self, asked: Asked, today: date, officer: str) -> None:
        note, reason = self._drafts.get(_key(asked), ("", ""))
        last_note, last_reason = self._last.get((asked.deed, asked.to), ("", ""))
        for place, words, last in ((self.note, note, last_note), (self.reason, reason, last_reason)):
            place.setPlainText(words)
            place.recall(last)
        self.officer.setText(officer)
        self.evidence.clear()
        self.error.hide()
        now = QDate(today.year, today.month, today.day)
        self.on_day.setMaximumDate(now)
        self.on_day.setDate(now)
        self.due_on.setMinimumDate(now)
        self.due_on.setDate(now.addDays(_DAYS_GIVEN))

    def enter(self) -> None:
        """Put the keyboard into the first field to be filled."""
        order = ((Need.REASON, self.reason), (Need.EVIDENCE, self.evidence), (Need.NOTE, self.note))
        asked = self.asked
        if asked is None:
            return
        if asked.deed is Deed.OFFICER:
            self.officer.setFocus()
            self.officer.selectAll()
            return
        wanted = asked.required or asked.fields
        field: QWidget = next((field for need, field in order if need in wanted), self.due_on)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Keep the words typed so far for when the same deed is asked for again."""
        if self.asked is not None:
            typed = self.note.toPlainText(), self.reason.toPlainText()
            self._drafts[_key(self.asked)] = typed
            if not any(typed):
                del self._drafts[_key(self.asked)]

    def finish(self) -> None:
        """Forget the draft and remember the words, once the deed is done."""
        if self.asked is not None:
            self._drafts.pop(_key(self.asked), None)
            self._last[self.asked.deed, self.asked.to] = self.note.toPlainText(), self.reason.toPlainText()
            self.asked = None

    def refuse(self, sentence: str) -> None:
        """Show why the deed was refused; what was typed stays."""
        self.error.setText(sentence)
        self.error.show()

    def answers(self) -> Answers:
        """Return what is filled in, as far as it is asked for."""
        fields = self.asked.fields if self.asked else frozenset[Need]()
        day = _as_date(self.on_day)
        return Answers(
            note=self.note.toPlainText() if Need.NOTE in fields else "",
            reason=self.reason.toPlainText() if Need.REASON in fields else "",
            officer=self.officer.text(),
            evidence=self.evidence.paths if Need.EVIDENCE in fields else (),
            due_on=_as_date(self.due_on) if Need.DEADLINE in fields else None,
            on_day=None if self.on_day.date() == self.on_day.maximumDate() else day,
            covers=self.evidence.covers,
        )

    def _send(self) -> None:
        answers = self.answers()
        missing = self._missing(answers)
        if missing:
            self.refuse(missing)
            self.enter()
        else:
            self.sent.emit(answers)

    def _missing(self, answers: Answers) -> str:
        required = self.asked.required if self.asked else frozenset[Need]()
        if Need.NOTE in required and not (answers.note.strip() or answers.reason.strip()):
            return _("Write a note first: what was done?")
        if Need.REASON in required and not answers.reason.strip():
            return _("Write the reason first.")
        if Need.EVIDENCE in required and not answers.evidence:
            return _("Attach evidence first: a photo or a document.")
        return ""


_DAYS_GIVEN = 14


def _key(asked: Asked) -> tuple[object, ...]:
    return (asked.deed, asked.to, asked.commitments)


def _day_field(name: str) -> QDateEdit:
    field = QDateEdit()
    field.setCalendarPopup(True)
    field.setDisplayFormat("yyyy-MM-dd")
    field.setAccessibleName(name)
    theme.say(field, type="small")
    return field


def _as_date(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())
