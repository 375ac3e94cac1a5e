"""./run says in both languages what it needs, and leaves with 2 when it cannot go on."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NEEDED = ("run", "pyproject.toml", "requirements.lock", "installer/link_checkout.py", "desktop/doctor/packages.py")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout with a blank and Chinese in its path, and no environment yet."""
    folder = tmp_path / "便民 checkout"
    for name in NEEDED:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, folder / name)
    return folder


def _run(checkout: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [str(checkout / "run"), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})


def test_without_a_new_enough_python_it_says_so(checkout: Path) -> None:
    done = _run(checkout, "--version", PYTHON="/nowhere/python3")
    assert done.returncode == 2
    assert "需要 Python 3.11" in done.stderr
    assert "Python 3.11 or later is needed" in done.stderr
    assert not (checkout / ".venv").exists()


def test_a_stick_without_wheels_is_named(checkout: Path, tmp_path: Path) -> None:
    done = _run(checkout, "--version", WHEELS=str(tmp_path / "stick"))
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].endswith(f"The folder with the wheels was not found: {tmp_path / 'stick'}")


@pytest.mark.skipif(shutil.which("sh") is None, reason="no POSIX shell")
def test_continuous_integration_runs_what_a_developer_runs() -> None:
    lines = (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if line and not line.startswith("#")] == ['exec "$(dirname -- "$0")/../run" test']
