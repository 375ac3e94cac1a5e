"""One call of the program: its options, and from them the book, the desk and the clock."""

import getpass
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from desktop import settings, texts
from desktop.models import plain_text
from desktop.models.desk import Desk
from desktop.models.places import Place, place_of
from desktop.models.refusals import BookRefused
from desktop.models.vocabulary import Role

if TYPE_CHECKING:  # the engine is loaded when a book is opened
    from desktop.models.book import Book
    from desktop.models.clock import Clock


WAIT_MS = 10_000
"""How long a command waits for another process that is writing."""


class Call:
    """What was asked for. `options` holds the parsed values by name."""

    def __init__(self, options: Namespace) -> None:
        self.options = options
        self._saved = settings.load()

    @property
    def wants_json(self) -> bool:
        """Whether the answer is for a program."""
        return bool(getattr(self.options, "json", False))

    @property
    def as_of(self) -> date | None:
        """The day asked for, None: now."""
        found: date | None = getattr(self.options, "as_of", None)
        return found

    @property
    def path(self) -> Place:
        """Where the book lies: the one named, else the one opened last. Raises BookRefused when there is neither."""
        named = self.options.book or self._saved.last_book
        if not named:
            raise BookRefused("no_default_book")
        return place_of(named)

    @property
    def desk(self) -> Desk:
        """Who acts: as named, else as kept on this computer, else a clerk with the name of the user."""
        role = self.options.role or self._saved.role
        officer = self.options.by if self.options.by is not None else self._saved.officer or _user()
        known = tuple(Role)
        return Desk(Role(role) if role in known else Role.CLERK, plain_text.note(officer).strip())

    def clock(self) -> "Clock":
        """Return the clock: the computer's, or one that stands at noon of the day named."""
        from desktop.models.clock import Clock, standing

        return standing(self.options.today) if self.options.today else Clock()

    @contextmanager
    def book(self) -> Iterator["Book"]:
        """Open the book for the length of a block."""
        from desktop.models.book import Book

        book = Book.open(self.path, clock=self.clock(), wait_ms=WAIT_MS)
        try:
            for doubt in book.check_clock():
                sys.stderr.write(texts.finding(doubt) + "\n")
            yield book
        finally:
            book.close()


Runner = Callable[[Call], int]


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""
