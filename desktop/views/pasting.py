"""From a pasted block to moves: which words are states, which are not and what would be right. No Qt."""

from collections.abc import Sequence
from dataclasses import replace

from desktop.i18n import _
from desktop.models.board import Cell
from desktop.models.vocabulary import Role, Status
from desktop.views import said_states
from desktop.views.table_of import Landing
from desktop.views.wish import Left, Scope, Unfit, Wish, some, weigh_each

_NAMED = 12


def weigh_pasted(landings: Sequence[Landing], role: Role, scope: Scope) -> Wish | Unfit:
    """Weigh the moves that a pasted block asks for; an empty cell asks for nothing.

    The wish is always shown before it is done. Words that are no state, and words that fall beside the table, are left
    out and named by their place.
    """
    wanted: dict[str, tuple[Cell, Status]] = {}
    unknown: dict[str, list[str]] = {}
    beside: list[str] = []
    for one in landings:
        to = said_states.meant(one.word)
        if not one.word.strip():
            continue
        if to is None:
            unknown.setdefault(one.word.strip(), []).append(one.place)
        elif one.cell is None:
            beside.append(one.place)
        else:
            wanted[one.cell.id] = (one.cell, to)
    left = [_unknown(word, places) for word, places in unknown.items()]
    if beside:
        why = _("Nothing stands there: beside the table, or not a matter of this window.")
        left.append(Left(why, len(beside), some(beside[:_NAMED], len(beside))))
    if not wanted and not left:
        return Unfit(_("What was copied is empty."))
    wish = weigh_each(tuple(wanted.values()), role, scope, left)
    return wish if isinstance(wish, Unfit) else replace(wish, is_first_seen=True)


def _unknown(word: str, places: Sequence[str]) -> Left:
    why = _("“{word}” is no state. {right}").format(word=word[:40], right=said_states.right(word))
    return Left(why, len(places), some(places[:_NAMED], len(places)))
