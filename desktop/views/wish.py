"""From a key to a deed: which of the chosen commitments may be moved here and now, which not and why. No Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop import texts
from desktop.i18n import _
from desktop.models.board import Cell
from desktop.models.rules import MoveRule, find
from desktop.models.vocabulary import Need, Role, Status
from desktop.views.window_name import short

_NAMED = 3
FEW = 100
"""Commitments up to which a change that all of them may make is not shown before it is made."""


@dataclass(frozen=True, slots=True)
class Part:
    """Commitments that go to one state; `to` is None where it is said of them that nothing changed."""

    to: Status | None
    commitments: tuple[str, ...]
    origins: frozenset[Status]


@dataclass(frozen=True, slots=True)
class Left:
    """What stays as it is, and why. `names` are some of them in words; `is_quiet` where nobody need be told first."""

    why: str
    number: int
    names: str = ""
    is_quiet: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """A change that may be made: its parts, what they need together, and what of the chosen is left out."""

    parts: tuple[Part, ...]
    needs: frozenset[Need]
    left: tuple[Left, ...] = ()
    is_first_seen: bool = False
    """Whether it is shown before it is done however few it changes."""

    @property
    def commitments(self) -> tuple[str, ...]:
        """Everything that would change."""
        return tuple(key for part in self.parts for key in part.commitments)

    @property
    def number(self) -> int:
        """How many would change."""
        return sum(len(part.commitments) for part in self.parts)

    @property
    def wants_a_look(self) -> bool:
        """Whether the person is to see first what would change: many, several states at once, or some left out."""
        return (
            self.is_first_seen or self.number > FEW or len(self.parts) > 1 or any(not one.is_quiet for one in self.left)
        )


@dataclass(frozen=True, slots=True)
class Unfit:
    """Why a change may not be made at all, as a sentence."""

    sentence: str


Scope = frozenset[str] | None
"""The ids of the units whose windows this book may change; None where there is no book yet."""


def weigh(cells: Sequence[Cell], to: Status, role: Role, scope: Scope = None) -> Wish | Unfit:
    """Weigh a move of all these commitments to one state; see `weigh_each`."""
    return weigh_each([(cell, to) for cell in cells], role, scope)


def weigh_each(
    wanted: Sequence[tuple[Cell, Status]], role: Role, scope: Scope = None, left: Iterable[Left] = ()
) -> Wish | Unfit:
    """Weigh moves of commitments, each to a state of its own, by one person.

    What may not be made is grouped by the reason (`status_transitions.csv`, another unit's window). The answer is
    `Unfit` when nothing is left to be done. `left` are reasons that were found before.
    """
    if not wanted and not left:
        return Unfit(_("Nothing is chosen here."))
    wish = sorted_out(wanted, role, scope, left)
    return wish if wish.parts else Unfit(_none_may(wish.left))


def sorted_out(
    wanted: Sequence[tuple[Cell, Status]], role: Role, scope: Scope = None, left: Iterable[Left] = ()
) -> Wish:
    """Sort moves into what may be done and what is left out; see `weigh_each`. The wish may have no part at all."""
    moving: dict[Status, list[Cell]] = {}
    staying: dict[tuple[str, bool], list[Cell]] = {}
    rules: set[MoveRule] = set()
    for (origin, to, unit), cells in _alike(wanted).items():
        is_foreign = scope is not None and unit not in scope
        rule, why = find(origin, to), _other_unit() if is_foreign else _against(origin, to, role)
        if rule is not None and not why:
            moving.setdefault(to, []).extend(cells)
            rules.add(rule)
        else:
            staying.setdefault((why or _already(to), not why), []).extend(cells)
    groups = (*left, *(Left(why, len(cells), _named(cells), quiet) for (why, quiet), cells in staying.items()))
    needs = frozenset[Need]().union(*(rule.needs for rule in rules))
    return Wish(tuple(_part(to, cells) for to, cells in moving.items()), needs, groups)


def weigh_unchanged(cells: Sequence[Cell], scope: Scope = None) -> Wish | Unfit:
    """Weigh saying of all these commitments that nothing changed."""
    mine = [cell for cell in cells if scope is None or cell.window.unit in scope]
    foreign = [cell for cell in cells if scope is not None and cell.window.unit not in scope]
    left = (Left(_other_unit(), len(foreign), _named(foreign)),) if foreign else ()
    if not mine:
        return Unfit(_none_may(left) if foreign else _("Nothing is chosen here."))
    return Wish((_part(None, mine),), frozenset(), left)


def _alike(wanted: Sequence[tuple[Cell, Status]]) -> dict[tuple[Status, Status, str], list[Cell]]:
    found: dict[tuple[Status, Status, str], list[Cell]] = {}
    for cell, to in wanted:
        found.setdefault((cell.status, to, cell.window.unit), []).append(cell)
    return found


def _part(to: Status | None, cells: Sequence[Cell]) -> Part:
    return Part(to, tuple(cell.id for cell in cells), frozenset(cell.status for cell in cells))


def _against(origin: Status, to: Status, role: Role) -> str:
    """Return why a move may not be made, empty where it may or where there is nothing to move."""
    if origin is to:
        return ""
    rule = find(origin, to)
    if rule is None:
        return _("From {origin} there is no move to {to}. {ways}").format(
            origin=texts.status(origin), to=texts.status(to), ways=ways(origin)
        )
    if role in rule.roles:
        return ""
    if to is Status.NOT_APPLICABLE and role is Role.CHIEF:
        return _("“{to}” is for {roles} to set; a chief can propose it in the panel under More.").format(
            to=texts.status(to), roles=who(rule.roles)
        )
    return _("“{to}” is for {roles} to set.").format(to=texts.status(to), roles=who(rule.roles))


def _already(to: Status) -> str:
    return _("This is already {status}.").format(status=texts.status(to))


def _other_unit() -> str:
    return _("A window of another unit: only that unit and those above it can change it.")


def _none_may(left: Sequence[Left]) -> str:
    """Return why nothing may be done: the reason alone, or each reason with its number where there are several."""
    if len(left) == 1 and left[0].number == 1:
        return left[0].why
    if len(left) == 1:
        return _("None of the {n}: {why}").format(n=left[0].number, why=left[0].why)
    parts = [_("{n}: {why}").format(n=one.number, why=one.why) for one in left[:_NAMED]]
    return _("None of the {n} can be changed. {reasons}").format(
        n=sum(one.number for one in left), reasons="\n".join(parts)
    )


def _named(cells: Sequence[Cell]) -> str:
    names = [
        _("{code} at {window}").format(code=cell.action.code, window=short(texts.title(cell.window)))
        for cell in cells[:_NAMED]
    ]
    return some(names, len(cells))


def some(names: Sequence[str], number: int) -> str:
    """Return names in one line, of which more may stand behind: `number` in all."""
    listed = _("; ").join(names)
    return _("{names} and {n} more").format(names=listed, n=number - len(names)) if number > len(names) else listed


def who(roles: frozenset[Role]) -> str:
    """Return roles in words, lowest first."""
    return _(" or ").join(texts.role(role) for role in Role if role in roles)


def ways(origin: Status) -> str:
    """Return to which states a state can go, as a sentence."""
    found = [texts.status(to) for to in Status if find(origin, to)]
    return _("It can go to: {states}.").format(states=_(", ").join(found)) if found else _("It goes nowhere.")
