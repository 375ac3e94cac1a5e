"""What only some roles may do, beside the moves of `status_transitions.csv`: one table for screen and command line."""

from collections.abc import Mapping
from enum import StrEnum

from desktop.models.desk import Desk
from desktop.models.refusals import RuleBroken
from desktop.models.vocabulary import Role


class Right(StrEnum):
    """The deeds that are not for everybody."""

    EDIT_OFFICE = "edit_office"
    IMPORT_CATALOGUE = "import_catalogue"
    TAKE_OVER = "take_over"
    RESTORE = "restore"
    SETTLE = "settle"
    OFFICERS = "officers"
    ENCRYPT = "encrypt"
    RECTIFY = "rectify"
    PURGE = "purge"


_BUREAU = frozenset({Role.BUREAU})
_HEADS = frozenset({Role.CHIEF, Role.BUREAU})
HOLDERS: Mapping[Right, frozenset[Role]] = {
    Right.EDIT_OFFICE: _BUREAU,
    Right.IMPORT_CATALOGUE: _BUREAU,
    Right.TAKE_OVER: _HEADS,
    Right.RESTORE: _HEADS,
    Right.SETTLE: _HEADS,
    Right.OFFICERS: _HEADS,
    Right.ENCRYPT: _HEADS,
    Right.RECTIFY: _HEADS,
    Right.PURGE: _HEADS,
}


def has(role: Role, right: Right) -> bool:
    """Tell whether a role has a right."""
    return role in HOLDERS[right]


def missing(role: Role, right: Right) -> RuleBroken | None:
    """Return the refusal for a role without this right, None where it has it."""
    if has(role, right):
        return None
    return RuleBroken("right_missing", what=right.value, role=role, roles=tuple(sorted(HOLDERS[right])))


def refuse(right: Right, desk: Desk) -> None:
    """Raise RuleBroken `right_missing` (what, role, roles) unless the person at the desk has a right."""
    refusal = missing(desk.role, right)
    if refusal is not None:
        raise refusal
