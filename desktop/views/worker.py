"""Long work off the screen's thread: a job with progress and a way to stop it."""

import threading
from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal

from desktop import log, texts
from desktop.i18n import _
from desktop.models.refusals import Refusal

T = TypeVar("T")


class Stopped(Exception):
    """The person stopped the job."""


class Step:
    """What a job is handed: where to tell how far it is, and to learn that it is to stop."""

    def __init__(self, tell: Callable[[float, str], None]) -> None:
        self._tell = tell
        self._stop = threading.Event()

    def stop(self) -> None:
        """Ask the job to stop at its next `tell`."""
        self._stop.set()

    def tell(self, fraction: float, text: str = "") -> None:
        """Say how far the job is, from 0 to 1. Raises `Stopped` when it is to stop."""
        if self._stop.is_set():
            raise Stopped
        self._tell(fraction, text)


class Job(QThread, Generic[T]):
    """One piece of long work in a thread of its own; it is asked to stop when its asker goes.

    `progressed(fraction, text)`, then exactly one of `succeeded(result)`, `failed(sentence)` and `stopped`.
    A work that reads the book may use the screen's `Book`: every reading takes a connection of its own from the pool.
    """

    progressed = Signal(float, str)
    succeeded = Signal(object)
    failed = Signal(str)
    stopped = Signal()

    def __init__(self, work: Callable[[Step], T], asker: QObject) -> None:
        # Its parent is the program, not who asked: a thread must not go with a widget while it still runs.
        super().__init__(QCoreApplication.instance())
        self._work = work
        self._step = Step(self.progressed.emit)
        asker.destroyed.connect(self.cancel)
        if (program := QCoreApplication.instance()) is not None:
            program.aboutToQuit.connect(self._end)

    def start(self, priority: QThread.Priority = QThread.Priority.InheritPriority) -> None:
        """Begin. Whoever is to hear of its end has to be connected by now.

        The thread tells the listeners of its end one after another. Were the job told to go before all of them are, it
        could be gone, and with it what the others are still to hear.
        """
        self.finished.connect(self.deleteLater)
        super().start(priority)

    def cancel(self) -> None:
        """Ask the work to stop; it does so the next time it tells how far it is."""
        self._step.stop()

    def _end(self) -> None:
        """Stop with the program."""
        self.cancel()
        self.wait()

    def run(self) -> None:
        """Do the work. Runs in the thread."""
        try:
            result = self._work(self._step)
        except Stopped:
            self.stopped.emit()
        except Refusal as refusal:
            self.failed.emit(texts.refusal(refusal))
        except Exception:  # a job must never take the window down
            log.of(__name__).exception("a job failed")
            self.failed.emit(_("Something went wrong; the log says what. Nothing was changed."))
        else:
            self.succeeded.emit(result)
