"""The log tells what happened, and nothing about persons."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import log


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    yield
    log.stop()


def _written() -> str:
    return log.file().read_text(encoding="utf-8")


def test_a_line_names_the_module() -> None:
    assert log.start()
    log.of("desktop.views.bridge").info("book opened")
    assert "INFO bianmin.views.bridge book opened" in _written()


def test_starting_twice_writes_every_line_once() -> None:
    log.start()
    log.start()
    log.of("desktop.app").info("once only")
    assert _written().count("once only") == 1


@pytest.mark.parametrize("number", ["13912345678", "130102199003071234", "13010219900307123X", "130102900307123"])
def test_mobile_and_identity_numbers_never_reach_the_log(number: str) -> None:
    log.start()
    log.of("desktop.app").info("note %s refused", number)
    assert number not in _written()
    assert "note *** refused" in _written()


def test_an_unhandled_error_of_a_thread_is_kept_with_its_trace() -> None:
    log.start()

    def breaks() -> None:
        raise ValueError("out of order")

    worker = threading.Thread(target=breaks)
    worker.start()
    worker.join()
    assert "ValueError: out of order" in _written()
    assert "in breaks" in _written()


def test_an_unhandled_error_is_kept_even_without_a_console(monkeypatch: pytest.MonkeyPatch) -> None:
    log.start()
    monkeypatch.setattr(sys, "stderr", None)
    sys.excepthook(RuntimeError, RuntimeError("dark"), None)
    assert "RuntimeError: dark" in _written()


def test_a_folder_that_cannot_be_written_does_not_stop_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("not a folder")
    monkeypatch.setenv("BIANMIN_HOME", str(tmp_path / "file"))
    assert not log.start()
    log.of("desktop.app").log(logging.DEBUG, "goes nowhere")
