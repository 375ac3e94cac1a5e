"""From a filled form to a command of the book. Evidence is attached first; a file that is refused stops the deed."""

from desktop.commands.progress import AddNote, DeclineProposal, Move, ProposeNotApplicable, SetDue, SetOfficer
from desktop.models.book import Book
from desktop.models.draft import Command
from desktop.models.vocabulary import Status
from desktop.views.item.form import Answers
from desktop.views.item.ways import Asked, Deed


def command(asked: Asked, answers: Answers, book: Book) -> Command:
    """Return the command of a form. Raises InputRefused for evidence that cannot be taken."""
    evidence = tuple(book.evidence.attach(path) for path in answers.evidence)
    keys, one = asked.commitments, asked.commitments[0]
    match asked.deed:
        case Deed.MOVE:
            return Move(
                keys, asked.to or Status.NOT_STARTED, answers.note, answers.reason, evidence,
                answers.due_on, answers.on_day, asked.seen,
            )  # fmt: skip
        case Deed.NOTE:
            return AddNote(one, answers.note, evidence, answers.on_day)
        case Deed.DUE:
            return SetDue(keys, answers.due_on, answers.reason)
        case Deed.OFFICER:
            return SetOfficer(keys, answers.officer)
        case Deed.PROPOSE:
            return ProposeNotApplicable(keys, answers.reason)
        case Deed.DECLINE:
            return DeclineProposal(keys, answers.reason)
