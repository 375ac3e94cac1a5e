"""From a filled form to a posted deed, and what follows: a slip that is due, a new request to be shown."""

from PySide6.QtCore import QObject, Signal

from desktop import texts
from desktop.models import registering
from desktop.models.book import Book
from desktop.models.refusals import Refusal
from desktop.models.request_rules import RequestStatus
from desktop.models.writing import Posted
from desktop.views.bridge import Bridge
from desktop.views.requests.answers import Answers, command
from desktop.views.requests.ways import Asked, Do

SLIPS = {
    RequestStatus.SUPPLEMENT: "missing_papers",
    RequestStatus.REJECTED: "refusal",
    RequestStatus.SPECIAL: "special",
    RequestStatus.EXTENDED: "extension",
    RequestStatus.TRANSFERRED: "transfer",
}
"""The slip that is handed out with a move."""


def slip_of(status: RequestStatus) -> str:
    """Return the kind of slip that belongs to where a request stands."""
    return SLIPS.get(status, "receipt")


class Sender(QObject):
    """Posts forms. After `send` comes `done` or `refused(sentence)`.

    `slip_due(id, kind)` where paper goes with it, `born(id)` when a new request came of it, `seen(Private)` when a
    citizen was asked to be shown.
    """

    done = Signal()
    refused = Signal(str)
    slip_due = Signal(str, str)
    born = Signal(str)
    seen = Signal(object)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._refusal = ""
        bridge.refused.connect(self._hear)

    def send(self, asked: Asked, given: Answers) -> None:
        """Post a form."""
        self._refusal = ""
        if asked.do is Do.UNMASK:
            self._unmask(asked.requests[0], given.reason)
        elif asked.do in {Do.REOPEN, Do.SPLIT}:
            self._descend(asked, given)
        elif self._bridge.do(command(asked, given), len(asked.requests)):
            self._end(asked)
        elif self._refusal:
            self.refused.emit(self._refusal)

    def _end(self, asked: Asked) -> None:
        self.done.emit()
        if asked.to in SLIPS and len(asked.requests) == 1:
            self.slip_due.emit(asked.requests[0], SLIPS[asked.to])

    def _descend(self, asked: Asked, given: Answers) -> None:
        ids: list[str] = []

        def deed(book: Book) -> Posted:
            found, posted = registering.descend(book, command(asked, given), self._bridge.focus.desk, asked.requests[0])
            ids[:] = found
            return posted

        def then() -> None:
            self._bridge.done.emit(self._bridge.undo_label())
            self._end(asked)
            if ids and asked.do is Do.REOPEN:
                self.born.emit(ids[0])

        if not self._bridge.carry(deed, then) and self._refusal:
            self.refused.emit(self._refusal)

    def _unmask(self, key: str, reason: str) -> None:
        from desktop.commands.unmasking import unmask

        try:
            private = unmask(self._bridge.book, key, reason, self._bridge.focus.desk)
        except Refusal as refusal:
            self.refused.emit(texts.refusal(refusal))
            return
        self.done.emit()
        self.seen.emit(private)

    def _hear(self, sentence: str) -> None:
        self._refusal = sentence
