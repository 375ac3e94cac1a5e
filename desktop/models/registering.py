"""Taking a request in: the citizen's words into the private file, the rest into the journal, in one transaction."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.models import request_numbers
from desktop.models.book import Book
from desktop.models.desk import Desk
from desktop.models.draft import Command, Draft
from desktop.models.private_rows import Private
from desktop.models.refusals import RuleBroken
from desktop.models.writing import Posted


@dataclass(frozen=True, slots=True)
class Registered:
    """A request in the book: id and printed number. `posted` is None where the same click had registered it before."""

    id: str
    number: str
    posted: Posted | None


def register(book: Book, command: Command, desk: Desk, words: Private | None = None) -> Registered:
    """Carry out RegisterRequest, with a citizen's words; a second click answers what the first one made.

    Raises what `Book.do` and `Book.private.put` raise: then neither words nor request are kept.
    """
    try:
        ids, posted = _do(book, command, desk, words)
    except RuleBroken as refusal:
        if refusal.code != "registered_already":
            raise
        return Registered(str(refusal.facts["id"]), str(refusal.facts["number"]), None)
    return Registered(ids[0], request_numbers.number_of(ids[0]), posted)


def descend(book: Book, command: Command, desk: Desk, source: str) -> tuple[list[str], Posted]:
    """Carry out ReopenRequest or SplitRequest; what `source`'s citizen said stands beside each new one too.

    Returns the ids of the new requests in the order of the deed. `source` is an id, not a number.
    """
    return _do(book, command, desk, book.private.get(f"request:{source}"))


def _do(book: Book, command: Command, desk: Desk, words: Private | None) -> tuple[list[str], Posted]:
    records: list[str] = []

    def put(drafts: Sequence[Draft]) -> None:
        records.extend(dict.fromkeys(change.record for draft in drafts for change in draft.changes))
        if words is not None:
            book.private.put(dict.fromkeys(records, words))

    posted = book.do(command, desk, put)
    return [record.removeprefix("request:") for record in records], posted
