"""What happens when something goes wrong that nobody foresaw: the log keeps it, the person is told calmly."""

import os
import platform
import re
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from desktop import __version__, log

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]

_LINES = 120
"""Lines of the log that a report takes with it."""
_WORDS = re.compile(r"[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
_NUMBERS = re.compile(r"\d{4,}")
_STAMP = re.compile(r"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3}")
_SAID = re.compile(r"""'[^']*'|"[^"]*\"""")


def tell(show: Callable[[str], None]) -> Hook:
    """Have a report of unhandled errors shown as well as logged. Return the hook that stood there before."""
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        before(kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            show(report(kind, error, trace))

    sys.excepthook = hook
    return before


def report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Return what a developer needs, without a name, a number, a note or a folder of a person.

    Where in the program it happened, with which versions, and the end of the log. Whatever an error quotes, Chinese
    words, and numbers of four digits or more are blotted out, for they may come out of a note; the home folder is `~`.
    """
    place = "".join(traceback.format_tb(trace)) or "  (no place)\n"
    versions = f"bianmin {__version__}, Python {platform.python_version()}, {platform.platform()}"
    said = _blotted(f"{kind.__name__}: {error}")
    return _without_home(f"{versions}\n\n{place}{said}\n\n{_end_of_log()}")


def _blotted(text: str) -> str:
    for what in (_SAID, _WORDS, _NUMBERS):
        text = what.sub("■", text)
    return text


def _end_of_log() -> str:
    try:
        rows = log.file().read_text(encoding="utf-8", errors="replace").splitlines()[-_LINES:]
    except OSError:
        return ""
    return "\n".join(_row(row) for row in rows) + "\n"


def _row(row: str) -> str:
    """Blot a row of the log; its time and the places in the program that a trace names stay."""
    if row.lstrip().startswith('File "'):
        return row
    stamp = _STAMP.match(row)
    kept = stamp.group() if stamp else ""
    return kept + _blotted(row[len(kept) :])


def _without_home(text: str) -> str:
    home = str(Path.home())
    return text.replace(home, "~") if len(home) > len(os.sep) else text
