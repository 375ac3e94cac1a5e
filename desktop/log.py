"""The program's log: one rotating file in the user's folder, kept across restarts, without personal data."""

import contextlib
import faulthandler
import logging
import re
import sys
import threading
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO

from desktop import __version__, paths

SIZE = 1_000_000
KEPT = 5
PERSONAL = re.compile(r"(?<!\d)(?:1[3-9]\d{9}|[1-9]\d{16}[\dXx]|[1-9]\d{14})(?!\d)")
"""Mobile numbers and identity numbers, old and new: what a trace could carry out of a note."""

_log = logging.getLogger("bianmin")


class _Masked(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        return PERSONAL.sub("***", super().format(record))


class _Crash:
    """The file into which the interpreter writes when it dies; held open as long as the process lives."""

    file: IO[str] | None = None


def file() -> Path:
    """Return where the log lies."""
    return paths.data() / "log" / "bianmin.log"


def start(*, debug: bool = False) -> bool:
    """Write the log from now on, unhandled errors included; return False when its folder cannot be written."""
    stop()
    target = file()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(target, maxBytes=SIZE, backupCount=KEPT, encoding="utf-8")
        _Crash.file = target.with_name("crash.log").open("a", encoding="utf-8")
    except OSError:
        return False
    handler.setFormatter(_Masked("%(asctime)s %(levelname)s %(name)s %(message)s"))
    _log.addHandler(handler)
    _log.propagate = False
    _log.disabled = False  # a library that sets up logging for itself may have silenced everybody else
    _log.setLevel(logging.DEBUG if debug else logging.INFO)
    faulthandler.enable(_Crash.file)
    sys.excepthook = _unhandled
    threading.excepthook = _unhandled_in_thread
    _log.info("bianmin %s, Python %s, %s", __version__, sys.version.split()[0], sys.platform)
    return True


def stop() -> None:
    """Close the log and give the interpreter its own habits back."""
    for handler in list(_log.handlers):
        _log.removeHandler(handler)
        handler.close()
    faulthandler.disable()
    sys.excepthook = sys.__excepthook__
    threading.excepthook = threading.__excepthook__
    if _Crash.file is not None:
        _Crash.file.close()
        _Crash.file = None


def of(module: str) -> logging.Logger:
    """Return the logger of a module: `log.of(__name__)`."""
    return _log.getChild(module.removeprefix("desktop."))


def _unhandled(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if not issubclass(kind, KeyboardInterrupt):
        _log.critical("unhandled", exc_info=(kind, error, trace))
    with contextlib.suppress(AttributeError, OSError):  # a windowed program has no stderr
        sys.__excepthook__(kind, error, trace)


def _unhandled_in_thread(args: threading.ExceptHookArgs) -> None:
    if args.exc_value is not None:
        _unhandled(args.exc_type, args.exc_value, args.exc_traceback)
