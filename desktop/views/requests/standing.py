"""Whether anything may be done with requests at all, and what a kept form still asks for. No Qt."""

from collections.abc import Sequence
from dataclasses import replace

from desktop import texts
from desktop.i18n import _
from desktop.models import request_numbers
from desktop.models.book import Book
from desktop.models.requests import RequestRow
from desktop.models.vocabulary import Role
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.requests.draft_keeper import Kept
from desktop.views.requests.reading import in_dispute
from desktop.views.requests.ways import Asked, Do, Way, asked_for, asked_for_deed


def barred(rows: Sequence[RequestRow], focus: Focus, bridge: Bridge) -> str:
    """Return why nothing may be done with these requests; empty when something may."""
    if focus.read_only:
        return _("This is the register of today; while a past day is shown nothing can be changed.")
    if not rows:
        return _("No request is chosen here.")
    for row in rows:
        if row.same_as:
            into = request_numbers.number_of(row.same_as)
            return _("{number} was merged into {into}; go on there.").format(number=row.number, into=into)
        window = focus.board.catalogue.windows.get(row.window)
        scope = bridge.scope
        if window is not None and scope is not None and window.unit not in scope:
            unit = texts.title(focus.board.catalogue.units[window.unit])
            return _("This window is {unit}’s: only that unit and those above it can change it.").format(unit=unit)
    return ""


def bars_unmasking(row: RequestRow, is_on_file: bool, focus: Focus) -> str:  # noqa: FBT001
    """Return why a citizen cannot be shown; empty when that can be."""
    if focus.read_only:
        return _("This is the register of today; while a past day is shown nothing can be changed.")
    if focus.desk.role is Role.BUREAU:
        return _("Only the window and its unit see who asked.")
    return "" if is_on_file else _("Nothing of the applicant of {number} is on file here.").format(number=row.number)


def merging(asked: Asked, rows: Sequence[RequestRow]) -> Asked:
    """Return the merge of one request made that of several."""
    return replace(asked, requests=tuple(row.id for row in rows))


def resumed(kept: Kept, row: RequestRow, ways: Sequence[Way], book: Book) -> Asked | None:
    """Return what a kept form asks for as things stand now, None where it can be filled no longer."""
    if kept.do not in tuple(Do):
        return None
    do = Do(kept.do)
    if do in {Do.MOVE, Do.CALL}:
        way = next((one for one in ways if one.to == kept.to and one.open), None)
        return asked_for(way, [row]) if way is not None else None
    if do is Do.SETTLE and not row.disputed:
        return None
    return asked_for_deed(do, row, in_dispute(book, row) if do is Do.SETTLE else ())
