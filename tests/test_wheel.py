"""The built wheel carries everything: installed elsewhere, every resource opens and the commands answer."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
RESOURCES = [
    file.relative_to(ROOT).as_posix()
    for file in sorted((ROOT / "resources").rglob("*"))
    if file.is_file() and "__pycache__" not in file.parts
]
OPEN_ALL = """
import pathlib, sys
import desktop
from desktop import i18n, paths
folder = paths.resources()
assert folder.is_relative_to(sys.argv[1]), folder
assert pathlib.Path(desktop.__file__).is_relative_to(sys.argv[1])
for name in sys.argv[2:]:
    content = (folder.parent / name).read_bytes()
    sys.stdout.write(f"{name} {len(content)}\\n")
assert i18n._("A display can be reached.") != "A display can be reached."
"""


def _run(*command: str, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        command, cwd=cwd, capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), cwd=ROOT)
    (wheel,) = folder.glob("bianmin-*.whl")
    target = folder / "site"
    offline = ("--quiet", "--no-deps", "--no-index", "--no-build-isolation", "--no-compile", "--no-cache-dir")
    _run(sys.executable, "-m", "pip", "install", *offline, "--target", str(target), str(wheel), cwd=folder)
    return target


def test_every_resource_opens_from_the_installed_wheel(installed: Path, tmp_path: Path) -> None:
    told = _run(sys.executable, "-c", OPEN_ALL, str(installed), *RESOURCES, cwd=tmp_path, PYTHONPATH=str(installed))
    assert told.splitlines() == [f"{name} {(ROOT / name).stat().st_size}" for name in RESOURCES]


def test_the_manual_and_its_pictures_come_with_the_wheel(installed: Path) -> None:
    folder = installed / "desktop" / "resources" / "manual"
    for name in ("manual.md", "manual.zh-CN.md"):
        text = (folder / name).read_text(encoding="utf-8")
        assert [one for one in re.findall(r"\((pictures/[^)]+)\)", text) if not (folder / one).is_file()] == []


def test_the_installed_command_tells_its_version(installed: Path, tmp_path: Path) -> None:
    command = installed / "bin" / "bianmin"
    assert _run(str(command), "--version", cwd=tmp_path, PYTHONPATH=str(installed)).startswith("bianmin ")
    assert (installed / "bin" / "bianmin-gui").is_file()


def test_the_wheel_carries_its_licence(installed: Path) -> None:
    assert list(installed.glob("bianmin-*.dist-info/licenses/LICENSE"))
