"""One call of the program: its options, and from them the book, the desk and the clock."""

import getpass
import sys
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import settings, texts
from desktop.cli import secret_words
from desktop.i18n import _
from desktop.models import plain_text
from desktop.models.desk import Desk
from desktop.models.places import Place, place_of
from desktop.models.refusals import BookRefused, RuleBroken
from desktop.models.vocabulary import Role

if TYPE_CHECKING:  # the engine is loaded when a book is opened
    from desktop.models.admission import Admission
    from desktop.models.book import Book
    from desktop.models.clock import Clock
    from desktop.models.unlocking import Opened


WAIT_MS = 10_000
"""How long a command waits for another process that is writing."""


class Call:
    """What was asked for. `options` holds the parsed values by name."""

    def __init__(self, options: Namespace) -> None:
        self.options = options
        self._saved = settings.load()
        self._opened: Opened | None = None
        self._desk: Desk | None = None

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
        known = tuple(Role)
        return Desk(Role(role) if role in known else Role.CLERK, plain_text.note(self._officer).strip())

    def clock(self) -> "Clock":
        """Return the clock: the computer's, or one that stands at noon of the day named."""
        from desktop.models.clock import Clock, standing

        return standing(self.options.today) if self.options.today else Clock()

    @property
    def key(self) -> bytes | None:
        """The key of the book, None where it is not encrypted. Raises what `unlocking.by_words` raises."""
        if self._opened is None:
            from desktop.models import bare, unlocking

            place = self.path
            if not isinstance(place, Path) or not bare.is_locked(place):
                return None
            words = self.words(_("PIN or recovery key of {book}:").format(book=place.name))
            if not words:
                raise BookRefused("book_locked", path=str(place))
            self._opened = unlocking.by_words(place, words, self._officer)
        return self._opened.key

    def words(self, question: str) -> str:
        """Return the PIN or recovery key that was given or is typed now, empty where nobody can be asked."""
        found = secret_words.given(self.options.key_file)
        return found or (secret_words.ask(question) if secret_words.can_ask() else "")

    def acting(self, book: "Book") -> Desk:
        """Return who acts in a book: where it knows its officers one of them, who has to give his PIN.

        Raises RuleBroken as `Admission.admit`, and `pin_needed` (name) where nobody can be asked.
        """
        from desktop.models.admission import Admission

        if self._desk is None:
            self._desk = self._admitted(Admission(book, self.key))
        return self._desk

    def _admitted(self, admission: "Admission") -> Desk:
        if not admission.officers.all():
            return self.desk
        officer = admission.officers.named(self._officer, Role(self.options.role) if self.options.role else None)
        if self._opened is not None and self._opened.officer in {officer.id, ""}:
            # His PIN opened the book just now, or the recovery key did, which sets any PIN anew.
            return officer.desk
        words = ""
        if admission.officers.has_pin(officer):
            words = self.words(_("PIN of {name}:").format(name=officer.name))
            if not words:
                raise RuleBroken("pin_needed", name=officer.name)
        return admission.admit(officer.id, words).desk

    @property
    def _officer(self) -> str:
        return self.options.by if self.options.by is not None else self._saved.officer or _user()

    @contextmanager
    def book(self) -> Iterator["Book"]:
        """Open the book for the length of a block."""
        from desktop.models import encryption
        from desktop.models.book import Book

        encryption.settle(self.path, None)
        encryption.settle(self.path, self.key)
        book = Book.open(self.path, key=self.key, clock=self.clock(), wait_ms=WAIT_MS)
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
