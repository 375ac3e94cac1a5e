"""From a pasted block to moves: which words are states, which are not and what would be right. No Qt."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop import texts
from desktop.i18n import _
from desktop.models.board import Cell
from desktop.models.vocabulary import Role, Status
from desktop.views import said_states
from desktop.views.table_of import Landing
from desktop.views.wish import Left, Scope, Unfit, Wish, some, sorted_out

_NAMED, _LONG = 12, 24
"""How many places are named, and how many characters of a word are shown."""


def weigh_pasted(landings: Sequence[Landing], role: Role, scope: Scope) -> Wish | Unfit:
    """Weigh the moves that a pasted block asks for; an empty cell asks for nothing.

    The wish is always shown before it is done, even where nothing of it can be done. Words that are no state, and words
    that fall beside the table, are left out and named by their place.
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
    left = [*_unknown(unknown)]
    if beside:
        why = _("Nothing stands there: beside the table, or not a matter of this window.")
        left.append(Left(why, len(beside), some(beside[:_NAMED], len(beside))))
    if not wanted and not left:
        return Unfit(_("What was copied is empty."))
    return replace(sorted_out(tuple(wanted.values()), role, scope, left), is_first_seen=True)


def _unknown(words: dict[str, list[str]]) -> Iterator[Left]:
    """Say of each word what would be right; those that are near no name stand together."""
    far: list[tuple[str, list[str]]] = []
    for word, places in words.items():
        near = said_states.nearest(word)
        if near is None:
            far.append((word, places))
            continue
        why = _("“{word}” is no state. Did you mean “{name}”?").format(word=word[:_LONG], name=texts.status(near))
        yield Left(why, len(places), some(places[:_NAMED], len(places)))
    if far:
        named = [_("“{word}”: {place}").format(word=word[:_LONG], place=one) for word, places in far for one in places]
        why = _("This is no state. Right would be: {states}.").format(states=said_states.all_names())
        yield Left(why, len(named), some(named[:_NAMED], len(named)))
