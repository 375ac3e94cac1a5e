"""The same book twice, in a file and on a server: everything is done to both, and both answer alike."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from desktop.models import identity
from desktop.models.book import Book
from desktop.models.clock import Clock
from desktop.models.desk import Desk
from desktop.models.draft import Command
from desktop.models.edition import entries_of
from desktop.models.journal import Entry, Stub
from desktop.models.places import Place, Server
from desktop.models.refusals import Refusal
from tests.books import BUREAU, Hands, Still, source

KEYS = ("A01@W1", "A01@W2", "A02@W1", "A03@W2")


def founded(place: Place, hands: Hands | None = None, *, unit: str = "BUREAU", device: str | None = None) -> Book:
    book = Book.create(place, unit, clock=Clock(hands or Hands()), book_id=f"{unit}-id", device=device)
    book.merge(entries_of(source()), "catalogue")
    return book


class Twins:
    """The same book twice, in a file and on a server: everything is done to both."""

    def __init__(self, file: Path, place: Server) -> None:
        self.hands = Still()
        device = f"{identity.REAL}00000000000000aa"
        self.file = founded(file, self.hands, device=device)
        self.server = founded(place, self.hands, device=device)

    def __iter__(self) -> Iterator[Book]:
        return iter((self.file, self.server))

    def go(self, days: int) -> None:
        self.hands.go(days=days)

    def do(self, command: Command, desk: Desk = BUREAU) -> None:
        """Do it to both; what one refuses the other refuses for the same reason."""
        self.hands.go(seconds=1)
        said = []
        for book in self:
            try:
                said.append(book.do(command, desk).records)
            except Refusal as refusal:
                said.append(frozenset({refusal.code}))
        assert said[0] == said[1]

    def merge(self, items: list[Entry | Stub], *, stage: bool = False) -> None:
        first, second = (book.merge(items, "station", stage=stage) for book in self)
        assert (first.state, first.new, first.known, first.forks) == (
            second.state, second.new, second.known, second.forks,
        )  # fmt: skip

    def agree(self) -> None:
        """See that both answer every question alike."""
        assert self.file.entries() == self.server.entries()
        assert self.file.ledger() == self.server.ledger()
        today = self.file.clock.today()
        for day in (None, date(2026, 9, 3), date(2026, 9, 20), today):
            for heard in (None, 6, 20):
                boards = [book.board(day, heard) for book in self]
                assert [(b.status, b.lamps, b.marks) for b in boards[:1]] == [
                    (b.status, b.lamps, b.marks) for b in boards[1:]
                ]
                assert self.file.commitments(None, day, heard) == self.server.commitments(None, day, heard)
                assert self.file.remarks(day, heard) == self.server.remarks(day, heard)
        assert repr(self.file.catalogue()) == repr(self.server.catalogue())
        for key in KEYS:
            assert self.file.history(f"commitment:{key}") == self.server.history(f"commitment:{key}")
        assert (self.file.undoable(), self.file.redoable()) == (self.server.undoable(), self.server.redoable())
        assert self.file.late(date(2026, 9, 20)) == self.server.late(date(2026, 9, 20))
        assert self.file.trend([date(2026, 9, 3), today]) == self.server.trend([date(2026, 9, 3), today])
        assert [one for one in self.server.check() if one.is_wrong] == []
