"""Bringing an edition into a book: a backup first, the edition itself, then states carried over to what came of old."""

from dataclasses import dataclass
from datetime import date

from desktop.commands.catalog import CarryOver
from desktop.intake.editions import Handed
from desktop.models import rights
from desktop.models.book import Book
from desktop.models.catalogue import Catalogue
from desktop.models.desk import Desk
from desktop.models.edition import device_of, entries_of
from desktop.models.refusals import BookRefused, InputRefused, RuleBroken
from desktop.models.rights import Right
from desktop.models.vocabulary import UnitKind

_CARRIED = "carried_over"


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of it: the edition's number and first day, whether it is new to the book.

    `carried`: split and merged actions to which states were carried over, None where there was nothing to carry over
    yet; `refusal`: why the person at the desk may not carry over.
    """

    version: str
    from_day: date
    is_new: bool
    carried: int | None = None
    refusal: RuleBroken | None = None


def in_force(book: Book) -> Catalogue | None:
    """Return the catalogue in force, None in a book that has none yet."""
    try:
        return book.catalogue()
    except BookRefused as refused:
        if refused.code != "no_catalogue":
            raise
        return None


def refuse_others(book: Book, desk: Desk) -> None:
    """Refuse whoever may not import: after the first, editions are the bureau's, and reach others by its package.

    Raises RuleBroken `right_missing` (what, role, roles) or `catalogue_of_bureau` (unit).
    """
    now = in_force(book)
    if now is None:
        return
    rights.refuse(Right.IMPORT_CATALOGUE, desk)
    unit = now.units.get(book.unit)
    if unit is None or unit.kind != UnitKind.BUREAU:
        raise RuleBroken("catalogue_of_bureau", unit=book.unit)


def refuse_out_of_order(book: Book, handed: Handed) -> bool:
    """Return whether the edition is new to the book.

    Raises InputRefused `edition_exists` when another content has this number, `edition_not_later` when it would come
    before the edition in force: it would change nothing today, and the past in silence.
    """
    source, now = handed.source(), in_force(book)
    if any(one.device == device_of(source) for one in book.entries()):
        return False
    if now is not None:
        if source.version == now.edition.id:
            raise InputRefused("edition_exists", version=source.version)
        if (source.from_day, source.version) < (now.edition.from_day, now.edition.id):
            day, first = source.from_day.isoformat(), now.edition.from_day.isoformat()
            raise InputRefused("edition_not_later", version=source.version, day=day, now=now.edition.id, first=first)
    return True


def bring_in(book: Book, handed: Handed, desk: Desk) -> Brought:
    """Import an edition that is fit. Doing it again changes nothing but carries over what is still open.

    Raises what `refuse_others` and `refuse_out_of_order` raise, BookRefused where no backup can be made.
    """
    refuse_others(book, desk)
    source = handed.source()
    if refuse_out_of_order(book, handed) and in_force(book) is not None:
        book.backup()
    done = book.merge(entries_of(source), "catalogue")
    carried, refusal = _carry_over(book, source.version, desk)
    return Brought(source.version, source.from_day, bool(done.new), carried, refusal)


def carry_on(book: Book, desk: Desk) -> int:
    """Carry states over for an edition that was imported ahead of its first day, once that day has come.

    Return to how many actions; 0 where it was done before, or nothing is open. It is done once: who takes it back
    meant it. Raises RuleBroken for anybody but the bureau.
    """
    now = in_force(book)
    if now is None or book.kept(_CARRIED, now.edition.id) or not any(one.came_from for one in now.actions.values()):
        return 0
    carried, refusal = _carry_over(book, now.edition.id, desk)
    if refusal is not None:
        raise refusal
    return carried or 0


def _carry_over(book: Book, version: str, desk: Desk) -> tuple[int | None, RuleBroken | None]:
    """Carry states over once the edition is in force: before its first day nobody works with its actions."""
    now = in_force(book)
    if now is None or now.edition.id != version or not any(one.came_from for one in now.actions.values()):
        return None, None
    try:
        carried = len(book.do(CarryOver(), desk).stamps)
    except RuleBroken as refused:
        return None, refused
    book.keep(_CARRIED, version, "1")
    return carried, None
