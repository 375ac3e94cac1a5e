"""A world of a few real books and one clock that jumps: the rules of the journal hold whatever happens in it."""

import itertools
import random
import shutil
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from desktop.commands.progress import AddNote, ConfirmUnchanged, Move, SetDue, SetOfficer
from desktop.commands.settle import ClockDoubt, Redact, Settle
from desktop.models import ledger, rules
from desktop.models.book import Book
from desktop.models.clock import Clock, day_end, instant_of
from desktop.models.commitment import Commitment
from desktop.models.desk import Desk
from desktop.models.draft import Command
from desktop.models.journal import Entry, Evidence, Stub
from desktop.models.records import KINDS, is_contested
from desktop.models.refusals import Refusal, RuleBroken
from desktop.models.vocabulary import Mark, Need
from tests.books import BUREAU, CHIEF, CLERK, make, own, source, whole

KEYS = ("A01@W1", "A02@W1", "A01@W2")
UNITS = ("BUREAU", "S1", "BUREAU")
PROOF = Evidence("ab" * 32, "a.jpg", 1, "image/jpeg")
START = datetime(2026, 9, 1, 1, tzinfo=UTC)
FIELDS = ("status", "due_on", "officer", "evidence_on", "confirmed_on", "noted_on")


class World:
    """Three books of two units, each with the same clock, over one small catalogue."""

    def __init__(self, seed: int) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix="world-"))
        self.chance = random.Random(seed)
        self.now = START
        edition = source(2, 2)
        self.books: list[Book] = []
        for n, unit in enumerate(UNITS):
            book = make(self.folder / f"{n}.book", unit, edition=edition)
            book.close()
            opened = Book.open(book.path, clock=Clock(lambda: self.now), device=f"dev-{n:016x}", durable=False)
            self.books.append(opened)
        self.staged: list[tuple[Book, int]] = []
        self.doubted = False

    def close(self) -> None:
        for book in self.books:
            book._engine.dispose()
        shutil.rmtree(self.folder)

    # Deeds

    def jump(self, minutes: int) -> None:
        self.now = max(START, self.now + timedelta(minutes=minutes))

    def desk_of(self, book: Book) -> Desk:
        return self.chance.choice((CHIEF, CLERK, BUREAU) if book.unit == "BUREAU" else (CHIEF, CLERK))

    def command(self, book: Book, key: str) -> Command:
        word = self.chance.choice(("甲", "乙", "丙"))
        day = book.clock.today() + timedelta(days=self.chance.randint(-3, 3))
        return self.chance.choice((
            lambda: self.move(book, key), lambda: self.move(book, key), lambda: SetOfficer((key,), word),
            lambda: SetDue((key,), day, "改"), lambda: ConfirmUnchanged((key,)), lambda: AddNote((key,), word),
        ))()  # fmt: skip

    def move(self, book: Book, key: str) -> Command:
        (now,) = book.commitments({key})
        rule = self.chance.choice(rules.moves_from(now.status))
        due = book.clock.today() + timedelta(days=5) if Need.DEADLINE in rule.needs else None
        return Move((key,), rule.to, "记", "因", (PROOF,), due)

    def deed(self, book: Book, key: str) -> None:
        """Do a deed, see that its stamp is later than all that was seen, and that undo gives back what stood before."""
        before, newest = state(book), _newest(book)
        desk = self.desk_of(book)
        try:
            posted = book.do(self.command(book, key), desk)
        except RuleBroken:
            assert state(book) == before
            return
        for stamp in posted.stamps:
            assert newest is None or stamp > newest
        if posted.stamps and self.chance.random() < 0.3:
            book.undo(desk)
            assert state(book) == before
            if self.chance.random() < 0.5:
                book.redo(desk)

    def undo(self, book: Book) -> None:
        before = state(book)
        try:
            self.chance.choice((book.undo, book.redo))(BUREAU if book.unit == "BUREAU" else CHIEF)
        except RuleBroken:
            assert state(book) == before

    # Meeting

    def send(self, one: Book, other: Book, *, stage: bool) -> None:
        """Carry a random part of one journal to another book, shuffled, some of it twice, some as stubs."""
        items = [item for item in own(one) if self.chance.random() < 0.8]
        self.chance.shuffle(items)
        items += items[:2]
        package = [_stub(item) if self.chance.random() < 0.1 else item for item in _once(items)]
        done = other.merge(package, "stick", stage=stage)
        assert done.forks == 0
        self.staged.append((other, done.id))

    def turn(self, *, back: bool) -> None:
        if not self.staged:
            return
        book, booking = self.chance.choice(self.staged)
        with book.reading() as connection:
            held = connection.exec_driver_sql("SELECT state FROM booking WHERE id = ?", (booking,)).scalar()
        if held == "held":
            return
        try:
            (book.take_back if back else book.book)(booking)
        except RuleBroken:
            return

    def meet(self) -> None:
        """Let every book hear everything, in random order and twice, until nothing new comes; then all agree."""
        packages = [own(book) for book in self.books]
        # A package more than a day ahead would be held: let the latest of all clocks be today.
        self.now = max([self.now, *(instant_of(entry.stamp) for items in packages for entry in whole(items))])
        for book in self.books:
            for items in self.chance.sample(packages * 2, len(packages) * 2):
                assert book.merge(self.chance.sample(items, len(items)), "meeting").forks == 0
        for book in self.books:
            assert book.ledger() == self.books[0].ledger()

    # Reaching back

    def redact(self, book: Book) -> None:
        entries = [entry for entry in whole(own(book)) if entry.kind in {"move", "officer", "note", "undo", "due"}]
        if not entries:
            return
        before = book.board().status
        try:
            book.do(Redact(self.chance.choice(entries).stamp, "误录"), BUREAU if book.unit == "BUREAU" else CHIEF)
        except RuleBroken:
            return
        assert book.board().status == before

    def doubt(self) -> None:
        book = self.books[0]
        entries = whole(own(book))
        if not entries:
            return
        one = self.chance.choice(entries)
        cap = min(self.now, instant_of(one.stamp)) - timedelta(hours=1)
        try:
            book.do(ClockDoubt(one.device, 1, one.seq, cap, "快"), BUREAU)
            self.doubted = True
        except Refusal:
            return

    def settle(self, book: Book) -> None:
        disputed = [one.id for one in book.commitments() if one.marks & Mark.DISPUTED]
        if disputed:
            key = self.chance.choice(disputed)
            try:
                book.do(Settle(key, "核实"), BUREAU if book.unit == "BUREAU" else CHIEF)
            except RuleBroken:
                return
            assert not book.commitments({key})[0].marks & Mark.DISPUTED

    # What always holds

    def check(self) -> None:
        for book in self.books:
            assert [one for one in book.check() if one.is_wrong and one.code != "evidence_not_right"] == []
            before = book.ledger()
            book.rebuild()
            assert book.ledger() == before
            lines = told(book)
            self.past_agrees(book, lines)
            assert flagged(before) == overruled(book, lines)

    def past_agrees(self, book: Book, lines: "Lines") -> None:
        for back in (0, 1, self.chance.randint(0, 10)):
            day = book.clock.today() - timedelta(days=back)
            for one in book.commitments(as_of=day):
                assert seen(one) == replayed(lines, one.id, day_end(day) if back else "~"), (day, one.id)


Lines = list[tuple[str, str, Entry]]
"""Stamp that counts, record, entry: everything booked, in the order of the stamps."""


def told(book: Book) -> Lines:
    """Return what counts in a book, read in the plainest way."""
    with book.reading() as connection:
        placed = {
            (device, seq): stamp
            for device, seq, stamp in connection.exec_driver_sql(
                "SELECT device, seq, placed FROM entry WHERE placed IS NOT NULL"
            )
        }
    found = [
        (placed[entry.device, entry.seq], record, entry)
        for entry in whole(book.entries())
        for record in sorted({line.record for line in entry.lines})
    ]
    return sorted(found, key=lambda one: one[:2])


def replayed(lines: Lines, key: str, end: str) -> dict[str, str | None]:
    """Return a commitment's fields by walking through every entry up to a stamp."""
    fields: dict[str, str | None] = dict.fromkeys((*FIELDS, "status_on"))
    for stamp, record, entry in lines:
        if record != f"commitment:{key}" or stamp >= end:
            continue
        for line in entry.lines:
            if line.record == record:
                fields[line.field] = line.after
                if line.field == "status":
                    fields["status_on"] = entry.on_day
    fields["status"] = fields["status"] or "not_started"
    fields.pop("proposal", None)
    return fields


def seen(one: Commitment) -> dict[str, str | None]:
    """Return a commitment's fields as the book shows them."""
    values = {name: getattr(one, name) for name in (*FIELDS, "status_on")}
    return {
        name: (value.isoformat() if isinstance(value, date) else str(value) if value else None)
        for name, value in values.items()
    }


def flagged(rows: ledger.Rows) -> set[tuple[str, str, str, int]]:
    """Return record, field, device and seq of every line that a book shows as overruled unseen."""
    return {
        (str(row["record"]), str(row["field"]), str(row["device"]), int(str(row["seq"]))) for row in rows["overruled"]
    }


def overruled(book: Book, lines: Lines) -> set[tuple[str, str, str, int]]:
    """Find them slowly: walk each field in the order of stamps and ask of each author what he had before him."""
    standing: dict[tuple[str, str], tuple[str, int, str | None]] = {}
    stubs = {(one.device, one.seq) for one in book.entries() if isinstance(one, Stub)}
    found = set()
    for _, record, entry in lines:
        for line in entry.lines:
            if line.record != record or not is_contested(record, line.field):
                continue
            last = standing.get((record, line.field))
            knew = last is None or line.base == last[:2] or line.base in stubs or entry.device.startswith("cat-")
            if last is not None and not knew and last[2] != line.after:
                found.add((record, line.field, *last[:2]))
            standing[record, line.field] = (entry.device, entry.seq, line.after)
    return found


def state(book: Book) -> list[dict[str, object]]:
    """Return the fields of all commitments without the stamps of the last deeds; untouched ones left out."""
    derived = {"updated_stamp", "status_on", "disputed"} | {f"{name}_stamp" for name in KINDS["commitment"].fields}
    rows = [{k: v for k, v in row.items() if k not in derived and v} for row in book.ledger()["commitment"]]
    return [row for row in rows if set(row) - {"id", "action", "window"}]


def _newest(book: Book) -> str | None:
    lines = told(book)
    return max((stamp for stamp, _, entry in lines if not entry.device.startswith("cat-")), default=None)


def _stub(item: Entry | Stub) -> Stub:
    return Stub(item.device, item.seq, item.content)


def _once(items: list[Entry | Stub]) -> list[Entry | Stub]:
    return [*itertools.chain(items)]
