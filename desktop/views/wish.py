"""From a key to a deed: whether a move of some commitments may be made here and now, and what it needs. No Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from desktop import texts
from desktop.i18n import _
from desktop.models.board import Cell
from desktop.models.rules import find
from desktop.models.vocabulary import Need, Role, Status

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Wish:
    """A move that may be made: of which commitments, to which state, and what it still needs."""

    commitments: tuple[str, ...]
    to: Status
    needs: frozenset[Need]


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a move may not be made, as a sentence."""

    sentence: str


def weigh(cells: Sequence[Cell], to: Status, role: Role) -> Wish | Unfit:
    """Weigh a move of all these commitments by one person. Those already in the state are left out.

    The answer is `Unfit`, naming the first few in the way, when there is no such move from one of them, or when it is
    another role's (`status_transitions.csv`).
    """
    moving = [cell for cell in cells if cell.status is not to]
    if not cells:
        return Unfit(_("Nothing is chosen here."))
    if not moving:
        return Unfit(_("This is already {status}.").format(status=texts.status(to)))
    rules = [(cell, find(cell.status, to)) for cell in moving]
    without = [cell for cell, rule in rules if rule is None]
    if without:
        return Unfit(_no_such_move(without, len(cells), to))
    foreign = [cell for cell, rule in rules if rule is not None and role not in rule.roles]
    if foreign:
        return Unfit(_not_yours(foreign, len(cells), to))
    needs = frozenset[Need]().union(*(rule.needs for _cell, rule in rules if rule is not None))
    return Wish(tuple(cell.id for cell in moving), to, needs)


def _named(cells: Sequence[Cell]) -> str:
    def name(cell: Cell) -> str:
        return _("{code} at {window} ({status})").format(
            code=cell.action.code, window=texts.title(cell.window), status=texts.status(cell.status)
        )

    return _some(cells, name)


def _some(cells: Sequence[Cell], name: Callable[[Cell], str]) -> str:
    listed = _("; ").join(map(name, cells[:_NAMED]))
    return _("{names} and {n} more").format(names=listed, n=len(cells) - _NAMED) if len(cells) > _NAMED else listed


def _no_such_move(unfit: Sequence[Cell], number: int, to: Status) -> str:
    if number == 1:
        return _("From {origin} there is no move to {to}. {ways}").format(
            origin=texts.status(unfit[0].status), to=texts.status(to), ways=ways(unfit[0].status)
        )
    return _("{n} of {all} cannot become {to}: {names}. Nothing was changed.").format(
        n=len(unfit), all=number, to=texts.status(to), names=_named(unfit)
    )


def _not_yours(unfit: Sequence[Cell], number: int, to: Status) -> str:
    rule = find(unfit[0].status, to)
    roles = who(rule.roles) if rule else ""
    if number == 1:
        return _("“{to}” is for {roles} to set.").format(to=texts.status(to), roles=roles)
    return _("“{to}” is for {roles} to set: {names}. Nothing was changed.").format(
        to=texts.status(to), roles=roles, names=_named(unfit)
    )


def who(roles: frozenset[Role]) -> str:
    """Return roles in words, lowest first."""
    return _(" or ").join(texts.role(role) for role in Role if role in roles)


def ways(origin: Status) -> str:
    """Return to which states a state can go, as a sentence."""
    found = [texts.status(to) for to in Status if find(origin, to)]
    return _("It can go to: {states}.").format(states=_(", ").join(found)) if found else _("It goes nowhere.")
