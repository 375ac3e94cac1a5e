"""Commands that look after a book: check, rebuild, backup, restore."""

from collections.abc import Mapping
from pathlib import Path

from desktop import texts
from desktop.cli import output
from desktop.cli.call import Call, Runner
from desktop.i18n import _
from desktop.models import backup
from desktop.models.desk import Desk
from desktop.models.refusals import BookRefused, InputRefused


def _check(call: Call) -> int:
    with call.book() as book:
        found = book.check()
    if call.wants_json:
        output.tell([
            {"code": one.code, "wrong": one.is_wrong, "sentence": texts.finding(one), "facts": dict(one.facts)}
            for one in found
        ])  # fmt: skip
    else:
        for one in found:
            output.say((_("Wrong: ") if one.is_wrong else _("Note: ")) + texts.finding(one))
        if not any(one.is_wrong for one in found):
            output.say(_("The book is in order."))
    return int(any(one.is_wrong for one in found))


def _rebuild(call: Call) -> int:
    with call.book() as book:
        book.rebuild()
    output.say(_("The ledger is derived anew from the journal."))
    return 0


def _backup(call: Call) -> int:
    with call.book() as book:
        made = book.backup()
    output.say(_("Backup {path}: {n} entries, {size} bytes").format(path=made.path, n=made.entries, size=made.size))
    return 0


def _restore(call: Call) -> int:
    chosen = _chosen(call)
    saved = backup.restore(call.path, chosen, call.key, call.clock().now(), _restorer(call))
    output.say(_("{path} is restored.").format(path=call.path))
    if saved is not None:
        output.say(_("The book as it was is kept as {path}.").format(path=saved.path))
    return 0


def _restorer(call: Call) -> Desk:
    """Return who puts a backup back: admitted as for any deed, unless the book does not open any more."""
    try:
        with call.book() as book:
            return call.acting(book)
    except BookRefused:
        return call.desk


def _chosen(call: Call) -> Path:
    named: Path | None = call.options.file
    if named is not None:
        return named
    newest = next(iter(backup.backups(backup.facts_of(call.path, call.key).id)), None)
    if newest is None:
        raise InputRefused("no_backup", path=str(call.path))
    return newest.path


RUNNERS: Mapping[str, Runner] = {"check": _check, "rebuild": _rebuild, "backup": _backup, "restore": _restore}
