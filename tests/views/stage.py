"""A desktop of the tests' own: a screen, a message bus, the bus of screen readers and, on demand, an input method.

Everything lives in one folder and in processes that end with the block.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from desktop.doctor import packages

PATIENCE = 15.0
"""Seconds after which something that does not come is a failure."""
T = TypeVar("T")


class Gone(LookupError):
    """What is looked at is not there any more."""


def wait_for(look: Callable[[], T | None], what: str) -> T:
    """Return what a look finds as soon as it finds something true. Fails after `PATIENCE`.

    What goes while it is looked at (a page that changes) is looked for again.
    """
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with suppress(Gone):
            if found := look():
                return found
        time.sleep(0.02)
    raise AssertionError(f"did not come: {what}")


def lacking(*tools: str) -> list[str]:
    """Return which of these programs are not installed."""
    return [tool for tool in tools if not packages.has_tool(tool)]


@dataclass
class Stage:
    """The desktop: its environment, its folder, and how to start something on it."""

    folder: Path
    environment: dict[str, str]
    _ends: ExitStack

    @property
    def bus(self) -> str:
        """The address of the session's message bus."""
        return self.environment["DBUS_SESSION_BUS_ADDRESS"]

    def start(self, *words: str, keep: Sequence[int] = ()) -> subprocess.Popen[bytes]:
        """Start a program that ends with the stage."""
        said = self._ends.enter_context((self.folder / f"{Path(words[0]).name}.log").open("ab"))
        made = subprocess.Popen(words, env=self.environment, stdout=said, stderr=said, pass_fds=tuple(keep))
        self._ends.callback(_end, made)
        return made

    def told(self, *words: str) -> str:
        """Start a program that writes one line into the file descriptor for which `FD` stands; return the line."""
        here, there = os.pipe()
        self.start(*(word.replace("FD", str(there)) for word in words), keep=(there,))
        os.close(there)
        with os.fdopen(here) as line:
            return line.readline().strip()

    def program(self, book: Path) -> subprocess.Popen[bytes]:
        """Start the real program on a book."""
        return self.start(sys.executable, "-m", "desktop", "window", str(book))

    def keys(self, *keys: str) -> None:
        """Press keys of the keyboard: `ctrl+2`, `Return`."""
        subprocess.run(("xdotool", "key", "--delay", "20", *keys), env=self.environment, check=True, timeout=PATIENCE)

    def take_keyboard(self) -> None:
        """Give the keyboard to the window that is shown, as a window manager would."""
        words = ("xdotool", "search", "--sync", "--onlyvisible", "--name", "便民台账", "windowfocus", "--sync")
        subprocess.run(words, env=self.environment, check=True, timeout=PATIENCE, stdout=subprocess.DEVNULL)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


@contextmanager
def standing(home: Path, extra: Mapping[str, str] | None = None) -> Iterator[Stage]:
    """Give a desktop with a screen, a session bus and the readers' bus, for as long as the block lasts."""
    folder = Path(tempfile.mkdtemp(prefix="stage"))  # sockets want short paths
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "IBUS_", "XMOD"))}
    for name in ("config", "data", "cache", "run"):
        (folder / name).mkdir(mode=0o700)
    environment |= {
        "HOME": str(folder), "XDG_CONFIG_HOME": f"{folder}/config", "XDG_DATA_HOME": f"{folder}/data",
        "XDG_CACHE_HOME": f"{folder}/cache", "XDG_RUNTIME_DIR": f"{folder}/run", "BIANMIN_HOME": str(home),
        "QT_QPA_PLATFORM": "xcb", "LANG": "C.UTF-8",
    } | dict(extra or {})  # fmt: skip
    with ExitStack() as ends:
        ends.callback(shutil.rmtree, folder, ignore_errors=True)
        stage = Stage(folder, environment, ends)
        screen = stage.told("Xvfb", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset", "-displayfd", "FD")
        environment["DISPLAY"] = f":{screen}"
        bus = stage.told("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=FD")
        environment["DBUS_SESSION_BUS_ADDRESS"] = bus
        yield stage
