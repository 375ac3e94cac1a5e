"""The form of one deed: note, reason, evidence, date as the deed needs them; Enter does it, Esc drops it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop.i18n import _
from desktop.models.photos import Cover
from desktop.models.vocabulary import Need
from desktop.views.item.form_fields import Fields, as_date
from desktop.views.item.ways import Asked, Deed
from desktop.views.recall import Recall
from desktop.views.unfinished import NOTHING, Filled, Unfinished


@dataclass(frozen=True, slots=True)
class Answers:
    """What was filled in. `on_day` is None for today."""

    note: str = ""
    reason: str = ""
    officer: str = ""
    evidence: tuple[Path, ...] = ()
    due_on: date | None = None
    on_day: date | None = None
    covers: Mapping[Path, tuple[Cover, ...]] = field(default_factory=dict)
    """What is covered in the photos."""


class Form(QFrame):
    """`sent(Answers)` when the person sends it, `dropped` when not; `filled` on every key, `ended` at a field's end.

    Words typed are kept per deed until it is done; words used before are offered again.
    """

    sent = Signal(object)
    dropped = Signal()
    filled = Signal()
    ended = Signal()

    def __init__(self, recall: Recall) -> None:
        super().__init__()
        self.asked: Asked | None = None
        self._recall = recall
        self._drafts: dict[tuple[object, ...], tuple[str, str]] = {}
        self.fields = Fields(self)
        self.note, self.reason, self.officer = self.fields.note, self.fields.reason, self.fields.officer
        self.evidence, self.due_on, self.on_day = self.fields.evidence, self.fields.due_on, self.fields.on_day
        self.title, self.error, self.send = self.fields.title, self.fields.error, self.fields.send
        self.criterion, self.preview = self.fields.criterion, self.fields.preview
        self._connect()

    def _connect(self) -> None:
        for words in (self.note, self.reason):
            words.sent.connect(self._send)
            words.textChanged.connect(self.filled)
            words.ended.connect(self.ended)
        self.evidence.sent.connect(self._send)
        self.evidence.changed.connect(self.filled)
        self.officer.returnPressed.connect(self._send)
        self.officer.textEdited.connect(self.filled)
        for day in (self.due_on, self.on_day):
            day.editingFinished.connect(self.ended)
        self.send.clicked.connect(self._send)
        self.fields.drop.clicked.connect(self.dropped)

    def ask(self, asked: Asked, today: date, filled: Filled = NOTHING, criterion: str = "") -> None:
        """Show what a deed asks for, with the words typed before for the same deed, and no error.

        The acceptance criterion stands above the evidence that has to meet it.
        """
        self.criterion.setText(_("Criterion: {words}").format(words=criterion))
        self.criterion.setVisible(bool(criterion) and Need.EVIDENCE in asked.required)
        self.keep()
        self.asked = None
        many = len(asked.commitments)
        self.title.setText(_("{title} · {n} items").format(title=asked.title, n=many) if many > 1 else asked.title)
        self.fields.show_for(asked)
        self._fill(asked, today, filled)
        self.asked = asked

    def _fill(self, asked: Asked, today: date, filled: Filled) -> None:
        note, reason = self._drafts.get(_key(asked), ("", ""))
        for place, words, name in (
            (self.note, filled.note or note, "note"),
            (self.reason, filled.reason or reason, "reason"),
        ):
            place.setPlainText(words)
            place.recall(self._recall.of(asked.kind, name))
        self.officer.setText(filled.officer)
        self.evidence.clear()
        self.evidence.add(list(filled.files))
        self.error.hide()
        now = QDate(today.year, today.month, today.day)
        self.on_day.setMaximumDate(now)
        self.on_day.setDate(_qdate(filled.on_day) or now)
        self.due_on.setMinimumDate(now)
        self.due_on.setDate(_qdate(filled.due_on) or now.addDays(_DAYS_GIVEN))

    def enter(self) -> None:
        """Put the keyboard into the first field to be filled; on the button where nothing has to be."""
        asked = self.asked
        if asked is None:
            return
        if asked.deed is Deed.OFFICER:
            self.officer.setFocus()
            self.officer.selectAll()
            return
        self._first(asked).setFocus(Qt.FocusReason.OtherFocusReason)

    def _first(self, asked: Asked) -> QWidget:
        if asked.looks and not asked.required:
            return self.send if asked.commitments else self.fields.drop
        order: tuple[tuple[Need, QWidget], ...] = (
            (Need.REASON, self.reason), (Need.EVIDENCE, self.evidence.button), (Need.NOTE, self.note),
        )  # fmt: skip
        wanted = asked.required or asked.fields
        if self.evidence.paths:
            wanted = (wanted - {Need.EVIDENCE}) or asked.fields - {Need.EVIDENCE} or wanted
        return next((place for need, place in order if need in wanted), self.due_on)

    def keep(self) -> None:
        """Keep the words typed so far for when the same deed is asked for again."""
        if self.asked is not None:
            typed = self.note.toPlainText(), self.reason.toPlainText()
            self._drafts[_key(self.asked)] = typed
            if not any(typed):
                del self._drafts[_key(self.asked)]

    def put_by(self) -> None:
        """Ask for nothing any more; words typed so far are kept."""
        self.keep()
        self.asked = None

    def finish(self) -> None:
        """Forget the draft and remember the words, once the deed is done."""
        if self.asked is not None:
            self._drafts.pop(_key(self.asked), None)
            answers = self.answers()
            self._recall.add(self.asked.kind, "note", answers.note)
            self._recall.add(self.asked.kind, "reason", answers.reason)
            self.asked = None
            self.evidence.clear()

    def unfinished(self) -> Unfinished | None:
        """Return the form as it stands, to be offered again after a power cut; None when nothing is asked."""
        asked = self.asked
        if asked is None or not asked.commitments:
            return None
        answers = self.answers()
        to = {str(part.to or ""): part.commitments for part in asked.parts}
        filled = Filled(answers.note, answers.reason, answers.officer, answers.due_on, answers.on_day, answers.evidence)
        return Unfinished(asked.deed, asked.commitments, to, filled)

    def refuse(self, sentence: str) -> None:
        """Show why the deed was refused; what was typed stays."""
        self.error.setText(sentence)
        self.error.show()

    def answers(self) -> Answers:
        """Return what is filled in, as far as it is asked for."""
        fields = self.asked.fields if self.asked else frozenset[Need]()
        day = as_date(self.on_day)
        return Answers(
            note=self.note.toPlainText() if Need.NOTE in fields else "",
            reason=self.reason.toPlainText() if Need.REASON in fields else "",
            officer=self.officer.text(),
            evidence=self.evidence.paths if Need.EVIDENCE in fields else (),
            due_on=as_date(self.due_on) if Need.DEADLINE in fields else None,
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


def _qdate(day: date | None) -> QDate | None:
    return QDate(day.year, day.month, day.day) if day is not None else None
