"""What the palette costs: nothing before it is asked for, and no fifty megabytes of tables afterwards."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

_LOOK = """
import sys
from pathlib import Path
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt
from desktop.app.application import Application
from desktop.app.process import qt
from desktop.models.vocabulary import Role

def main():
    application = Application(qt())
    application.preferences.sit(Role.CHIEF, "Li Qiang")
    application.begin(sys.argv[1])
    print([name for name in sys.modules if name.startswith(("pypinyin", "desktop.views.palette", "desktop.search"))])
    while not application.bridge.is_open:
        application._qt.processEvents()
    application.frame.go("board")
    application.frame.top.seek()
    palette = application.seeking.palette
    palette.open()
    QTest.keyClicks(application.frame.top.search, "jc7")
    while palette.finder.is_busy:
        application._qt.processEvents()
    print([row.title for row in palette.popup.rows][0], "pypinyin" in sys.modules)
    status = Path("/proc/self/status").read_text().splitlines()
    print(next(int(row.split()[1]) // 1024 for row in status if row.startswith("VmHWM")))
    application.bridge.close()

if __name__ == "__main__":
    main()
"""


@pytest.mark.skipif(
    sys.platform != "linux", reason="Linux alone tells the peak of a process apart from that of its parent"
)
def test_its_tables_are_loaded_neither_at_the_first_figures_nor_ever_in_the_window(fresh: Path, tmp_path: Path) -> None:
    script = tmp_path / "look.py"
    script.write_text(_LOOK, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, str(script), str(fresh)], capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.stdout.split("\n")[:2] == ["[]", "举措7 False"], done.stderr
    # overview, board and palette together
    assert int(done.stdout.split("\n")[2]) <= 200
