"""The moves of a commitment's state: who may make them and what they ask for (`status_transitions.csv`)."""

import csv
from dataclasses import dataclass
from functools import cache

from desktop import paths
from desktop.models.vocabulary import Need, Role, Status


@dataclass(frozen=True, slots=True)
class MoveRule:
    """One allowed move. Who is not in `roles` may not make it; what is in `needs` has to come with it."""

    origin: Status
    to: Status
    roles: frozenset[Role]
    needs: frozenset[Need]
    label_zh: str
    label_en: str


def _rule(row: dict[str, str]) -> MoveRule:
    return MoveRule(
        Status(row["from"]),
        Status(row["to"]),
        frozenset(Role(role) for role in row["roles"].split(";")),
        frozenset(Need(need) for need in row["needs"].split(";") if need),
        row["label_zh"],
        row["label_en"],
    )


@cache
def all_moves() -> tuple[MoveRule, ...]:
    """Return every move in the order of the file."""
    with (paths.resources() / "catalogue" / "status_transitions.csv").open(encoding="utf-8", newline="") as file:
        return tuple(_rule(row) for row in csv.DictReader(file))


def moves_from(status: Status) -> tuple[MoveRule, ...]:
    """Return the moves that lead out of a state, whoever may make them."""
    return tuple(rule for rule in all_moves() if rule.origin is status)


def find(origin: Status, to: Status) -> MoveRule | None:
    """Return the move between two states, None where there is none."""
    return next((rule for rule in moves_from(origin) if rule.to is to), None)
