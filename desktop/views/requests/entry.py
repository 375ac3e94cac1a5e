"""A request is taken in: by the keyboard alone, kept if it is not done, its number at once."""

import secrets
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QStackedLayout, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models import request_clock
from desktop.models.clock import BEIJING
from desktop.models.entry_draft import EntryDraft
from desktop.models.request_rules import Applicant, Channel
from desktop.texts import request_names
from desktop.views.bridge import Bridge
from desktop.views.dialog import Dialog
from desktop.views.focus import Focus
from desktop.views.requests import entry_filling
from desktop.views.requests.entry_body import EntryBody
from desktop.views.requests.entry_done import EntryDone
from desktop.views.requests.entry_keeper import EntryKeeper

if TYPE_CHECKING:
    from desktop.models.book import Book
    from desktop.models.registering import Registered
    from desktop.models.writing import Posted

_SIZE = (960, 600)


class EntryDialog(Dialog):
    """Takes requests in, one after another.

    `registered(id)` for each, `slip_asked(id, kind)` for its receipt, `open_asked(id)` for one that was there before.
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
        self.body = EntryBody(bridge, self)
        self.fields, self.alike = self.body.fields, self.body.alike
        self.done_page = EntryDone()
        self.keeper = EntryKeeper(bridge, self)
        self._build()
        self.fields.matter.stand()
        self._offer_windows(window_id or focus.window)
        self._connect()
        self._begin()
        self._take_up()
        QTimer.singleShot(0, self, self.fields.matter.begin)  # once it is shown; not again when a shutter goes up

    def _build(self) -> None:
        self._pages = QStackedLayout()
        self._pages.addWidget(self.body)
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
        fields.words.passed.connect(self.body.save.setFocus)
        fields.number.said.connect(self.body.say)
        fields.follows.clicked.connect(lambda: self._follow("", ""))
        self.alike.opened.connect(self._open_other)
        self.alike.followed.connect(self._follow)
        self.body.sent.connect(self.send)
        self.body.sent_on.connect(partial(self.send, then_next=True))
        self.body.left.connect(self.reject)
        self.done_page.print_asked.connect(self._print)
        self.done_page.next_asked.connect(self._begin_next)
        self.done_page.left.connect(self.reject)
        self._bridge.refused.connect(self._on_refused)
        self._listen()

    def _listen(self) -> None:
        """Hear the keys of the whole form."""

        def on(key: str, do: Callable[[], object]) -> None:
            QShortcut(QKeySequence(key), self, do)

        for enter in ("Return", "Enter"):
            on(f"Ctrl+{enter}", self.send)
            on(f"Ctrl+Shift+{enter}", partial(self.send, then_next=True))
        for at, channel in enumerate(Channel, 1):
            on(f"Alt+{at}", partial(self.fields.choose_channel, channel))
        for at, who in enumerate(Applicant, len(Channel) + 1):
            on(f"Alt+{at}", partial(self.fields.choose_applicant, who))

    def _offer_windows(self, wanted: str) -> None:
        under = self._bridge.scope or frozenset[str]()
        self.fields.offer_windows([one for one in self._focus.board.windows if one.unit in under], wanted)
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
        self.body.say("")
        self._pages.setCurrentIndex(0)
        self.body.rest(on=False)

    def _begin_next(self) -> None:
        self._begin()
        self.fields.matter.begin()

    def _take_up(self) -> None:
        """Fill in what was typed before the form was put by, or before a crash."""
        draft = self.keeper.kept()
        if draft is None:
            return
        self._offer_windows(draft.window)
        entry_filling.fill(self.fields, draft)
        if draft.follows:
            self._follow(draft.follows, draft.follows.rpartition("-")[0])
        self._token = draft.token or self._token
        self.body.say(_("Taken up again as it was left."))

    def _draft(self) -> EntryDraft:
        return entry_filling.filled(self.fields, self._follows, self._token)

    # What is filled in

    def _on_edited(self) -> None:
        if self._pages.currentIndex() or self._is_sending:
            return
        self.keeper.hold(self._draft, is_empty=self.fields.is_empty)
        from desktop.models.request_likeness import Typed

        draft = self._draft()
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
        self.body.say("")

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
            self.body.say(_("Choose the matter first."), "danger")
            fields.matter.begin()
            return
        if not fields.number.check():
            fields.number.setFocus()
            return
        self._is_sending = True
        self.body.rest(on=True)
        draft = self._draft()
        self.made = None
        self.keeper.rest()

        def deed(book: "Book") -> "Posted | None":
            self.made = entry_filling.register(book, draft, self._focus.desk)
            return self.made.posted

        self._bridge.carry(deed, lambda: self._on_registered(then_next=then_next))

    def _on_registered(self, *, then_next: bool) -> None:
        if (made := self.made) is None:
            return
        self.keeper.drop()
        if made.posted is not None:
            self._bridge.done.emit(self._bridge.undo_label())
        self.registered.emit(made.id)
        self._begin()  # nothing of the citizen stays behind the number
        if then_next:
            self.fields.matter.begin()
            self.body.say(_("Registered: {number}").format(number=made.number))
            return
        row = self._bridge.book.request(made.id)
        due = _("Due {day}").format(day=row.due_on.replace("T", " ")) if row is not None and row.due_on else ""
        self._pages.setCurrentIndex(1)
        self.done_page.say(made.number, row.matter if row is not None else "", due, again=made.posted is None)

    def _on_refused(self, sentence: str) -> None:
        if self._is_sending:
            self._is_sending = False
            self.body.rest(on=False)
            self.body.say(sentence, "danger")
            self.keeper.hold(self._draft, is_empty=self.fields.is_empty)

    def _print(self) -> None:
        if self.made is not None:
            self.slip_asked.emit(self.made.id, "receipt")

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
            self.body.say(_("Choose the matter first."), "danger")
        elif here in order:
            following = order[order.index(here) + 1 :]
            (following[0] if following else self.body.save).setFocus()
        else:
            self.fields.name.setFocus()

    def reject(self) -> None:
        """Leave; what was typed is kept or thrown away as the person says."""
        if self._is_sending:
            return
        if self._pages.currentIndex() or self.fields.is_empty:
            self._leave()
            return
        self.keeper.ask(self._leave, self._throw_away)

    def _throw_away(self) -> None:
        self._begin()
        self.keeper.drop()
        self._leave()

    def _leave(self) -> None:
        super().reject()

    def done(self, result: int) -> None:
        """Write what waits, and let the readings end."""
        self.fields.matter.close_list()
        self.keeper.write()
        self.alike.end()
        super().done(result)
