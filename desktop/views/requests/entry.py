"""A request is taken in: by the keyboard alone, kept if it is not done, its number at once."""

import secrets
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models import request_clock
from desktop.models.clock import BEIJING
from desktop.models.entry_draft import EntryDraft
from desktop.models.private_rows import Private
from desktop.models.request_rules import Applicant, Channel
from desktop.texts import request_names
from desktop.views import theme
from desktop.views.bridge import Bridge
from desktop.views.dialog import Dialog
from desktop.views.focus import Focus
from desktop.views.requests.alike import Alike
from desktop.views.requests.entry_done import EntryDone
from desktop.views.requests.entry_fields import EntryFields
from desktop.views.requests.entry_keeper import EntryKeeper
from desktop.views.window_name import short

if TYPE_CHECKING:
    from desktop.models.book import Book
    from desktop.models.registering import Registered
    from desktop.models.writing import Posted

_SIZE = (960, 600)
_BESIDE = 300


class EntryDialog(Dialog):
    """Takes requests in, one after another.

    `registered(id)` for each; `slip_asked(id, kind)` for its receipt; `open_asked(id)` for one that was taken in before.
    """

    registered = Signal(str)
    slip_asked = Signal(str, str)
    open_asked = Signal(str)

    def __init__(self, focus: Focus, bridge: Bridge, window_id: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent, *_SIZE)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Take a request in"))
        self._focus, self._bridge = focus, bridge
        self._token = secrets.token_hex(8)
        self._follows = ""
        self._is_sending = False
        self.made: Registered | None = None
        """What was registered last, None while nothing was."""
        self.fields = EntryFields(bridge)
        self.alike = Alike(bridge)
        self.done_page = EntryDone()
        self.keeper = EntryKeeper(bridge, self)
        self._build()
        self.fields.matter.stand()
        self._fill_windows(window_id or focus.window)
        self._connect()
        self._begin()
        self._take_up()

    def _build(self) -> None:
        self.error, self.note = QLabel(), QLabel()
        for label, tone in ((self.error, "danger"), (self.note, "second")):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("tone", tone)
            label.setProperty("type", "small")
            label.hide()
        self.cancel = QPushButton(_("Close"))
        self.save_next, self.save = QPushButton(_("Register, then the next")), QPushButton(_("Register"))
        self.save.setProperty("kind", "primary")
        self.save.setToolTip(_("Ctrl+Enter"))
        self.save_next.setToolTip(_("Ctrl+Shift+Enter"))
        hint = QLabel(
            _("Enter next field · Shift+Enter new line · Ctrl+Enter register · Ctrl+Shift+Enter and the next")
        )
        hint.setProperty("type", "tiny")
        hint.setProperty("tone", "third")
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addStretch(1)
        for button in (self.cancel, self.save_next, self.save):
            button.setAutoDefault(False)
            foot.addWidget(button)
        form = QWidget()
        left = QVBoxLayout()
        left.setSpacing(10)
        for part in (self.fields, self.note, self.error):
            left.addWidget(part, int(part is self.fields))
        beside = QFrame()
        beside.setProperty("kind", "card")
        beside.setFixedWidth(theme.current().px(_BESIDE))
        inside = QVBoxLayout(beside)
        inside.setContentsMargins(14, 12, 14, 12)
        inside.addWidget(self.alike)
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addLayout(left, 1)
        row.addWidget(beside)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(row, 1)
        column.addWidget(hint)
        column.addLayout(foot)
        self._pages = QStackedLayout()
        self._pages.addWidget(form)
        self._pages.addWidget(self.done_page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 18, 24, 18)
        whole.addLayout(self._pages)

    def _connect(self) -> None:
        fields = self.fields
        fields.edited.connect(self._on_edited)
        fields.matter.chosen.connect(self._on_matter)
        fields.matter.left.connect(self.reject)
        fields.window_box.activated.connect(self._on_window)
        fields.words.passed.connect(self.save.setFocus)
        fields.number.said.connect(self._say)
        fields.follows.clicked.connect(lambda: self._follow("", ""))
        self.alike.opened.connect(self._open_other)
        self.alike.followed.connect(self._follow)
        self.save.clicked.connect(lambda: self.send())
        self.save_next.clicked.connect(lambda: self.send(then_next=True))
        self.cancel.clicked.connect(self.reject)
        self.done_page.print_asked.connect(self._print)
        self.done_page.next_asked.connect(self._begin_next)
        self.done_page.left.connect(self.reject)
        self._bridge.refused.connect(self._on_refused)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self, lambda: self.send())
        for key in ("Ctrl+Shift+Return", "Ctrl+Shift+Enter"):
            QShortcut(QKeySequence(key), self, lambda: self.send(then_next=True))
        for at, channel in enumerate(Channel, 1):
            QShortcut(QKeySequence(f"Alt+{at}"), self, lambda one=channel: fields.choose_channel(one))
        for at, who in enumerate(Applicant, 7):
            QShortcut(QKeySequence(f"Alt+{at}"), self, lambda one=who: fields.choose_applicant(one))

    def _fill_windows(self, wanted: str) -> None:
        board, box = self._focus.board, self.fields.window_box
        under = board.catalogue.under(self._bridge.book.unit) if self._bridge.is_open else frozenset[str]()
        for one in board.windows:
            if one.unit in under:
                box.addItem(f"{one.id}  {short(texts.title(one))}", one.id)
        box.setCurrentIndex(max(0, box.findData(wanted)))
        self._on_window()

    @property
    def window_id(self) -> str:
        """The window at which the request is taken in."""
        return str(self.fields.window_box.currentData() or "")

    # One form after another

    def _begin(self) -> None:
        """Show an empty form with a token of its own, so that it can be registered once."""
        self._token = secrets.token_hex(8)
        self._is_sending = False
        now = self._bridge.book.clock.now().astimezone(BEIJING)
        self.fields.empty(QDateTime(now.year, now.month, now.day, now.hour, now.minute, 0))
        self._follow("", "")
        self.alike.clear()
        self.keeper.rest()
        self._say("", "")
        self._pages.setCurrentIndex(0)
        self._bar()

    def _begin_next(self) -> None:
        self._begin()
        self.fields.matter.begin()

    def _take_up(self) -> None:
        """Fill in what was typed before the form was put by, or before a crash."""
        draft = self.keeper.kept()
        if draft is None:
            return
        fields, box = self.fields, self.fields.window_box
        box.setCurrentIndex(max(0, box.findData(draft.window)))
        self._on_window()
        fields.matter.choose(draft.action)
        fields.choose_channel(Channel(draft.channel))
        fields.choose_applicant(Applicant(draft.applicant))
        for field, words in (
            (fields.name, draft.words.name), (fields.phone, draft.words.phone), (fields.number, draft.words.id_last4),
        ):  # fmt: skip
            field.setText(words)
        fields.words.setPlainText(draft.words.text)
        if draft.at:
            fields.is_earlier.setChecked(True)
            fields.at.setDateTime(QDateTime.fromString(draft.at, Qt.DateFormat.ISODate))
        if draft.follows:
            self._follow(draft.follows, draft.follows.rpartition("-")[0])
        self._token = draft.token or self._token
        self._tell(_("Taken up again as it was left."))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous() and self._pages.currentIndex() == 0:
            self.fields.matter.begin()

    def _draft(self) -> EntryDraft:
        fields = self.fields
        number = fields.number.text() if fields.applicant.value is Applicant.PERSON else ""
        return EntryDraft(
            fields.matter.action, self.window_id, str(fields.channel.value), str(fields.applicant.value), self._follows,
            fields.at.dateTime().toString("yyyy-MM-ddTHH:mm") if fields.is_earlier.isChecked() else "", self._token,
            Private(fields.name.text(), fields.phone.text(), number, fields.words.toPlainText()),
        )  # fmt: skip

    # What is filled in

    def _on_edited(self) -> None:
        if self._pages.currentIndex() or self._is_sending:
            return
        self.keeper.hold(self._draft, is_empty=self.fields.is_empty)
        draft = self._draft()
        from desktop.models.request_likeness import Typed

        self.alike.ask(Typed(draft.window, draft.action, draft.words))

    def _on_window(self) -> None:
        self.fields.matter.offer(self._focus.board.catalogue, self.window_id)

    def _on_matter(self, action_id: str) -> None:
        action = self._focus.board.catalogue.actions.get(action_id)
        told = ""
        if action is not None:
            limits = (
                (_("promised {span}"), request_clock.limit(action.promise_value, action.promise_unit)),
                (_("by law {span}"), request_clock.limit(action.legal_value, action.legal_unit)),
            )
            told = " · ".join(words.format(span=request_names.limit(one)) for words, one in limits if one)
            self.fields.name.setFocus()
        self.fields.promise.say(told)
        self._say("", "")

    def _follow(self, key: str, number: str) -> None:
        self._follows = key
        self.fields.follows.setText(_("Takes up {number}  ×").format(number=number))
        self.fields.follows.setVisible(bool(key))
        if key:
            self._on_edited()

    def _open_other(self, key: str) -> None:
        self.keeper.write()
        self.open_asked.emit(key)
        self._leave()

    # Sending

    def send(self, *, then_next: bool = False) -> None:
        """Register what is filled in; what is missing is said, and the keyboard goes there."""
        fields = self.fields
        if self._pages.currentIndex() or self._is_sending:
            return
        fields.matter.settle()
        if not fields.matter.action:
            self._say(_("Choose the matter first."), "danger")
            fields.matter.begin()
            return
        if not fields.number.check():
            fields.number.setFocus()
            return
        self._is_sending = True
        self._bar()
        draft = self._draft()
        self.made = None
        self.keeper.rest()

        def deed(book: "Book") -> "Posted | None":
            self.made = _register(book, draft, self._focus)
            return self.made.posted

        self._bridge.carry(deed, lambda: self._on_registered(then_next=then_next))

    def _on_registered(self, *, then_next: bool) -> None:
        made = self.made
        if made is None:
            return
        self.keeper.drop()
        if made.posted is not None:
            self._bridge.done.emit(self._bridge.undo_label())
        self.registered.emit(made.id)
        if then_next:
            self._begin_next()
            self._tell(_("Registered: {number}").format(number=made.number))
            return
        row = self._bridge.book.request(made.id)
        due = _("Due {day}").format(day=row.due_on.replace("T", " ")) if row is not None and row.due_on else ""
        self._pages.setCurrentIndex(1)
        self._is_sending = False
        self.done_page.say(made.number, row.matter if row is not None else "", due, again=made.posted is None)

    def _on_refused(self, sentence: str) -> None:
        if self._is_sending:
            self._is_sending = False
            self._bar()
            self._say(sentence, "danger")
            self.keeper.hold(self._draft, is_empty=self.fields.is_empty)

    def _bar(self) -> None:
        for button in (self.save, self.save_next):
            button.setEnabled(not self._is_sending)

    def _print(self) -> None:
        if self.made is not None:
            self.slip_asked.emit(self.made.id, "receipt")

    def _say(self, sentence: str, tone: str) -> None:
        self.note.hide()
        self.error.setText(sentence)
        self.error.setVisible(bool(sentence))
        if sentence:
            theme.say(self.error, tone=tone)

    def _tell(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.note.show()

    # Keys and leaving

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
            return
        super().keyPressEvent(event)

    def _enter(self) -> None:
        """Go on to the next field; press the button that has the keyboard."""
        here = self.focusWidget()
        if isinstance(here, QPushButton) and not here.isCheckable():
            here.click()
            return
        order = self.fields.order
        if here is self.fields.matter and not self.fields.matter.action:
            self._say(_("Choose the matter first."), "danger")
        elif here in order:
            following = order[order.index(here) + 1 :]
            (following[0] if following else self.save).setFocus()
        else:
            self.fields.name.setFocus()

    def reject(self) -> None:
        """Leave; what was typed is kept or thrown away as the person says."""
        if self._pages.currentIndex() or self.fields.is_empty:
            self._leave()
            return
        self.keeper.ask(self._leave, lambda: (self._begin(), self.keeper.drop(), self._leave()))

    def _leave(self) -> None:
        super().reject()

    def done(self, result: int) -> None:
        """Write what waits, and let the readings end."""
        self.fields.matter.close_list()
        self.keeper.write()
        self.alike.end()
        super().done(result)


def _register(book: "Book", draft: EntryDraft, focus: Focus) -> "Registered":
    from desktop.commands.requests import RegisterRequest
    from desktop.models.registering import register

    at = datetime.fromisoformat(draft.at).replace(tzinfo=BEIJING) if draft.at else None
    command = RegisterRequest(
        draft.action, draft.window, Channel(draft.channel), Applicant(draft.applicant), draft.follows, draft.token, at
    )
    return register(book, command, focus.desk, draft.words if draft.words != Private() else None)
