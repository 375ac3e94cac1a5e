"""Purging citizens' data by date: rehearsed, written down, deleted for good, and printed for those who answer for it.

What is planned is kept in the book before anything is deleted, so that a crash at any point is known afterwards and can
be gone on with: first the rows under the book's write lock and the entry, then every byte in file, log and backups.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import texts
from desktop.commands import purge as command
from desktop.commands.purge import Counts, Purge
from desktop.i18n import _
from desktop.models import entry_draft, purging
from desktop.models.book import Book
from desktop.models.desk import Desk
from desktop.models.purge_rule import PLANNED, UNCLEAN
from desktop.models.purging import Purged, Rehearsal
from desktop.models.refusals import RuleBroken
from desktop.models.underway import Told, unheard
from desktop.models.writing import Posted

if TYPE_CHECKING:  # paper is loaded when a report is written
    from desktop.reports.press import Written


@dataclass(frozen=True, slots=True)
class Done:
    """A purge that was carried out. `posted` names the requests whose words are gone, so that screens read them anew.

    `purged` is None where only the cleaning of an earlier one was left to be done.
    """

    purged: Purged | None
    posted: Posted | None


def purge(
    book: Book, rehearsal: Rehearsal, reason: str, desk: Desk, *, told: Told = unheard,
    final: Callable[[], object] = lambda: None,
) -> Done:  # fmt: skip
    """Delete what a rehearsal found. `told` may stop it until `final` is called; from then on it goes through.

    Raises RuleBroken: what `Purge` raises, `purge_unfinished` (before) where an earlier one was interrupted,
    `nothing_to_purge` (before), `purge_moved` where a request has changed since the rehearsal: nothing was deleted.
    Raises BookRefused `busy`, `backups_left` when all is written down, but a byte may be left: `finish` goes on.
    """
    command.refuse(rehearsal.before, reason, desk, book.clock.today())
    if (before := unfinished(book)) is not None:
        raise RuleBroken("purge_unfinished", before=before)
    if not rehearsal.records:
        raise RuleBroken("nothing_to_purge", before=rehearsal.before)
    backups = len(book.private.backups())
    counts = Counts(len(rehearsal.records), rehearsal.contacts, rehearsal.texts, backups)
    return _Purging(book, rehearsal, Purge(rehearsal.before, reason, counts), desk).run(told, final)


def unfinished(book: Book) -> date | None:
    """Return the day of a purge that was interrupted, None where there is none. `finish` goes on with it."""
    planned, unclean = book.kept(*PLANNED), book.kept(*UNCLEAN)
    if planned is not None:
        return date.fromisoformat(json.loads(planned)["before"])
    return date.fromisoformat(unclean) if unclean is not None else None


def finish(book: Book, desk: Desk, told: Told = unheard) -> Done | None:
    """Go on with a purge that was interrupted; None where there is none. Raises what `purge` raises."""
    planned = book.kept(*PLANNED)
    if planned is not None:
        plan = json.loads(planned)
        before = date.fromisoformat(plan["before"])
        rest = purging.rehearse(book, before, told)
        deed = Purge(before, plan["reason"], Counts(**plan["counts"]))
        return _Purging(book, rest, deed, desk).run(unheard, lambda: None)
    if book.kept(*UNCLEAN) is None:
        return None
    command.refuse(book.clock.today(), texts.kind("purge"), desk, book.clock.today())
    _scrub(book)
    return Done(None, None)


class _Purging:
    """One purge under way."""

    def __init__(self, book: Book, rehearsal: Rehearsal, deed: Purge, desk: Desk) -> None:
        self._book, self._rehearsal, self._deed, self._desk = book, rehearsal, deed, desk

    def run(self, told: Told, final: Callable[[], object]) -> Done:
        book, deed = self._book, self._deed
        is_gone = book.kept(*PLANNED) is not None  # what a crash cut off may be half gone: its plan stays

        def delete(_drafts: object) -> None:
            nonlocal is_gone
            self._refuse_moved()
            if self._rehearsal.records:
                book.private.delete(self._rehearsal.records, told)
            is_gone = True
            final()

        self._plan()
        try:
            posted = book.do(deed, self._desk, delete)
        except BaseException:
            if not is_gone:
                book.keep(*PLANNED, None)
                book.keep(*UNCLEAN, None)
            raise
        _scrub(book)
        touched = posted.records.union(self._rehearsal.records)
        made = purging.purges(book)[0]
        return Done(made, Posted(posted.kind, posted.stamps, touched, posted.arrival))

    def _plan(self) -> None:
        deed, counts = self._deed, self._deed.counts
        plan = {
            "before": deed.before.isoformat(), "reason": deed.reason,
            "counts": {name: getattr(counts, name) for name in Counts.__slots__},
        }  # fmt: skip
        self._book.keep(*PLANNED, json.dumps(plan, ensure_ascii=False))
        self._book.keep(*UNCLEAN, deed.before.isoformat())

    def _refuse_moved(self) -> None:
        """Refuse where a request of the rehearsal was taken up again: the book is held, so this is how it stays."""
        with self._book.reading() as connection:
            found = purging.ended(connection, self._rehearsal.records, self._deed.before)
        if len(found) != len(self._rehearsal.records):
            raise RuleBroken("purge_moved")


def _scrub(book: Book) -> None:
    entry_draft.forget(book)  # a form that was put by is no request yet: no rule of days would ever reach it
    book.private.scrub(book.clock.now())
    book.keep(*UNCLEAN, None)


def write_report(book: Book, purged: Purged, out: Path) -> "Written":
    """Write the report of a purge, now or years later. Raises what `purge_report.write` raises."""
    from desktop.reports import purge_report
    from desktop.reports.paper import Imprint
    from desktop.reports.slip_facts import PurgeFacts

    catalogue, today = book.catalogue(), book.clock.today()
    counts = (
        (_("Requests concerned"), purged.requests),
        (_("Names, telephones, last four"), purged.contacts),
        (_("Words of requests"), purged.texts),
    )
    facts = PurgeFacts(
        texts.title(catalogue.units[book.unit]), purged.before, purged.on, counts, purged.backups, purged.officer,
        purged.reason, Imprint(today, book.heard(), catalogue.edition, today, book.practice),
    )  # fmt: skip
    return purge_report.write(facts, out)
