"""What every test stands on: no screen, and a home of its own."""

import gc
import os
import shutil
import tempfile
from pathlib import Path

import pytest

SCREEN = Path(__file__).parent / "screen.json"
"""The smallest screen of an office, 1366 by 768: Qt's own screen without a display is 800 by 800."""
os.environ.setdefault("QT_QPA_PLATFORM", f"offscreen:configfile={SCREEN}")

_SHARED_HOME = tempfile.mkdtemp(prefix="bianmin-tests-")
os.environ["BIANMIN_HOME"] = _SHARED_HOME
"""For what is made before a test or outlives it: nothing of the tests may come into the person's own folder."""

_TESTS_BETWEEN = 20
_YOUNG_BETWEEN_WHOLE = 10
"""A whole collection walks a million objects of the suite itself; the young ones are what a test leaves."""


def pytest_sessionstart() -> None:
    """Keep collections off the threads of jobs, as the window does (views/tidy.py): Qt dies of them."""
    gc.disable()


def pytest_sessionfinish() -> None:
    """Take the shared home away."""
    shutil.rmtree(_SHARED_HOME, ignore_errors=True)


def pytest_runtest_logfinish(nodeid: str, location: object) -> None:
    """Collect between tests, where nothing runs beside."""
    _finished.append(nodeid)
    rounds, rest = divmod(len(_finished), _TESTS_BETWEEN)
    if rest == 0:
        gc.collect(2 if rounds % _YOUNG_BETWEEN_WHOLE == 0 else 1)


_finished: list[str] = []


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a folder of its own for identities, preferences and backups."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("BIANMIN_HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """Start Qt in the style of the program (app/process.py)."""
    return ["bianmin", "-style", "fusion"]
