import sys

import pytest

from desktop import i18n
from desktop.app import faults


def test_an_unforeseen_error_is_logged_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    i18n.use("en")
    logged: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda _kind, error, _trace: logged.append(error))
    said: list[str] = []
    faults.tell(said.append)
    error = ValueError("x")
    sys.excepthook(ValueError, error, None)
    assert logged == [error]
    assert said == ["Something went wrong; the log says what. Nothing was changed."]
    i18n.use(i18n.DEFAULT)


def test_ctrl_c_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "excepthook", lambda *_of_it: None)
    said: list[str] = []
    faults.tell(said.append)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert said == []
