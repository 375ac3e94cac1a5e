"""The entry of a purge: until which day, how many requests, by whom and why. It names no request and no citizen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.models import plain_text, purge_rule, rights
from desktop.models.desk import Desk
from desktop.models.draft import Change, Draft
from desktop.models.purge_rule import PLANNED
from desktop.models.reader import Reader
from desktop.models.refusals import RuleBroken
from desktop.models.rights import Right


@dataclass(frozen=True, slots=True)
class Counts:
    """What is deleted: requests of which anything was kept, how many had contacts and words, older backups."""

    requests: int
    contacts: int
    texts: int
    backups: int


@dataclass(frozen=True, slots=True)
class Purge:
    """Write down a purge. The words themselves are deleted while `Book.do` holds the book, in `counter.purging`.

    Why no ids: the requests are those that had ended before `before`, as the journal itself tells.
    """

    before: date
    reason: str
    counts: Counts

    kind = "purge"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken `right_missing`, `future_day`, `purge_needs_reason`."""
        refuse(self.before, self.reason, desk, reader.today)
        device = reader.counter()
        taken = reader.rows("SELECT count(*) FROM purge WHERE id LIKE :own", own=f"{device}-%")[0][0]
        counts = self.counts
        told = {
            "before": self.before.isoformat(), "requests": str(counts.requests), "contacts": str(counts.contacts),
            "texts": str(counts.texts), "backups": str(counts.backups),
        }  # fmt: skip
        record = f"purge:{device}-{int(str(taken)) + 1:03}"
        changes = tuple(Change(record, field, after) for field, after in told.items())
        return [Draft(changes, reason=plain_text.note(self.reason), forgets=(PLANNED,))]


def refuse(before: date, reason: str, desk: Desk, today: date) -> None:
    """Raise what `Purge` raises, before anything is planned."""
    rights.refuse(Right.PURGE, desk)
    purge_rule.refuse_future(before, today)
    if not plain_text.says_something(plain_text.note(reason)):
        raise RuleBroken("purge_needs_reason")
