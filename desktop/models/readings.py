"""Everything that is read out of a book, each answer of one moment."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from sqlalchemy import Connection, Engine, text

from desktop.models import in_force, keeping, ledger, present, ratings, undo
from desktop.models.bare import Cursor
from desktop.models.board import Board
from desktop.models.boards import at_moment
from desktop.models.catalogue import Catalogue
from desktop.models.clock import Clock, day_end
from desktop.models.commitment import Commitment
from desktop.models.dialects import cursor_of, reading
from desktop.models.failures import plainly
from desktop.models.history import Told, history
from desktop.models.journal import Entry, Stub, entries
from desktop.models.lamps import Cutoffs
from desktop.models.moment import When, when
from desktop.models.places import Place, beside
from desktop.models.rectification import BadRating
from desktop.models.remarks import Remark, remarks
from desktop.models.rulebook import Rulebook, seen
from desktop.models.satisfaction import Satisfaction
from desktop.models.shipped_calendar import reaching_back
from desktop.models.trend import Trend, trend
from desktop.models.turns import Turn, latest, turns
from desktop.models.undo import Step
from desktop.models.vocabulary import Role
from desktop.models.workdays import Calendar


class Readings:
    """The reading half of a book. Every method opens one short reading transaction."""

    def __init__(self, place: Place, engine: Engine, clock: Clock, facts: Mapping[str, str]) -> None:
        """Take the place, its engine, the clock and what the book knows about itself.

        `path` is the book's file, or for a server the path beside which this computer keeps what belongs to the book.
        """
        self.place = place
        self.path: Path = beside(place, facts["id"])
        self.clock = clock
        self.unit = facts["unit"]
        self._reading = reading(engine)
        self._rulebook = Rulebook()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that only reads; for the modules of models/ alone."""
        with plainly(self.place), self._reading.connect() as connection, connection.begin():
            yield connection

    def undoable(self) -> Step | None:
        """Return what undo would take back."""
        with self.reading() as connection:
            return undo.undoable(connection, self.unit)

    def redoable(self) -> Step | None:
        """Return what redo would bring back."""
        with self.reading() as connection:
            return undo.redoable(connection, self.unit)

    def catalogue(self, as_of: date | None = None) -> Catalogue:
        """Return the catalogue in force. Raises BookRefused where the book has none."""
        with self.reading() as connection:
            return self._rulebook.catalogue(cursor_of(connection), as_of or self.clock.today())

    def calendar(self) -> Calendar:
        """Return the book's calendar of workdays, with the shipped years before its own."""
        with self.reading() as connection:
            return reaching_back(in_force.calendar(cursor_of(connection)))

    def cutoffs(self, as_of: date | None = None) -> Cutoffs:
        """Return the days against which lamps are judged."""
        with self.reading() as connection:
            return self._rulebook.on(cursor_of(connection), as_of or self.clock.today()).cutoffs

    def board(self, as_of: date | None = None, heard: int | None = None) -> Board:
        """Return every commitment as of a day (None: now), as far as entries had arrived (None: all)."""
        with self.reading() as connection:
            return self._board(connection, as_of, heard)[0]

    def commitments(
        self, ids: Collection[str] | None = None, as_of: date | None = None, heard: int | None = None
    ) -> list[Commitment]:
        """Return commitments in full, in the order of the board."""
        with self.reading() as connection:
            actions = None if ids is None else {key.partition("@")[0] for key in ids}
            board, when = self._board(connection, as_of, heard, actions)
            return present.commitments(cursor_of(connection), board, when, ids)

    def trend(self, days: Sequence[date]) -> Trend:
        """Return states in total, by category and by county on each of some days, as the boards of these days have it.

        One reading for all of them: it costs about as much as two boards. Raises RuleBroken for a day ahead,
        BookRefused where there is no catalogue.
        """
        with self.reading() as connection:
            return trend(cursor_of(connection), self._rulebook, self.clock.today(), days)

    def officers(self, as_of: date | None = None) -> list[str]:
        """Return the officers that commitments name as of a day (None: now), in the order of their names."""
        with self.reading() as connection:
            cursor = cursor_of(connection)
            return present.officers(cursor, self._moment(cursor, as_of))

    def held_by(self, officer: str, as_of: date | None = None) -> frozenset[str]:
        """Return the ids of the commitments that name an officer as of a day (None: now)."""
        with self.reading() as connection:
            cursor = cursor_of(connection)
            return present.held_by(cursor, self._moment(cursor, as_of), officer)

    def _moment(self, cursor: Cursor, as_of: date | None) -> When:
        today = self.clock.today()
        return when(self._rulebook.on(cursor, as_of or today).cutoffs, None if as_of == today else as_of, None)

    def history(self, record: str, as_of: date | None = None) -> list[Told]:
        """Return the readable story of a record, oldest first."""
        with self.reading() as connection:
            return history(connection, record, day_end(as_of) if as_of else None)

    def remarks(self, as_of: date | None = None, heard: int | None = None) -> dict[str, Remark]:
        """Return the last word and the number of files of every commitment that has any."""
        with self.reading() as connection:
            reached = heard if heard is not None else seen(cursor_of(connection))[0]
            return remarks(connection, day_end(as_of or self.clock.today()), reached)

    def turns(self, commitments: Collection[str], since: date, as_of: date | None = None) -> dict[str, Turn]:
        """Return the last change of state of some commitments after the end of a day, by id; to now or another day."""
        with self.reading() as connection:
            return turns(connection, commitments, day_end(since), day_end(as_of or self.clock.today()))

    def latest(self, as_of: date | None = None) -> tuple[dict[str, str], dict[str, str]]:
        """Return the stamp of the latest change of each action and of each window by id."""
        with self.reading() as connection:
            return latest(connection, day_end(as_of) if as_of else None)

    def satisfaction(
        self, first: date, last: date, by: str = "window", heard: int | None = None
    ) -> Satisfaction:  # fmt: skip
        """Return the satisfaction figures of some days, both ends counted, by window, unit, county or action.

        Ratings given at this computer on a day that is not over are not among them, nor what arrived after `heard`
        (None: everything counts). Raises BookRefused where there is no catalogue.
        """
        with self.reading() as connection:
            cursor = cursor_of(connection)
            return ratings.satisfaction(cursor, self._rulebook.catalogue(cursor, last), first, last, by, heard=heard)

    def bad_ratings(self, reader: Role, *, waiting: bool = False) -> list[BadRating]:
        """Return every bad rating with its due dates, oldest first; a clerk is not told whose request it was.

        `waiting` leaves out what is closed; years of those are many.
        """
        with self.reading() as connection:
            return ratings.bad_ratings(cursor_of(connection), reader, waiting=waiting)

    def ratings_overdue(self, windows: Collection[str]) -> int:
        """Return how many bad ratings of some windows wait past a due date today."""
        today = self.clock.today()
        waiting = self.bad_ratings(Role.CLERK, waiting=True)
        return sum(one.window in windows and one.is_overdue(today) for one in waiting)

    def kept(self, kind: str, key: str) -> str | None:
        """Return a local value, None where nothing is kept."""
        with self.reading() as connection:
            return keeping.value(connection, kind, key)

    def all_kept(self, kind: str) -> dict[str, str]:
        """Return every local value of a kind by its key."""
        with self.reading() as connection:
            return keeping.kept(connection, kind)

    def entries(self) -> list[Entry | Stub]:
        """Return every booked entry, as export writes them."""
        with self.reading() as connection:
            return entries(connection)

    def late(self, as_of: date) -> int:
        """Return how many entries belong to the day or before but were typed after it (其后补录)."""
        query = text("SELECT count(*) FROM entry WHERE on_day <= :day AND placed >= :end AND device NOT LIKE 'cat-%'")
        with self.reading() as connection:
            return int(connection.execute(query, {"day": as_of.isoformat(), "end": day_end(as_of)}).scalar_one())

    def ledger(self) -> ledger.Rows:
        """Return all rows of the ledger, for comparing books."""
        with self.reading() as connection:
            return ledger.contents(connection)

    def _board(
        self, connection: Connection, as_of: date | None, heard: int | None, only: Collection[str] | None = None
    ) -> tuple[Board, When]:
        return at_moment(cursor_of(connection), self._rulebook, self.clock.today(), as_of, heard, only=only)
