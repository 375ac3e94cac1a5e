"""Faults of what somebody hands in: all of them, one a line, and how many stand against it."""

from collections.abc import Sequence

from desktop.cli import output
from desktop.exchange import wording
from desktop.exchange.fault import Fault, errors
from desktop.i18n import _


def listed(faults: Sequence[Fault]) -> None:
    """Write every fault as a line to standard output."""
    for fault in faults:
        output.say((_("Note: ") if fault.is_warning else "") + wording.sentence(fault))


def told(faults: Sequence[Fault]) -> list[dict[str, object]]:
    """Return every fault for a program."""
    return [
        {
            "sheet": fault.sheet, "row": fault.row, "column": fault.column, "value": fault.value, "code": fault.code,
            "warning": fault.is_warning, "sentence": wording.sentence(fault),
        }
        for fault in faults
    ]  # fmt: skip


def refused(faults: Sequence[Fault]) -> int:
    """Say how many errors there are; return the exit code."""
    output.complain(_("{n} errors stand against the import; nothing was changed.").format(n=len(errors(faults))))
    return 1
