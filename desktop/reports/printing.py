"""Printing: the PDF itself goes to a CUPS queue, so that every page comes out as it was set, vector and upright.

On a machine without CUPS there are no queues here; the dialog opens the file in the system's viewer instead.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from desktop.models.refusals import Refusal

NO_QUEUE = "no_print_queue"
"""Code of the refusal when there is no queue of that name, or none at all; fact: `queue`."""
NOT_ACCEPTED = "print_not_accepted"
"""Code of the refusal when the queue did not take the file; fact: `why`."""
_PATIENCE = 15


@dataclass(frozen=True, slots=True)
class Queue:
    """A print queue and whether it is the user's default."""

    name: str
    default: bool


def _ask(*command: str) -> subprocess.CompletedProcess[str]:
    plain = {**os.environ, "LC_ALL": "C", "LANGUAGE": "C"}
    return subprocess.run(command, capture_output=True, text=True, timeout=_PATIENCE, check=False, env=plain)


def queues() -> tuple[Queue, ...]:
    """Return the queues of this machine, the default first; none where CUPS is missing or does not answer."""
    if shutil.which("lpstat") is None or shutil.which("lp") is None:
        return ()
    try:
        names, default = _ask("lpstat", "-e"), _ask("lpstat", "-d")
    except subprocess.TimeoutExpired:
        return ()
    chosen = default.stdout.rpartition(":")[2].strip()
    found = [Queue(name.strip(), name.strip() == chosen) for name in names.stdout.splitlines() if name.strip()]
    return tuple(sorted(found, key=lambda queue: (not queue.default, queue.name)))


def send(path: Path, queue: str, *, copies: int = 1, duplex: bool = True, title: str = "", media: str = "A4") -> str:
    """Send a PDF to a queue as it is and return the name of the print job.

    `duplex` asks for both sides, turned on the long edge for portrait pages; `media` is A4, or A6 for a small receipt.
    Raises the refusal `no_print_queue` when there is no such queue, `print_not_accepted` when the queue does not take
    the file.
    """
    if queue not in {known.name for known in queues()}:
        raise Refusal(NO_QUEUE, queue=queue)
    sides = "two-sided-long-edge" if duplex else "one-sided"
    named = title or path.name
    try:
        done = _ask(
            "lp",
            "-d",
            queue,
            "-n",
            str(copies),
            "-t",
            named,
            "-o",
            f"media={media}",
            "-o",
            f"sides={sides}",
            "--",
            str(path),
        )
    except subprocess.TimeoutExpired:
        raise Refusal(NOT_ACCEPTED, why=queue) from None
    if done.returncode:
        raise Refusal(NOT_ACCEPTED, why=done.stderr.strip().removeprefix("lp: ") or str(done.returncode))
    return done.stdout.removeprefix("request id is ").split(" ", 1)[0]
