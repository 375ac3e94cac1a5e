"""Showing one citizen's data unmasked: never without a reason, and never without an entry that says who looked."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.commands import requests_checks, required
from desktop.models.book import Book
from desktop.models.desk import Desk
from desktop.models.draft import Draft
from desktop.models.private_rows import Private, names_citizen
from desktop.models.reader import Reader
from desktop.models.refusals import RuleBroken


@dataclass(frozen=True, slots=True)
class Unmask:
    """Write down that somebody looks at what a citizen said. It gives no word away; `unmask` does.

    The record is a mark of the request's own, so that it stands in its story, moves nothing and is never contested.
    """

    request: str
    reason: str

    kind = "unmask"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken `request_role`, `needs_reason`, and what `requests_checks.found` does."""
        requests_checks.refuse_others(desk)
        one = requests_checks.found(reader, desk, self.request)
        reason = required.reason(self.reason, one.id)
        return [Draft(requests_checks.changes(one.id, {"unmasked_on": reader.today.isoformat()}), reason=reason)]


def unmask(book: Book, key: str, reason: str, desk: Desk) -> Private:
    """Return what a citizen said with one request (id or number), after an entry with the reason is in the journal.

    It cannot be undone: what was seen was seen. Raises what `Unmask` raises, RuleBroken `nothing_on_file` (id) where
    nothing is kept, `reason_names_citizen` (id) where the reason says who it is, and BookRefused where the private file
    does not open: then nobody has seen anything and nothing was written.
    """
    seen: list[Private] = []

    def look(drafts: Sequence[Draft]) -> None:
        # Asked after the deed was allowed, so that a refusal tells nobody who is not let in what the file holds.
        record = drafts[0].changes[0].record
        kept, name = book.private.get(record), record.removeprefix("request:")
        if kept is None:
            raise RuleBroken("nothing_on_file", id=name)
        if names_citizen(drafts[0].reason, kept):
            raise RuleBroken("reason_names_citizen", id=name)
        seen.append(kept)

    book.do(Unmask(key, reason), desk, look)
    return seen[0]
