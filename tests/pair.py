"""A bureau's book and a station's, for tests of what happens when they meet."""

from pathlib import Path

from desktop.commands.progress import Move, SetOfficer
from desktop.models.book import Book
from desktop.models.journal import Entry, Stub
from desktop.models.vocabulary import Status
from tests.books import CHIEF, Hands, make, own, whole

A = ("A01@W1",)


def status(book: Book, key: str = "A01@W1") -> Status:
    return book.commitments({key})[0].status


def stub(entry: Entry) -> Stub:
    return Stub(entry.device, entry.seq, entry.content)


def right(*books: Book) -> None:
    """See that books agree and that nothing is wrong in any of them."""
    for book in books:
        assert [one for one in book.check() if one.is_wrong] == []
        assert book.ledger() == books[0].ledger()


class Pair:
    """A bureau's book and the book of station S1, with clocks of their own."""

    def __init__(self, folder: Path) -> None:
        self.hands, self.far = Hands(), Hands()
        self.bureau = make(folder / "bureau.book", hands=self.hands)
        self.station = make(folder / "station.book", "S1", hands=self.far)

    def start(self) -> list[Entry]:
        """Let the station work, and return its entries."""
        self.station.do(Move(A, Status.IN_PROGRESS, note="开始"), CHIEF)
        self.station.do(SetOfficer(A, "张"), CHIEF)
        self.station.do(Move(A, Status.BLOCKED, reason="缺人"), CHIEF)
        return whole(own(self.station))
