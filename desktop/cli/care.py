"""Commands that look after a book: check, rebuild, backup, restore."""

from collections.abc import Mapping
from pathlib import Path

from desktop.cli import output
from desktop.cli.call import Call, Runner
from desktop.i18n import _
from desktop.models import backup
from desktop.models.refusals import InputRefused


def _rebuild(call: Call) -> int:
    with call.book() as book:
        book.rebuild()
    output.say(_("The ledger is derived anew from the journal."))
    return 0


def _backup(call: Call) -> int:
    made = backup.make(call.path, None, call.clock().now())
    output.say(_("Backup {path}: {n} entries, {size} bytes").format(path=made.path, n=made.entries, size=made.size))
    return 0


def _restore(call: Call) -> int:
    saved = backup.restore(call.path, _chosen(call), None, call.clock().now())
    output.say(_("{path} is restored.").format(path=call.path))
    if saved is not None:
        output.say(_("The book as it was is kept as {path}.").format(path=saved.path))
    return 0


def _chosen(call: Call) -> Path:
    named: Path | None = call.options.file
    if named is not None:
        return named
    newest = next(iter(backup.backups(backup.facts_of(call.path, None).id)), None)
    if newest is None:
        raise InputRefused("no_backup", path=str(call.path))
    return newest.path


RUNNERS: Mapping[str, Runner] = {"rebuild": _rebuild, "backup": _backup, "restore": _restore}
