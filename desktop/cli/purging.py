"""`bianmin purge`: citizens' data of requests that have ended, counted first and deleted for good when told so."""

from collections.abc import Mapping
from pathlib import Path

from desktop.cli import output
from desktop.cli.call import Call, Runner
from desktop.counter import purging
from desktop.i18n import _
from desktop.models import purge_rule
from desktop.models import purging as rules
from desktop.models.book import Book
from desktop.models.purging import Purged, Rehearsal
from desktop.models.refusals import InputRefused


def _purge(call: Call) -> int:
    options = call.options
    _refuse_place(options.report)
    with call.book() as book:
        if options.finish:
            return _finish(call, book)
        before = options.before or rules.usual(book)
        purge_rule.refuse_future(before, book.clock.today())
        found = rules.rehearse(book, before)
        if not options.yes:
            return _tell(call, found)
        done = purging.purge(book, found, options.reason, call.acting(book))
        return _told(call, book, done.purged)


def _refuse_place(out: Path | None) -> None:
    """Refuse a place for the report where nothing can be written, before anything is deleted."""
    if out is not None and (out.is_dir() or not out.resolve().parent.is_dir()):
        raise InputRefused("no_place_for_file", name=str(out))


def _finish(call: Call, book: Book) -> int:
    done = purging.finish(book, call.acting(book))
    if done is None:
        output.say(_("No purge was interrupted."))
        return 0
    if done.purged is None:
        output.say(_("The purge is finished: older backups and freed space are clean."))
        return 0
    return _told(call, book, done.purged)


def _tell(call: Call, found: Rehearsal) -> int:
    counts = {"requests": len(found.records), "contacts": found.contacts, "texts": found.texts}
    if call.wants_json:
        oldest = found.oldest.isoformat() if found.oldest else None
        output.tell(
            {"before": found.before.isoformat(), "purged": False, **counts, "kept": found.kept, "oldest": oldest}
        )
        return 0
    output.say(
        _("Ended before {before}: {requests} of {kept} requests, {contacts} contacts, {texts} texts would go.").format(
            before=found.before, kept=found.kept, **counts
        )
    )
    output.say(_("Nothing was deleted. With --yes and --reason it is, for good."))
    return 0


def _told(call: Call, book: Book, made: Purged | None) -> int:
    if made is None:
        return 0
    written = None
    if call.options.report is not None:
        written = purging.write_report(book, made, call.options.report)
    counts = {"requests": made.requests, "contacts": made.contacts, "texts": made.texts, "backups": made.backups}
    if call.wants_json:
        path = str(written.path) if written else None
        output.tell({"before": made.before.isoformat(), "purged": True, **counts, "id": made.id, "report": path})
        return 0
    output.say(
        _("Deleted for good: {requests} requests, {contacts} contacts, {texts} texts, {backups} backups.").format(
            **counts
        )
    )
    if written:
        output.say(_("{path}: {n} pages").format(path=written.path, n=written.pages))
    return 0


RUNNERS: Mapping[str, Runner] = {"purge": _purge}
