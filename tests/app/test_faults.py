import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from desktop import log
from desktop.app import faults
from desktop.app.application import Application
from desktop.views.fault_dialog import FaultDialog

Start = Callable[..., Application]


def _raised(words: str) -> tuple[ValueError, TracebackType | None]:
    with pytest.raises(ValueError, match="invalid literal") as caught:
        int("no number")
    return ValueError(words), caught.tb


def test_an_unforeseen_error_is_logged_and_a_report_of_it_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    logged: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: logged.append(error))
    shown: list[str] = []
    faults.tell(shown.append)
    error, trace = _raised("x")
    sys.excepthook(ValueError, error, trace)
    assert logged == [error]
    assert "ValueError: x" in shown[0]
    assert "test_faults.py" in shown[0]


def test_ctrl_c_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", lambda *_of_it: None)
    shown: list[str] = []
    faults.tell(shown.append)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert shown == []


def test_a_report_holds_no_name_no_number_and_no_home_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("BIANMIN_HOME", str(tmp_path))
    monkeypatch.setenv("HOME", "/home/zhangsan")
    assert log.start()
    log.of("desktop.x").error("could not read 张三丰 of '/home/zhangsan/a' 0317-2012345")
    error, trace = _raised("张三丰 is not 'Zhang Sanfeng', 13812345678, /home/zhangsan/x")
    told = faults.report(ValueError, error, trace)
    log.stop()
    for personal in ("张三丰", "Sanfeng", "13812345678", "2012345", "zhangsan"):
        assert personal not in told
    assert "could not read" in told
    assert "~/x" in told


def test_the_report_is_seen_before_it_is_saved_and_saved_as_it_is_seen(program: Start, tmp_path: Path) -> None:
    application = program()
    application.show_fault("ValueError: ■")
    dialog = application.window.findChild(FaultDialog)
    assert dialog is not None
    assert "ValueError: ■" in dialog.findChildren(QPlainTextEdit)[0].toPlainText()
    dialog.write(tmp_path / "report.txt")
    assert (tmp_path / "report.txt").read_text(encoding="utf-8") == "ValueError: ■"
    assert str(tmp_path) in application.window.toast.text


def test_a_second_error_joins_the_first_and_escape_goes_on(program: Start) -> None:
    application = program()
    application.show_fault("first")
    application.show_fault("second")
    dialogs = application.window.findChildren(FaultDialog)
    assert len(dialogs) == 1
    assert {"first", "second"} <= set(dialogs[0].text.toPlainText().splitlines())
    assert "2 errors" in dialogs[0].head.text()
    QTest.keyClick(dialogs[0], Qt.Key.Key_Escape)
    assert not dialogs[0].isVisible()


def test_a_report_that_cannot_be_written_says_so_and_stays(program: Start, tmp_path: Path) -> None:
    application = program()
    application.show_fault("first")
    dialog = application.window.findChild(FaultDialog)
    assert dialog is not None
    dialog.write(tmp_path / "no such folder" / "report.txt")
    assert "could not be written" in application.window.toast.text
    assert dialog.isVisible()
