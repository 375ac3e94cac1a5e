"""The two streams of a computer: requests and ratings are written by a device of their own, so that they can stay."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, text

from desktop.models import identity
from desktop.models.draft import Draft
from desktop.models.identity import Identity
from desktop.models.places import Place
from desktop.models.records import is_at_counter


def recognise(connection: Connection, facts: Mapping[str, str], place: Place, stream: str = "") -> Identity:
    """Return this computer's identity for one stream of a book. Raises BookRefused as `identity.recognise`."""
    query = text("SELECT digest FROM entry WHERE device = :device AND seq = :seq")

    def digest_at(device: str, seq: int) -> str | None:
        found = connection.execute(query, {"device": device, "seq": seq}).scalar()
        return str(found) if found is not None else None

    return identity.recognise(facts["id"], place, digest_at, practice=facts["practice"] == "1", stream=stream)


class Streams:
    """Who writes what at this computer. `main` writes everything but requests."""

    def __init__(self, main: Identity, facts: Mapping[str, str], place: Place) -> None:
        """Take who writes the rest; a device that was named by hand brings the counter's with it."""
        self.main = main
        self._facts = facts
        self._place = place
        self._counter = Identity(identity.beside(main.device), None) if main.mark is None else None

    def counter(self, connection: Connection) -> Identity:
        """Return who writes requests; this computer becomes known for them when it writes the first."""
        if self._counter is None:
            self._counter = recognise(connection, self._facts, self._place, identity.COUNTER)
        return self._counter

    def writer(self, connection: Connection, drafts: Sequence[Draft]) -> Identity:
        """Return who writes some drafts: the stream follows what is touched, so undo and redo stay on it too."""
        touched = {change.record for draft in drafts for change in draft.changes}
        return self.counter(connection) if is_at_counter(touched) else self.main

    def devices(self) -> frozenset[str]:
        """Return the devices of this computer, as far as it is known."""
        if self._counter is not None:
            return frozenset({self.main.device, self._counter.device})
        known = identity.known(self._facts["id"], self._place, identity.COUNTER)
        return frozenset(filter(None, (self.main.device, known)))
