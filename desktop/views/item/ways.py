"""What may be done with one commitment now, by whom, and what each deed asks for. No Qt."""

from dataclasses import dataclass
from enum import StrEnum

from desktop import texts
from desktop.i18n import _
from desktop.models.commitment import Commitment
from desktop.models.rules import MoveRule, find, moves_from
from desktop.models.vocabulary import Need, Role, Status
from desktop.views.wish import who


class Deed(StrEnum):
    """The deeds of the panel."""

    MOVE = "move"
    NOTE = "note"
    DUE = "due"
    OFFICER = "officer"
    PROPOSE = "propose"
    DECLINE = "decline"


@dataclass(frozen=True, slots=True)
class Way:
    """A move out of the present state: its name, and why it may not be made (empty when it may)."""

    rule: MoveRule
    label: str
    barred: str

    @property
    def open(self) -> bool:
        """Whether the person at the desk may make it."""
        return not self.barred


def ways_out(status: Status, role: Role) -> list[Way]:
    """Return every move out of a state, those that this role may make first."""
    found = [Way(rule, texts.label(rule), _barred(rule, role)) for rule in moves_from(status)]
    return sorted(found, key=lambda way: bool(way.barred))


def _barred(rule: MoveRule, role: Role) -> str:
    return "" if role in rule.roles else _("for {roles}").format(roles=who(rule.roles))


@dataclass(frozen=True, slots=True)
class Asked:
    """What a deed asks for: the fields to show, and those that must be filled."""

    deed: Deed
    commitments: tuple[str, ...]
    title: str
    to: Status | None = None
    seen: Status | None = None
    required: frozenset[Need] = frozenset()
    offered: frozenset[Need] = frozenset()

    @property
    def fields(self) -> frozenset[Need]:
        """All fields of the form."""
        return self.required | self.offered


def asked_for_move(commitments: tuple[str, ...], origins: frozenset[Status], to: Status) -> Asked:
    """Return what a move of these commitments, now in these states, asks for: the needs of all its moves together."""
    rules = [rule for origin in origins if (rule := find(origin, to)) is not None]
    needs = frozenset[Need]().union(*(rule.needs for rule in rules))
    label = texts.label(rules[0]) if len(rules) == 1 else texts.status(to)
    offered = {Need.NOTE} if needs <= {Need.EVIDENCE} else set[Need]()
    seen = next(iter(origins)) if len(origins) == 1 else None
    return Asked(Deed.MOVE, commitments, label, to, seen, needs, frozenset(offered))


def asked_for(deed: Deed, commitment: Commitment) -> Asked:
    """Return what another deed on one commitment asks for."""
    one = (commitment.id,)
    both = frozenset({Need.NOTE, Need.EVIDENCE})
    forms = {
        Deed.NOTE: Asked(deed, one, _("Note or evidence"), offered=both),
        Deed.DUE: Asked(
            deed,
            one,
            _("Move the due date") if commitment.due_on else _("Set the due date"),
            required=frozenset({Need.DEADLINE, *([Need.REASON] if commitment.due_on else [])}),
        ),
        Deed.PROPOSE: Asked(deed, one, _("Propose as not applicable"), required=frozenset({Need.REASON})),
        Deed.DECLINE: Asked(deed, one, _("Decline the proposal"), required=frozenset({Need.REASON})),
        Deed.OFFICER: Asked(deed, one, _("Name the officer"), offered=frozenset({Need.NOTE})),
    }
    return forms[deed]


def other_deeds(commitment: Commitment, role: Role) -> list[tuple[Deed, str]]:
    """Return the deeds beside the moves that this role may do, with their names."""
    deeds = [(Deed.NOTE, _("Note or evidence…")), (Deed.OFFICER, _("Officer…"))]
    if not commitment.due_on:
        deeds.append((Deed.DUE, _("Set the due date…")))
    elif role is not Role.CLERK:
        deeds.append((Deed.DUE, _("Move the due date…")))
    if role is Role.CHIEF and not commitment.proposal and find(commitment.status, Status.NOT_APPLICABLE):
        deeds.append((Deed.PROPOSE, _("Propose as not applicable…")))
    if role is Role.BUREAU and commitment.proposal:
        deeds.append((Deed.DECLINE, _("Decline the proposal…")))
    return deeds
