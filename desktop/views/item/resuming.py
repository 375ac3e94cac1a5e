"""From a form kept before a power cut to what may be asked for now. No Qt."""

from collections.abc import Callable

from desktop.i18n import _
from desktop.models.board import Cell
from desktop.models.commitment import Commitment
from desktop.models.vocabulary import Role, Status
from desktop.views.item.ways import Asked, Deed, asked_for, asked_for_note, asked_for_wish
from desktop.views.unfinished import Unfinished
from desktop.views.wish import Scope, Unfit, weigh_each, weigh_unchanged

Finder = Callable[[str], Cell | None]


def resumed(kept: Unfinished, find: Finder, role: Role, scope: Scope, commitment: Commitment | None) -> Asked | Unfit:
    """Return what the kept form asks for as things stand now, or why it can be filled no longer."""
    cells = {key: cell for key in kept.commitments if (cell := find(key)) is not None}
    if kept.deed not in tuple(Deed) or not cells:
        return _gone()
    deed = Deed(kept.deed)
    if deed is Deed.MOVE:
        wanted = [(cells[key], Status(to)) for to, keys in kept.to.items() for key in keys if key in cells]
        wish = weigh_each(wanted, role, scope)
        return wish if isinstance(wish, Unfit) else asked_for_wish(wish)
    if deed is Deed.UNCHANGED:
        wish = weigh_unchanged(tuple(cells.values()), scope)
        return wish if isinstance(wish, Unfit) else asked_for_wish(wish)
    if deed is Deed.NOTE:
        return asked_for_note(tuple(cells))
    return asked_for(deed, commitment) if commitment is not None else _gone()


def _gone() -> Unfit:
    return Unfit(_("What this form was for is no longer there."))
