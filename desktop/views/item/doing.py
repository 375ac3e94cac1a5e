"""From a filled form to a posted deed. Evidence is attached first, by a job; a file that is refused stops the deed."""

from PySide6.QtCore import QObject, Signal

from desktop.commands.progress import (
    AddNote,
    ConfirmUnchanged,
    DeclineProposal,
    Move,
    ProposeNotApplicable,
    SetDue,
    SetOfficer,
)
from desktop.commands.several import MoveSeveral
from desktop.models.draft import Command
from desktop.models.journal import Evidence
from desktop.models.vocabulary import Status
from desktop.views.bridge import Bridge
from desktop.views.item.form import Answers
from desktop.views.item.ways import Asked, Deed
from desktop.views.wish import Part
from desktop.views.worker import Job, Step

Attached = tuple[Evidence, ...]


def command(asked: Asked, answers: Answers, evidence: Attached) -> Command:
    """Return the command of a form."""
    keys = asked.commitments
    if asked.deed is Deed.MOVE:
        moves = tuple(_move(part, answers, evidence) for part in asked.parts)
        return moves[0] if len(moves) == 1 else MoveSeveral(moves)
    commands: dict[Deed, Command] = {
        Deed.UNCHANGED: ConfirmUnchanged(keys),
        Deed.NOTE: AddNote(keys, answers.note, evidence, answers.on_day),
        Deed.DUE: SetDue(keys, answers.due_on, answers.reason),
        Deed.OFFICER: SetOfficer(keys, answers.officer),
        Deed.PROPOSE: ProposeNotApplicable(keys, answers.reason),
        Deed.DECLINE: DeclineProposal(keys, answers.reason),
    }
    return commands[asked.deed]


def _move(part: Part, answers: Answers, evidence: Attached) -> Move:
    seen = next(iter(part.origins)) if len(part.origins) == 1 else None
    return Move(
        part.commitments, part.to or Status.NOT_STARTED, answers.note, answers.reason, evidence,
        answers.due_on, answers.on_day, seen,
    )  # fmt: skip


class Sender(QObject):
    """Posts forms. After `send` comes `done` or `refused(sentence)`; `busy(bool)` while files are being attached."""

    done = Signal()
    refused = Signal(str)
    busy = Signal(bool)

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._waiting: tuple[Asked, Answers] | None = None
        self._refusal = ""
        bridge.refused.connect(self._hear)

    def send(self, asked: Asked, answers: Answers) -> None:
        """Post a form; one with files after they are attached. A second form waits for nobody: it is not taken."""
        if self._waiting is not None:
            return
        if not answers.evidence:
            self._post(asked, answers, ())
            return
        store, paths = self._bridge.book.evidence, answers.evidence

        def attach(step: Step) -> Attached:
            attached = []
            for number, path in enumerate(paths):
                step.tell(number / len(paths))
                attached.append(store.attach(path, answers.covers.get(path, ())))
            return tuple(attached)

        self._waiting = (asked, answers)
        self._say_busy()
        job = Job(attach, self)
        job.succeeded.connect(self._attached)
        job.failed.connect(self._not_attached)
        job.start()

    def drop(self) -> None:
        """Forget a form that is still attaching its files: it was closed."""
        self._waiting = None
        self._say_busy()

    def _say_busy(self) -> None:
        self.busy.emit(self._waiting is not None)

    def _attached(self, evidence: Attached) -> None:
        waiting, self._waiting = self._waiting, None
        self._say_busy()
        if waiting is not None:
            self._post(*waiting, evidence)

    def _not_attached(self, sentence: str) -> None:
        was_waiting = self._waiting is not None
        self.drop()
        if was_waiting:
            self.refused.emit(sentence)

    def _post(self, asked: Asked, answers: Answers, evidence: Attached) -> None:
        self._refusal = ""
        if self._bridge.do(command(asked, answers, evidence), len(asked.commitments)):
            self.done.emit()
        elif self._refusal:
            self.refused.emit(self._refusal)

    def _hear(self, sentence: str) -> None:
        self._refusal = sentence
