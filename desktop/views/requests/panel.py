"""The panel of one request, beside the register; or what may be done with several that are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout

from desktop.i18n import _
from desktop.models.private_rows import Private
from desktop.models.requests import RequestRow
from desktop.models.workdays import Calendar
from desktop.views import theme
from desktop.views.bridge import Bridge, Told
from desktop.views.deeds import Deed
from desktop.views.focus import Focus
from desktop.views.recall import Recall
from desktop.views.requests import panel_deeds, reading, standing
from desktop.views.requests.answers import Answers
from desktop.views.requests.draft_keeper import DraftKeeper
from desktop.views.requests.labels import label
from desktop.views.requests.offering import offered
from desktop.views.requests.panel_body import Body
from desktop.views.requests.posting import Sender, slip_of
from desktop.views.requests.story_words import calls, passage
from desktop.views.requests.ways import Asked, Do, Way, asked_for, asked_for_deed, other_deeds, ways_out

_SETTLE_MS = 90
"""How long the current request has to stand still before it is read: arrow keys must not wait for it."""
_TICK_MS = 30_000
"""How often what is left of the time is said anew."""


class RequestPanel(QFrame):
    """Shows a request and does what may be done with it.

    `left` when the keyboard is to go back to the table, `wanted` when something in the panel is asked for, `followed`
    (id) when it shows another request by itself, `slip_asked` (id, kind) for paper, `entry_asked` for a new request.
    """

    left = Signal()
    wanted = Signal()
    followed = Signal(str)
    slip_asked = Signal(str, str)
    entry_asked = Signal()

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__()
        self._focus, self._bridge = focus, bridge
        self._sender, self._keeper = Sender(bridge, self), DraftKeeper(bridge, self)
        self._id = ""
        self._ids: tuple[str, ...] = ()
        self._shown: reading.Shown | None = None
        self._rows: list[RequestRow] = []
        self._calendar: Calendar | None = None
        self._after: Asked | None = None
        self.setProperty("kind", "card")
        self._build()
        self._connect()
        self._resume = True
        self._say_nothing()

    def _build(self) -> None:
        self._body = Body(Recall(self._bridge))
        self.head, self.facts, self.foot, self.kin = self._body.head, self._body.facts, self._body.foot, self._body.kin
        self.form, self.story, self.contact = self._body.form, self._body.story, self._body.contact
        self._empty = label(_("Choose a request."), tone="third")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self._body)
        stack.addWidget(self._empty)

    def _connect(self) -> None:
        self._settle, self._ticking = QTimer(self), QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._read)
        self._ticking.setInterval(_TICK_MS)
        self._ticking.timeout.connect(self._tick)
        self._ticking.start()
        self._focus.board_changed.connect(self._on_board)
        self._focus.desk_changed.connect(self._on_desk)
        self._bridge.posted.connect(self._on_posted)
        theme.current().changed.connect(self._read)
        self._sender.done.connect(self._finish)
        self._sender.refused.connect(self.form.refuse)
        self._sender.slip_due.connect(self.slip_asked)
        self._sender.born.connect(self._follow)
        self._sender.seen.connect(self._on_seen)
        self.head.copied.connect(self._bridge.said)
        self.kin.followed.connect(self._follow)
        self.contact.asked.connect(lambda: self.want(Do.UNMASK))
        self.foot.moved.connect(self._on_way)
        self.foot.wanted.connect(self.want)
        self.foot.slip_wanted.connect(self.print_slip)
        self.form.sent.connect(self._do)
        self.form.dropped.connect(self._drop)
        self.form.filled.connect(self._hold)
        self.form.ended.connect(self._keeper.write)

    # What is shown

    @property
    def row(self) -> RequestRow | None:
        """The request shown, None for none."""
        return self._shown.row if self._shown is not None else None

    @property
    def chosen(self) -> list[RequestRow]:
        """The requests on which a deed is done: those chosen in the list, else the one shown."""
        return self._rows or ([self._shown.row] if self._shown is not None else [])

    def show_request(self, key: str) -> None:
        """Show one request by its id, an empty text for none; a form open for another is put by, its words kept."""
        if key == self._id:
            return
        self._id, self._shown = key, None
        self.contact.cover()
        self._after = None
        self._close_form()
        self._settle.start()
        if not key:
            self._read()

    def take(self, ids: Sequence[str]) -> None:
        """Take what is chosen in the list; several are moved together."""
        taken = tuple(ids) if len(ids) > 1 else ()
        if taken == self._ids:
            return
        self._ids = taken
        self.contact.cover()
        self._close_form()
        self._settle.start()

    def _read(self) -> None:
        """Read what is shown from the book, where there is one and somebody sees it."""
        self._settle.stop()
        if not self._bridge.is_open or not self._focus.loaded or not self.isVisible():
            return
        book, board = self._bridge.book, self._focus.board
        self._rows = book.requests_of(self._ids) if self._ids else []
        self._shown = reading.read(book, board, self.calendar, self._id) if self._id else None
        self._show()
        if self._resume and self._shown is not None:
            self._resume = False
            self._open_kept()

    @property
    def calendar(self) -> Calendar:
        """The calendar of the open book, read once for a board."""
        if self._calendar is None:
            self._calendar = self._bridge.book.calendar()
        return self._calendar

    def _show(self) -> None:
        shown = self._shown
        if len(self._rows) > 1:
            self._body.show_one(one=False)
            self.head.say_many(self._rows)
        elif shown is not None:
            self._say_one(shown)
        else:
            self._say_nothing()
            return
        self._body.show()
        self._empty.hide()
        self._offer()

    def _say_one(self, shown: reading.Shown) -> None:
        self._body.show_one(one=True)
        self.head.say(shown.row, self._focus.board.catalogue, shown.clock)
        self.facts.say(shown.row, shown.clock, shown.contact)
        self.contact.offer(on=shown.contact is not None)
        self.kin.say(shown.kin)
        log = calls(shown.story)
        self._body.calls.tell(log)
        for part in (self._body.calls, self._body.calls_title):
            part.setVisible(bool(log))
        self.story.tell([passage(told) for told in shown.story])
        self.setAccessibleName(f"{shown.row.number} {shown.row.matter}")

    def _say_nothing(self) -> None:
        self._body.hide()
        self._empty.show()
        self.setAccessibleName(self._empty.text())

    def _offer(self) -> None:
        barred = self.barred()
        if barred:
            self.foot.bar(barred)
            return
        role, rows = self._focus.desk.role, self.chosen
        self.foot.offer(ways_out(rows, role), rows[0] if len(rows) == 1 else None, role)

    def barred(self) -> str:
        """Return why nothing may be done here at all; empty when something may."""
        return standing.barred(self.chosen, self._focus, self._bridge)

    def _tick(self) -> None:
        if self._shown is not None and self.isVisible() and self._bridge.is_open and not self._rows:
            shown, book = self._shown, self._bridge.book
            self.head.tell(reading.told_clock(book, self._focus.board, self.calendar, shown.row, shown.story))

    def _on_board(self) -> None:
        self._calendar = None
        self._read()
        if self._focus.read_only:
            self._close_form()

    def _on_desk(self) -> None:
        self.contact.cover()
        self._close_form()
        self._read()

    def _on_posted(self, news: Told) -> None:
        if any(name.startswith("request:") for name in news.records):
            self._read()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._settle.start()

    def _follow(self, key: str) -> None:
        self._ids = ()
        self.show_request(key)
        self._read()
        self.followed.emit(key)

    # What is done

    def deeds(self) -> tuple[Deed, ...]:
        """Return what can be done with requests, for menus, palette and list of keys."""
        return panel_deeds.deeds(self)

    def ways(self) -> list[Way]:
        """Return the moves out of where the chosen requests stand."""
        return ways_out(self.chosen, self._focus.desk.role) if self.chosen else []

    def choose(self, number: int) -> bool:
        """Make the move of a digit, or ask for what it needs. Return whether there is one of that number."""
        self._catch_up()
        way = next((one for one in self.ways() if one.number == number), None)
        if way is not None:
            self._on_way(way)
        return way is not None

    def _catch_up(self) -> None:
        """Read at once what the arrow keys have left for a moment."""
        if self._settle.isActive():
            self._read()

    def _on_way(self, way: Way) -> None:
        why = self.barred() or (way.barred and _("{deed}: {why}.").format(deed=way.title, why=way.barred))
        if why:
            self._bridge.refused.emit(why)
            return
        asked = asked_for(way, self.chosen)
        if asked.required:
            self._open(asked)
        else:
            self._sender.send(asked, Answers())

    def want(self, do: Do) -> None:
        """Open the form of another deed, or say why it cannot be done."""
        self._catch_up()
        why = self.bars(do)
        row = self.row
        if why or row is None:
            self._bridge.refused.emit(why)
            return
        if do is Do.UNMASK and self.form.isVisible() and self.form.asked is not None:
            self._after = self.form.asked
        choices = reading.in_dispute(self._bridge.book, row) if do is Do.SETTLE else ()
        asked = asked_for_deed(do, row, choices)
        if do is Do.MERGE and len(self._rows) > 1:
            asked = standing.merging(asked, self._rows)
        self._open(asked)

    def bars(self, do: Do) -> str:
        """Return why a deed cannot be done here and now, as a sentence; empty when it can."""
        row = self.row
        if row is None:
            return _("No request is chosen here.")
        if do is Do.UNMASK:
            return standing.bars_unmasking(
                row, self._shown is not None and self._shown.contact is not None, self._focus
            )
        found = {one: (name, why) for one, name, why in other_deeds(row, self._focus.desk.role)}
        if do not in found:
            return _("Nothing is in dispute here.")
        name, why = found[do]
        return self.barred() or (_("{deed}: {why}.").format(deed=name.rstrip("…"), why=why) if why else "")

    def print_slip(self) -> None:
        """Ask for the slip that belongs to where the request stands."""
        if self.row is not None:
            self.slip_asked.emit(self.row.id, slip_of(self.row.status))

    def copy_number(self) -> None:
        """Put the number of the request on the clipboard."""
        if self.row is not None:
            self.head.copy()

    def enter(self) -> None:
        """Take the keyboard: the form's first field, or the first button."""
        self.wanted.emit()
        self._catch_up()
        if self.form.isVisible():
            self.form.enter()
        else:
            self.foot.enter()

    def _open(self, asked: Asked, words: dict[str, str] | None = None) -> None:
        self.wanted.emit()
        book, board, rows = self._bridge.book, self._focus.board, self.chosen
        self.form.ask(asked, board.as_of, offered(book, board, self._focus.desk, asked, rows), words)
        self._body.open_form(self.height())
        self._hold()

    def _open_kept(self) -> None:
        """Open once more the form of this request that was open when the program ended."""
        kept = self._keeper.read()
        if kept is None or kept.requests != (self._id,) or self.barred():
            return
        asked = standing.resumed(kept, self.chosen[0], self.ways(), self._bridge.book)
        if asked is not None:
            self._open(asked, dict(kept.words))

    def _hold(self) -> None:
        """Keep the words of the open form for after a power cut."""
        if self.form.isVisible() and self.form.asked is not None:
            self._keeper.hold(self.form.asked, self.form.typed())

    def _close_form(self) -> None:
        self.form.put_by()
        self._keeper.drop()
        self._body.close_form()

    def _drop(self) -> None:
        after, self._after = self._after, None
        self._close_form()
        if after is not None:
            self._open(after)
        else:
            self.left.emit()

    def _do(self, answers: Answers) -> None:
        if self.form.asked is not None:
            self._sender.send(self.form.asked, answers)

    def _finish(self) -> None:
        self.form.finish()
        self._drop()

    def _on_seen(self, private: Private) -> None:
        self.contact.unmask(private)
        self._read()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose a move where no field takes them; Esc steps back."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        digit = event.text()
        if event.key() == Qt.Key.Key_Escape:
            self.step_back()
        elif not held and digit.isdecimal() and digit != "0" and not self.form.isVisible() and self.choose(int(digit)):
            event.accept()
        else:
            super().keyPressEvent(event)

    def step_back(self) -> bool:
        """Put the form by, or give the keyboard back to the table. Return whether there was anything to close."""
        if self.form.isVisible():
            self._drop()
            return True
        here = QApplication.focusWidget()
        inside = here is not None and self.isAncestorOf(here)
        if inside:
            self.left.emit()
        return inside
