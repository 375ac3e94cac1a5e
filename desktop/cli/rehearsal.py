"""Trying a deed out: everything that would refuse it does so, and nothing is written."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

from desktop.models.book import Book
from desktop.models.desk import Desk
from desktop.models.draft import Command, Draft
from desktop.models.reader import Reader


class _CalledOff(Exception):
    """The deed would have been done; its transaction is rolled back."""


@dataclass(frozen=True, slots=True)
class _Rehearsal:
    deed: Command

    @property
    def kind(self) -> str:
        """The word for the deed."""
        return self.deed.kind

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Decide as the deed does, then call it off. A day ahead is left to the journal, which refuses it."""
        drafts = self.deed.drafts(reader, desk)
        if any(draft.on_day is not None and draft.on_day > reader.today for draft in drafts):
            return drafts
        raise _CalledOff


def refuse_early(book: Book, deed: Command, desk: Desk) -> None:
    """Raise what doing the deed would raise, before files are kept for it."""
    with suppress(_CalledOff):
        book.do(_Rehearsal(deed), desk)
