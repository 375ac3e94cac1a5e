"""What the panel of a request shows: the request read from the book, or several that are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout

from desktop.i18n import _
from desktop.models.board import Board
from desktop.models.book import Book
from desktop.models.requests import RequestRow
from desktop.models.workdays import Calendar
from desktop.views import theme
from desktop.views.bridge import Bridge, Told
from desktop.views.focus import Focus
from desktop.views.labels import label
from desktop.views.requests import reading, standing
from desktop.views.requests.panel_body import Body
from desktop.views.requests.story_words import calls, passage
from desktop.views.requests.ways import ways_out
from desktop.views.worker import Job

_SETTLE_MS = 90
"""How long the current request has to stand still before it is read: arrow keys must not wait for it."""
_TICK_MS = 30_000
"""How often what is left of the time is said anew."""


class ShownRequest(QFrame):
    """Shows a request, or that several are chosen. What may be done with them is `RequestPanel`'s.

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
        self._id = ""
        self._ids: tuple[str, ...] = ()
        self._shown: reading.Shown | None = None
        self._rows: list[RequestRow] = []
        self._calendar: Calendar | None = None
        self._is_behind = False
        self.setProperty("kind", "card")
        self._build()
        self._watch()
        self._say_nothing()

    def _build(self) -> None:
        self._body = Body(self._bridge)
        self.head, self.facts, self.foot, self.kin = self._body.head, self._body.facts, self._body.foot, self._body.kin
        self.form, self.story, self.contact = self._body.form, self._body.story, self._body.contact
        self._empty = label(_("Choose a request."), tone="third")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self._body)
        stack.addWidget(self._empty)

    def _watch(self) -> None:
        self._settle, self._ticking, self._rest = QTimer(self), QTimer(self), QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(0)
        self._rest.timeout.connect(self._say_rest)
        self._settle.setSingleShot(True)
        self._settle.setInterval(_SETTLE_MS)
        self._settle.timeout.connect(self._look)
        self._ticking.setInterval(_TICK_MS)
        self._ticking.timeout.connect(self._tick)
        self._ticking.start()
        self._focus.board_changed.connect(self._on_board)
        self._focus.desk_changed.connect(self._on_desk)
        self._bridge.posted.connect(self._on_posted)
        theme.current().changed.connect(self._read)
        self.head.copied.connect(self._bridge.said)
        self.kin.followed.connect(self._follow)

    def put_by(self) -> None:
        """Close what is open for another request; `RequestPanel` has forms."""

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
        self._id, self._shown, self._is_behind = key, None, False
        self.contact.cover()
        self.put_by()
        self._settle.start()
        if not key:
            self._read()

    def take(self, ids: Sequence[str]) -> None:
        """Take what is chosen in the list; several are moved together."""
        taken = tuple(ids) if len(ids) > 1 else ()
        if taken == self._ids:
            return
        self._ids, self._is_behind = taken, False
        self.contact.cover()
        self.put_by()
        self._settle.start()

    def _read(self) -> None:
        """Read and show at once what is to be shown, where there is a book and somebody sees it."""
        self._settle.stop()
        if self._can_read:
            self._take(reading.find(*self._wanted))
            self._show(in_turns=False)

    def _look(self) -> None:
        """Read beside the screen what the arrow keys came to rest on: a disk can be slow."""
        if not self._can_read:
            return
        self._is_behind = True
        wanted = self._wanted
        job: Job[reading.Found] = Job(lambda _step: reading.find(*wanted), self)
        job.succeeded.connect(self._on_found)
        job.failed.connect(self._bridge.refused)
        job.start()

    def _on_found(self, found: reading.Found) -> None:
        """Show the upper part and the lower one each in a turn of its own: at once, the window would stand still."""
        if self._is_behind and (found.key, found.ids) == (self._id, self._ids):
            self._take(found)
            self._show(in_turns=True)

    def _catch_up(self) -> None:
        """Read at once what the arrow keys have left for a moment."""
        if self._settle.isActive() or self._is_behind:
            self._read()

    def _take(self, found: reading.Found) -> None:
        self._is_behind = False
        self._shown, self._rows, self._calendar = found.shown, list(found.rows), found.calendar

    @property
    def _can_read(self) -> bool:
        return self._bridge.is_open and self._focus.loaded and self.isVisible()

    @property
    def _wanted(self) -> tuple[Book, Board, Calendar | None, str, tuple[str, ...]]:
        return self._bridge.book, self._focus.board, self._calendar, self._id, self._ids

    @property
    def calendar(self) -> Calendar:
        """The calendar of the open book, read once for a board."""
        if self._calendar is None:
            self._calendar = self._bridge.book.calendar()
        return self._calendar

    def _show(self, *, in_turns: bool) -> None:
        shown = self._shown
        if len(self._rows) > 1:
            self._body.show_one(one=False)
            self.head.say_many(self._rows)
        elif shown is not None:
            self._say_one(shown)
            if in_turns:
                self._rest.start()
            else:
                self._say_rest()
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
        self.setAccessibleName(f"{shown.row.number} {shown.row.matter}")

    def _say_rest(self) -> None:
        """Show what stands below: kin, calls, story."""
        shown = self._shown
        if shown is None or len(self._rows) > 1:
            return
        self.kin.say(shown.kin)
        log = calls(shown.story)
        self._body.calls.tell(log)
        for part in (self._body.calls, self._body.calls_title):
            part.setVisible(bool(log))
        self.story.tell([passage(told) for told in shown.story])

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
            self.put_by()

    def _on_desk(self) -> None:
        self.contact.cover()
        self.put_by()
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
