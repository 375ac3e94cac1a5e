"""Long work in a job: progress, result, failure, stop."""

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop import i18n
from desktop.models.refusals import InputRefused
from desktop.views.worker import Job, Step


@pytest.fixture
def parent(qapp: object) -> QObject:
    return QObject()


def test_work_is_done_in_another_thread_and_its_result_comes_back(parent: QObject, qtbot: QtBot) -> None:
    told: list[float] = []

    def work(step: Step) -> int:
        step.tell(0.5, "half")
        return threading.get_ident()

    job = Job(work, parent)
    job.progressed.connect(lambda part, _text: told.append(part))
    with qtbot.waitSignal(job.succeeded, timeout=5000) as found:
        job.start()
    job.wait()
    assert found.args is not None
    assert found.args[0] != threading.get_ident()
    assert told == [0.5]


def test_a_refusal_comes_back_as_a_sentence(parent: QObject, qtbot: QtBot) -> None:
    def work(step: Step) -> None:
        raise InputRefused("evidence_missing", name="a.jpg")

    job = Job(work, parent)
    with qtbot.waitSignal(job.failed, timeout=5000) as found:
        job.start()
    job.wait()
    assert found.args is not None
    assert "a.jpg" in found.args[0]


def test_a_fault_is_said_and_does_not_take_the_window_down(parent: QObject, qtbot: QtBot) -> None:
    def work(step: Step) -> None:
        raise ZeroDivisionError

    i18n.use("en")
    job = Job(work, parent)
    with qtbot.waitSignal(job.failed, timeout=5000) as found:
        job.start()
    job.wait()
    i18n.use(i18n.DEFAULT)
    assert found.args == ["Something went wrong; the log says what. Nothing was changed."]


def test_work_stops_at_the_next_step_when_it_is_cancelled(parent: QObject, qtbot: QtBot) -> None:
    begun, go_on = threading.Event(), threading.Event()

    def work(step: Step) -> None:
        begun.set()
        go_on.wait(5)
        step.tell(0.5)

    job = Job(work, parent)
    with qtbot.waitSignal(job.stopped, timeout=5000):
        job.start()
        begun.wait(5)
        job.cancel()
        go_on.set()
    job.wait()
