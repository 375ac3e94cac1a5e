"""Slips of a request (回执、告知书、转办单), filled from a book: who, what, until when and why. Citizens are masked."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from desktop import texts
from desktop.counter.slip_dates import dues, extended
from desktop.i18n import either
from desktop.models.book import Book
from desktop.models.catalogue import Catalogue
from desktop.models.contacts import Contact
from desktop.models.history import Told
from desktop.models.masking import Readers
from desktop.models.refusals import RuleBroken
from desktop.models.request_rules import RequestStatus
from desktop.models.requests import RequestRow
from desktop.reports import notices, receipt, transfer_slip
from desktop.reports.paper import Imprint
from desktop.reports.press import Written
from desktop.reports.slip_facts import (
    Case,
    ExtensionFacts,
    MissingPapersFacts,
    Office,
    ReceiptFacts,
    RefusalFacts,
    Slip,
    SpecialFacts,
    TransferFacts,
)


class SlipKind(StrEnum):
    """The kinds of slips. A receipt is one of registration until the request is accepted."""

    RECEIPT = "receipt"
    MISSING_PAPERS = "missing_papers"
    TRANSFER = "transfer"
    REFUSAL = "refusal"
    SPECIAL = "special"
    EXTENSION = "extension"


SMALL = frozenset({SlipKind.RECEIPT})
"""What can be printed on A6 too."""
_MOVES = {
    SlipKind.MISSING_PAPERS: RequestStatus.SUPPLEMENT,
    SlipKind.TRANSFER: RequestStatus.TRANSFERRED,
    SlipKind.REFUSAL: RequestStatus.REJECTED,
    SlipKind.SPECIAL: RequestStatus.SPECIAL,
    SlipKind.EXTENSION: RequestStatus.EXTENDED,
}
"""By which move each notice comes to be: its words are those of the last entry that moved the request there."""
_PAPERS = re.compile(r"[\n；;]+")
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[（(]\d{1,2}[)）])\s*[.、．)）]\s*")


def slip_kinds(row: RequestRow) -> tuple[SlipKind, ...]:
    """Return what can be printed for a request as it stands, the one that its state calls for first."""
    there = {
        SlipKind.MISSING_PAPERS: row.status is RequestStatus.SUPPLEMENT,
        SlipKind.TRANSFER: bool(row.target),
        SlipKind.REFUSAL: row.status is RequestStatus.REJECTED,
        SlipKind.SPECIAL: bool(row.stops),
        SlipKind.EXTENSION: bool(row.extension),
    }
    found = [kind for kind, is_there in there.items() if is_there]
    found.sort(key=lambda kind: _MOVES[kind] is not row.status)
    is_called_for = bool(found) and _MOVES[found[0]] is row.status
    return (*found[:1], SlipKind.RECEIPT, *found[1:]) if is_called_for else (SlipKind.RECEIPT, *found)


def write(book: Book, request: str, kind: SlipKind, out: Path, *, small: bool = False) -> Written:
    """Write a slip as PDF in the language in use; `request` is an id or a number, `small` A6 where there is one.

    Raises RuleBroken `unknown_request`, `no_slip` (kind) for a notice of a move that was never made, BookRefused, and
    what the reports raise.
    """
    row = book.request(request)
    if row is None:
        raise RuleBroken("unknown_request", id=request)
    given = _Given(book, row, book.catalogue(), book.contacts((row.id,)).get(row.id, Contact()))
    if kind is SlipKind.RECEIPT:
        return receipt.write(_receipt(given), out, small=small)
    return _WRITING[kind](given, given.entry(kind), out)


@dataclass(frozen=True, slots=True)
class _Given:
    """What every slip is filled from."""

    book: Book
    row: RequestRow
    catalogue: Catalogue
    contact: Contact

    def entry(self, kind: SlipKind) -> Told:
        """Return the last entry that still stands and moved the request where the notice is due."""
        to = _MOVES[kind]
        for told in reversed(self.book.request_story(self.row.id)):
            if not told.undone and any(one.field == "status" and one.after == to for one in told.changes):
                return told
        raise RuleBroken("no_slip", id=self.row.id, kind=kind)

    def slip(self, on: str) -> Slip:
        """Return what all slips share, of a day."""
        today = self.book.clock.today()
        edition = self.catalogue.edition
        imprint = Imprint(today, self.book.heard(), edition, today, self.book.practice)
        return Slip(self.office(), self.case(), date.fromisoformat(on[:10]), imprint, Readers.INTERNAL)

    def office(self) -> Office:
        """Return where the applicant goes or rings. The catalogue knows no addresses."""
        window = self.catalogue.windows.get(self.row.window)
        unit = self.catalogue.units.get(window.unit if window else self.book.unit)
        return Office(
            texts.title(unit) if unit else self.book.unit,
            texts.title(window) if window else self.row.window,
            telephone=(window.phone if window else "") or (unit.phone if unit else ""),
            hours=either(window.hours_zh, window.hours_en or window.hours_zh) if window else "",
        )

    def case(self) -> Case:
        """Return the request. Its matter is that of the registration, beside it the action as it is called now."""
        row, action = self.row, self.catalogue.actions.get(self.row.action)
        named = texts.title(action) if action else ""
        return Case(
            row.number, row.matter, named if named != row.matter else "", date.fromisoformat(row.registered_at[:10]),
            self.contact.name, self.contact.phone, row.applicant == "firm",
        )  # fmt: skip

    @property
    def clock_from(self) -> str:
        """What starts the clock of the action; where nothing is said, the acceptance does."""
        action = self.catalogue.actions.get(self.row.action)
        return (action.clock_from if action else "") or "acceptance"


def _receipt(given: _Given) -> ReceiptFacts:
    row = given.row
    promised, legal = dues(row, given.book.calendar(), given.clock_from)
    slip = given.slip(row.accepted_at or row.registered_at)
    return ReceiptFacts(slip, bool(row.accepted_at), promised, legal)


def _missing(given: _Given, told: Told, out: Path) -> Written:
    papers = tuple(_NUMBERED.sub("", one).strip() for one in _PAPERS.split(told.note) if one.strip())
    return notices.write_missing_papers(MissingPapersFacts(given.slip(told.on_day), papers), out)


def _transfer(given: _Given, told: Told, out: Path) -> Written:
    target = given.row.target
    unit = next((one for one in given.catalogue.units.values() if target in {one.name_zh, one.name_en}), None)
    receiver = Office(texts.title(unit) if unit else target, "", telephone=unit.phone if unit else "")
    return transfer_slip.write(TransferFacts(given.slip(told.on_day), receiver, told.reason or told.note), out)


def _refusal(given: _Given, told: Told, out: Path) -> Written:
    """Write the reason and, where the notice says more than it, that under it."""
    said = "\n".join(filter(None, dict.fromkeys((told.reason, told.note))))
    return notices.write_refusal(RefusalFacts(given.slip(told.on_day), said), out)


def _special(given: _Given, told: Told, out: Path) -> Written:
    return notices.write_special(SpecialFacts(given.slip(told.on_day), told.reason, told.note), out)


def _extension(given: _Given, told: Told, out: Path) -> Written:
    before, after = extended(given.row, given.book.calendar(), given.clock_from)
    reason = told.reason or told.note
    facts = ExtensionFacts(given.slip(told.on_day), before, after, given.row.approval, reason)
    return notices.write_extension(facts, out)


_WRITING: Mapping[SlipKind, Callable[[_Given, Told, Path], Written]] = {
    SlipKind.MISSING_PAPERS: _missing,
    SlipKind.TRANSFER: _transfer,
    SlipKind.REFUSAL: _refusal,
    SlipKind.SPECIAL: _special,
    SlipKind.EXTENSION: _extension,
}
