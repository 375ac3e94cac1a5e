"""The form of one deed on requests: what the deed asks for and no more. Ctrl+Enter saves, Esc drops it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop.commands.requests_effects import NOBODY
from desktop.i18n import _
from desktop.models.catalogue import Catalogue
from desktop.models.request_rules import CALLS, CORRECTIONS
from desktop.texts import names
from desktop.views.bridge import Bridge
from desktop.views.recall import Recall
from desktop.views.requests.answers import Answers, missing
from desktop.views.requests.form_fields import Fields, meant, offer
from desktop.views.requests.ways import Ask, Asked, Do


@dataclass(frozen=True, slots=True)
class Offered:
    """What a form offers to choose from: names of units and people, requests, matters and how these are spoken."""

    units: Sequence[str] = ()
    people: Sequence[str] = ()
    requests: Sequence[tuple[str, str]] = ()
    catalogue: Catalogue | None = None
    window: str = ""
    officer: str = ""


class MoveForm(QFrame):
    """`sent(Answers)` when the person saves it, `dropped` when not; `filled` on every change, `ended` at a field's end.

    `grown` when it needs more height.

    Words typed are kept per deed until it is done; words used before are offered again.
    """

    sent = Signal(object)
    dropped = Signal()
    filled = Signal()
    ended = Signal()
    grown = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.asked: Asked | None = None
        self._recall = Recall(bridge)
        self._window = ""
        self._drafts: dict[tuple[object, ...], dict[str, str]] = {}
        self.fields = Fields(self, bridge)
        self._words = {Ask.REASON: self.fields.reason, Ask.NOTICE: self.fields.notice, Ask.NOTE: self.fields.note}
        self.error, self.send = self.fields.error, self.fields.send
        self._connect()

    def _connect(self) -> None:
        for words in self._words.values():
            words.sent.connect(self._send)
            words.textChanged.connect(self.filled)
            words.ended.connect(self.ended)
        self.fields.parts.left.connect(self.dropped)
        for part in (self.fields.rating, self.fields.parts):
            part.grown.connect(self.grown)
        self.send.clicked.connect(self._send)
        self.fields.drop.clicked.connect(self.dropped)

    def ask(self, asked: Asked, today: date, offered: Offered, drafts: Mapping[str, str] | None = None) -> None:
        """Show what a deed asks for, with the words typed before for the same deed, and no error."""
        self.put_by()
        fields, many = self.fields, len(asked.requests)
        title = _("{title} · {n} requests").format(title=asked.title, n=many) if many > 1 else asked.title
        fields.title.setText(title)
        fields.clear(today)
        self._window = offered.window
        self._offer(asked, offered)
        fields.show_only(asked.fields)
        typed = drafts or self._drafts.get(_key(asked), {})
        for one, place in self._words.items():
            place.setPlainText(typed.get(one, ""))
            place.recall(self._recall.of(asked.kind, one))
        self.error.hide()
        self.asked = asked

    def _offer(self, asked: Asked, offered: Offered) -> None:
        fields = self.fields
        results = [(code, _value(asked, code)) for code in asked.results]
        fields.result.offer(results if Ask.RESULT in asked.fields else [])
        calls = results if asked.do is Do.CALL else [(code, names.value("reached", code)) for code in _ANSWERS]
        fields.answer.offer(calls)
        fields.choice.offer([(one, names.request_status(one)) for one in asked.choices])
        offer(fields.target, [(name, name) for name in offered.units])
        for box in (fields.handler, fields.assignee):
            offer(box, [(name, name) for name in offered.people])
        offer(fields.into, offered.requests)
        if Ask.PARTS in asked.fields and offered.catalogue is not None:
            fields.parts.offer(offered.catalogue, offered.window)
        if Ask.HANDLER in asked.fields:
            fields.handler.setEditText(offered.officer)
        if Ask.APPROVAL in asked.fields:
            fields.approval.setText(offered.officer)

    def enter(self) -> None:
        """Put the keyboard into the first field."""
        if self.asked is None:
            return
        wanted = self.asked.fields
        first: QWidget = self.fields.field(wanted[0]) if wanted else self.send
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_by(self) -> None:
        """Ask for nothing any more; words typed so far are kept for when the same deed is asked for again."""
        if self.asked is not None and self.asked.do is not Do.UNMASK:
            typed = self.typed()
            if any(typed.values()):
                self._drafts[_key(self.asked)] = typed
            else:
                self._drafts.pop(_key(self.asked), None)
        self.asked = None

    def typed(self) -> dict[str, str]:
        """Return the words typed so far."""
        return {str(one): place.toPlainText() for one, place in self._words.items()}

    def finish(self) -> None:
        """Forget the draft and remember the words, once the deed is done."""
        if self.asked is None:
            return
        self._drafts.pop(_key(self.asked), None)
        if self.asked.do is not Do.UNMASK:
            for one, words in self.typed().items():
                if Ask(one) in self.asked.fields:
                    self._recall.add(self.asked.kind, one, words)
        for place in self._words.values():
            place.clear()
        self.asked = None

    def refuse(self, sentence: str) -> None:
        """Show why the deed was refused; what was typed stays."""
        self.error.setText(sentence)
        self.error.show()

    def answers(self) -> Answers:
        """Return what is filled in, as far as it is asked for."""
        asked, fields = self.asked, self.fields
        if asked is None:
            return Answers()
        given = Answers(
            reason=self._said(Ask.REASON), notice=self._said(Ask.NOTICE), note=self._said(Ask.NOTE),
            result=_text(fields.result.value) if Ask.RESULT in asked.fields else "",
            answer=_text(fields.answer.value) if Ask.CALLBACK in asked.fields else "",
            target=meant(fields.target), handler=meant(fields.handler), assignee=meant(fields.assignee),
            into=meant(fields.into), parts=tuple((action, self._window) for action in fields.parts.ids),
            choice=next((one for one in asked.choices if one == fields.choice.value), None),
        )  # fmt: skip
        return self._with_amounts(given, asked)

    def _said(self, one: Ask) -> str:
        return self._words[one].toPlainText() if self.asked is not None and one in self.asked.fields else ""

    def _with_amounts(self, given: Answers, asked: Asked) -> Answers:
        fields = self.fields
        if Ask.APPROVAL in asked.fields:
            extension = fields.extra.value(), str(fields.unit.currentData())
            given = replace(given, approval=fields.approval.text(), extension=extension)
        if Ask.RATING in asked.fields:
            rating = fields.rating
            given = replace(given, level=rating.level, reasons=rating.codes, way=rating.way)
        if Ask.DEADLINE in asked.fields:
            day = fields.due_on.date()
            given = replace(given, due_on=date(day.year(), day.month(), day.day()))
        return given

    def _send(self) -> None:
        if self.asked is None:
            return
        answers = self.answers()
        lack = missing(self.asked, answers)
        if lack is None:
            self.sent.emit(answers)
        else:
            self.refuse(lack[1])
            self.fields.field(lack[0]).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Save on Ctrl+Enter from any field."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._send()
        else:
            super().keyPressEvent(event)


_ANSWERS = (*CALLS, NOBODY)


def _value(asked: Asked, code: str) -> str:
    of = "reached" if asked.do is Do.CALL else "correction" if code in CORRECTIONS else "result"
    return names.value(of, code)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _key(asked: Asked) -> tuple[object, ...]:
    return (asked.do, asked.to, asked.requests)
