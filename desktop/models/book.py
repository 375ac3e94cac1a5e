"""The book: one file (or a schema of a server), three doors (do, merge, keep). Nothing else writes."""

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from desktop.models import (
    backup,
    checks,
    founding,
    identity,
    keeping,
    ledger,
    merging,
    private_checks,
    servers,
    start_checks,
    store,
)
from desktop.models.bare import WAIT_MS
from desktop.models.checks import Finding
from desktop.models.clock import Clock, beijing_day
from desktop.models.desk import Desk
from desktop.models.dialects import cursor_of
from desktop.models.draft import Command, Draft
from desktop.models.evidence import EvidenceStore
from desktop.models.failures import plainly
from desktop.models.identity import Identity
from desktop.models.journal import Entry, Stub
from desktop.models.merging import Booking
from desktop.models.places import Place
from desktop.models.private import PrivateStore
from desktop.models.reader import Reader
from desktop.models.refusals import BookRefused, RuleBroken
from desktop.models.request_readings import RequestReadings
from desktop.models.rulebook import seen
from desktop.models.streams import Streams, recognise
from desktop.models.underway import Told, unheard
from desktop.models.undo import Redo, Undo
from desktop.models.writing import Author, Posted, head, touches_catalogue, write

Listener = Callable[[Posted], None]
_log = logging.getLogger("bianmin.book")


class Book(RequestReadings):
    """An append-only journal and the ledger derived from it, in one SQLite file opened through sqlcipher3."""

    def __init__(
        self, place: Place, engine: Engine, facts: dict[str, str], who: Identity, clock: Clock, *, key: bytes | None,
        wait_ms: int = WAIT_MS,
    ) -> None:  # fmt: skip
        """Take the parts; use `create` or `open`."""
        super().__init__(place, engine, clock, facts)
        self.id = facts["id"]
        self.practice = facts["practice"] == "1"
        self.evidence = EvidenceStore(self.path, key)
        self.private = PrivateStore(self.path, self.id, key, wait_ms)
        self._key = key
        self._engine = engine
        self._streams = Streams(who, facts, place)
        self._listeners: list[Listener] = []
        with self.reading() as connection:
            self._known = seen(cursor_of(connection))

    # Making and opening

    @classmethod
    def create(
        cls, path: Place, unit: str, *, practice: bool = False, key: bytes | None = None, clock: Clock | None = None,
        book_id: str | None = None, device: str | None = None, durable: bool = True,
    ) -> "Book":  # fmt: skip
        """Make an empty book for a unit and open it. Raises BookRefused for a bad place or a file that stands there.

        The last three are for making practice books, which are equal for the same seed and need not outlive a crash
        while they are made.
        """
        facts = {"id": book_id or founding.new_id(), "unit": unit, "practice": str(int(practice))}
        with plainly(path):
            founding.found(path, facts, key)
        return cls.open(path, key=key, clock=clock, device=device, durable=durable)

    @classmethod
    def open(
        cls, path: Place, *, key: bytes | None = None, clock: Clock | None = None, wait_ms: int = WAIT_MS,
        device: str | None = None, durable: bool = True,
    ) -> "Book":  # fmt: skip
        """Open a book, as this computer's device or as the one named (for making practice books and tests).

        Raises BookRefused: not a book, a newer one, a bad place, a chosen day before what the book holds.
        """
        clock = clock or Clock()
        engine = store.opened(path, key, wait_ms, durable=durable)
        with plainly(path), engine.begin() as connection:
            facts = founding.facts(connection)
            founding.renew_ledger(connection)
            _refuse_past(connection, clock, is_practice=facts["practice"] == "1")
            who = Identity(device, None) if device else recognise(connection, facts, path)
        book = cls(path, engine, facts, who, clock, key=key, wait_ms=wait_ms)
        private_checks.settle(book.private, book._writing, clock.now())
        return book

    def close(self) -> None:
        """Make a backup where one is due, and let go of the file."""
        try:
            private_checks.forget_taken_back(self.private, self.reading, self.clock.now())
            if not self.practice:
                private_checks.back_up(self.private, self.clock.now())
                if isinstance(self.place, Path):
                    backup.at_close(self.place, self._key, self.clock.now())
        except BookRefused as refusal:
            _log.warning("no backup at close: %s", refusal.code)
        finally:
            self.evidence.close()
            self.private.close()
            store.retire(self._engine)

    def backup(self, told: Told = unheard) -> backup.Backup:
        """Make a backup now, as before anything large. Raises BookRefused when it cannot be made."""
        private_checks.back_up(self.private, self.clock.now(), always=True)
        return backup.make(self.place, self._key, self.clock.now(), told)

    def check(self) -> list[Finding]:
        """Look the whole book over; empty when all is right. Writes nothing."""
        with self.reading() as connection:
            found = checks.look_over(connection, self.evidence, self._streams.devices())
            found += private_checks.strays(self.private, connection)
        return [*found, *private_checks.findings(self.private, whole=True)]

    def check_at_start(self) -> list[Finding]:
        """Return what a start should say: damage, a doubtful clock, missing backups, little room."""
        with self.reading() as connection:
            found = start_checks.at_start(connection, self._start(connection))
        return [*private_checks.findings(self.private), *found]

    def check_clock(self) -> list[Finding]:
        """Return what is doubtful about this computer's clock."""
        with self.reading() as connection:
            return list(start_checks.on_clock(self._start(connection)))

    def _start(self, connection: Connection) -> start_checks.Start:
        at = head(connection, self._streams.main.device)
        return start_checks.Start(self.place, self.id, self.clock, at.newest, at.arrival)

    # The three doors

    def do(self, command: Command, desk: Desk, first: Callable[[Sequence[Draft]], None] | None = None) -> Posted:
        """Carry out a deed in one transaction. Raises RuleBroken, InputRefused or BookRefused; then nothing changed.

        `first` is told the drafts before anything of them is written: the place to `private.put` citizens' words.
        """
        with self._writing() as connection:
            rules = self._rulebook.on(cursor_of(connection), self.clock.today())
            now = self.clock.now()
            reader = Reader(
                connection, self.unit, rules.day, rules.catalogue, self._streams.main.device, now,
                lambda: self._streams.counter(connection).device,
            )  # fmt: skip
            drafts = command.drafts(reader, desk)
            if first is not None:
                first(drafts)
            who = self._streams.writer(connection, drafts)
            author = Author(who.device, desk.officer, desk.role, self.unit, now, rules.day)
            posted = write(connection, command.kind, drafts, author)
            self._settle(connection, posted)
            at = head(connection, who.device)
        if posted.stamps:
            who.remember(at.seq, at.digest)
        self._tell(posted)
        return posted

    def merge(self, items: Iterable[Entry | Stub], source: str, *, stage: bool = False) -> Booking:
        """Unite foreign entries with the journal: any order, any number of times, the same ledger.

        Raises RuleBroken for practice entries in a real book, and for real ones in a practice book.
        """
        foreign = list(items)
        _refuse_mixing(foreign, is_practice=self.practice)
        with self._writing() as connection:
            done = merging.merge(connection, foreign, source, self.clock.now(), stage=stage)
            founding.bump(connection)
            arrival = head(connection, self._streams.main.device).arrival
        self._tell(Posted("merge", (), done.records, arrival, foreign=True))
        return done

    def book(self, booking: int) -> None:
        """Let a staged booking count."""
        self._turn(booking, merging.book)

    def take_back(self, booking: int) -> None:
        """Let a booking count no more. Raises RuleBroken once something rests on it."""
        self._turn(booking, merging.take_back)

    def keep(self, kind: str, key: str, value: keeping.Value) -> None:
        """Keep a local value (preference of the book, draft, mapping, receipt); None forgets it.

        A callable is handed what stands there, under the write lock, and returns what shall: two cannot cross.
        """
        with self._writing() as connection:
            keeping.keep(connection, kind, key, value)

    def undo(self, desk: Desk, stamp: str | None = None, reason: str = "") -> Posted:
        """Take back the last deed of this book's unit, or the one named by its stamp."""
        return self.do(Undo(stamp, reason), desk)

    def redo(self, desk: Desk) -> Posted:
        """Undo the last undo."""
        return self.do(Redo(), desk)

    def rebuild(self) -> None:
        """Derive the ledger anew from the journal."""
        with self._writing() as connection:
            ledger.rebuild(connection)
            founding.bump(connection)

    # News

    def listen(self, listener: Listener) -> None:
        """Have a callable told of every transaction of this Book."""
        self._listeners.append(listener)

    def news(self) -> Posted | None:
        """Return what other processes have posted since the last call, None when nothing.

        `fact:catalogue` among the records says that the whole board must be read anew.
        """
        with self.reading() as connection:
            now = seen(cursor_of(connection))
            if now == self._known:
                return None
            query = text(
                "SELECT DISTINCT l.record FROM entry e JOIN line l ON l.device = e.device AND l.seq = e.seq"
                " WHERE e.arrival > :arrival"
            )
            records = frozenset(connection.execute(query, {"arrival": self._known[0]}).scalars())
            if now[1] != self._known[1]:
                records |= {"fact:catalogue"}
        self._known = now
        return Posted("news", (), records, now[0], foreign=True)

    # Inside

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with plainly(self.place), self._engine.begin() as connection:
            before = seen(cursor_of(connection))
            yield connection
            after = seen(cursor_of(connection))
        if before == self._known:
            # Otherwise another process has posted since the last news, and its records are still to be told.
            self._known = after

    def _settle(self, connection: Connection, posted: Posted) -> None:
        fields = {(r, "") for r in posted.records if r.startswith(("redaction:", "clock_doubt:", "dispute:"))}
        merging.settle(connection, fields)
        if touches_catalogue(posted.records):
            founding.bump(connection)

    def _turn(self, booking: int, turn: Callable[[Connection, int], set[tuple[str, str]]]) -> None:
        with self._writing() as connection:
            fields = turn(connection, booking)
            founding.bump(connection)
            arrival = head(connection, self._streams.main.device).arrival
        self._tell(Posted("booking", (), frozenset(record for record, _ in fields), arrival, foreign=True))

    def _tell(self, posted: Posted) -> None:
        if any(record.startswith("redaction:") for record in posted.records):
            self._forget_words()
        for listener in self._listeners:
            listener(posted)

    def _forget_words(self) -> None:
        if isinstance(self.place, Path):
            store.forget_journal(self.place, self._key)
        else:
            servers.forget_words(self._engine)


def _refuse_past(connection: Connection, clock: Clock, *, is_practice: bool) -> None:
    """Refuse a chosen day on a real book, or one before what the book holds."""
    if not clock.fixed:
        return
    if not is_practice:
        raise RuleBroken("day_only_in_practice")
    newest = head(connection, "").newest
    if newest is not None and beijing_day(newest) > clock.today():
        raise RuleBroken("later_stamp", day=clock.today(), newest=beijing_day(newest))


def _refuse_mixing(items: Iterable[Entry | Stub], *, is_practice: bool) -> None:
    other = identity.REAL if is_practice else identity.PRACTICE
    for one in items:
        if one.device.startswith(other):
            raise RuleBroken("practice_mixed", device=one.device, practice=is_practice)
