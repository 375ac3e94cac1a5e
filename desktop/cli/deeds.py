"""Commands that write one entry each: set, unchanged, note, due, officer, propose, decline, settle, undo and so on."""

import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from desktop import texts
from desktop.cli import answers, values
from desktop.cli.call import Call, Runner
from desktop.cli.rehearsal import refuse_early
from desktop.commands.progress import (
    AddNote,
    ConfirmUnchanged,
    DeclineProposal,
    Move,
    ProposeNotApplicable,
    SetDue,
    SetOfficer,
)
from desktop.commands.settle import Redact, Settle
from desktop.i18n import _
from desktop.models import plain_text
from desktop.models.book import Book
from desktop.models.draft import Command
from desktop.models.journal import Evidence
from desktop.models.refusals import InputRefused


def _keys(call: Call, book: Book) -> tuple[str, ...]:
    catalogue = book.catalogue()
    return tuple(dict.fromkeys(values.commitment(text, catalogue) for text in call.options.commitments))


def _key(call: Call, book: Book) -> str:
    return values.commitment(call.options.commitment, book.catalogue())


def _do_with_evidence(call: Call, book: Book, deed: Move | AddNote) -> int:
    """Do a deed with the files that go with it; where it is refused, none of them is kept."""
    files: list[Path] = call.options.evidence
    missing = next((file for file in files if not file.is_file()), None)
    if missing is not None:
        raise InputRefused("no_such_file", name=str(missing))
    if files:
        stand_ins = tuple(Evidence("", file.name, 0, "") for file in files)
        refuse_early(book, replace(deed, evidence=stand_ins), call.acting(book))
        deed = replace(deed, evidence=tuple(book.evidence.attach(file) for file in files))
    return _do(call, book, deed)


def _words(text: str) -> str:
    """Return a note or reason; `-` stands for standard input, which takes texts that no command line does."""
    return sys.stdin.read(plain_text.NOTE_LIMIT * 64) if text == "-" else text


def _do(call: Call, book: Book, command: Command) -> int:
    return answers.posted(call, book, book.do(command, call.acting(book)))


def _set(call: Call) -> int:
    options = call.options
    with call.book() as book:
        to, key = values.status(options.status), _key(call, book)
        note, reason = _words(options.note), _words(options.reason)
        move = Move((key,), to, note, reason, due_on=options.due, on_day=options.on)
        return _do_with_evidence(call, book, move)


def _unchanged(call: Call) -> int:
    with call.book() as book:
        return _do(call, book, ConfirmUnchanged(_keys(call, book), _words(call.options.note), call.options.on))


def _note(call: Call) -> int:
    with call.book() as book:
        deed = AddNote((_key(call, book),), _words(call.options.note), on_day=call.options.on)
        return _do_with_evidence(call, book, deed)


def _due(call: Call) -> int:
    with call.book() as book:
        return _do(call, book, SetDue(_keys(call, book), call.options.to, call.options.reason))


def _officer(call: Call) -> int:
    with call.book() as book:
        return _do(call, book, SetOfficer(_keys(call, book), call.options.name))


def _propose(call: Call) -> int:
    with call.book() as book:
        return _do(call, book, ProposeNotApplicable(_keys(call, book), call.options.reason))


def _decline(call: Call) -> int:
    with call.book() as book:
        return _do(call, book, DeclineProposal(_keys(call, book), call.options.reason))


def _settle(call: Call) -> int:
    choose = values.status(call.options.choose) if call.options.choose else None
    with call.book() as book:
        return _do(call, book, Settle(_key(call, book), call.options.reason, choose))


def _redact(call: Call) -> int:
    stamp = values.plain(call.options.stamp)
    with call.book() as book:
        return _do(call, book, Redact(stamp, call.options.reason, call.options.keep_evidence))


def _undo(call: Call) -> int:
    stamp = values.plain(call.options.stamp) if call.options.stamp else None
    with call.book() as book:
        step = book.undoable() if stamp is None else None
        named = texts.deed(step, book.catalogue()) if step else stamp or ""
        posted = book.undo(call.acting(book), stamp, call.options.reason)
        return answers.turned(call, posted, _("Undone: {deed} ({stamp})"), named)


def _redo(call: Call) -> int:
    with call.book() as book:
        step = book.redoable()
        named = texts.deed(step, book.catalogue()) if step else ""
        return answers.turned(call, book.redo(call.acting(book)), _("Done again: {deed} ({stamp})"), named)


RUNNERS: Mapping[str, Runner] = {
    "set": _set,
    "unchanged": _unchanged,
    "note": _note,
    "due": _due,
    "officer": _officer,
    "propose": _propose,
    "decline": _decline,
    "settle": _settle,
    "redact": _redact,
    "undo": _undo,
    "redo": _redo,
}
