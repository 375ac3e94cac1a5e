"""What every test stands on: no screen, and a home of its own."""

import os
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a folder of its own for identities, preferences and backups."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("BIANMIN_HOME", str(folder))
    return folder
