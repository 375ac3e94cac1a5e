"""What may be done with one commitment now, by whom, and what each deed asks for. No Qt."""

from dataclasses import dataclass
from enum import StrEnum

from desktop import texts
from desktop.i18n import _
from desktop.models.commitment import Commitment
from desktop.models.rules import MoveRule, find, moves_from
from desktop.models.vocabulary import Need, Role, Status
from desktop.views.wish import Left, Part, Wish, who


class Deed(StrEnum):
    """The deeds of the panel."""

    MOVE = "move"
    UNCHANGED = "unchanged"
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
    """What a deed asks for: the fields to show, and those that must be filled.

    `parts` are the commitments by the state to which they go; `left` what is left out and why, shown before the fields
    where `looks`.
    """

    deed: Deed
    commitments: tuple[str, ...]
    title: str
    required: frozenset[Need] = frozenset()
    offered: frozenset[Need] = frozenset()
    parts: tuple[Part, ...] = ()
    left: tuple[Left, ...] = ()
    looks: bool = False

    @property
    def fields(self) -> frozenset[Need]:
        """All fields of the form."""
        return self.required | self.offered

    @property
    def to(self) -> Status | None:
        """The state to which all go, None where there is none or several."""
        return self.parts[0].to if len(self.parts) == 1 else None

    @property
    def kind(self) -> str:
        """The kind of deed, for words used before."""
        return f"{self.deed}:{self.to or ''}"


def asked_for_wish(wish: Wish) -> Asked:
    """Return what a weighed change asks for: the needs of all its moves together."""
    if not wish.parts:
        return Asked(Deed.MOVE, (), _("Nothing can be changed"), left=wish.left, looks=True)
    to = wish.parts[0].to
    if to is None:
        return Asked(Deed.UNCHANGED, wish.commitments, _("Confirm unchanged"), parts=wish.parts, left=wish.left,
                     looks=wish.wants_a_look)  # fmt: skip
    origins = wish.parts[0].origins
    rule = find(next(iter(origins)), to) if len(origins) == 1 else None
    title = texts.label(rule) if rule else texts.status(to)
    if len(wish.parts) > 1:
        title = _("Set several states")
    offered = frozenset({Need.NOTE}) if wish.needs <= {Need.EVIDENCE} else frozenset[Need]()
    return Asked(
        Deed.MOVE, wish.commitments, title, wish.needs, offered, wish.parts, wish.left, wish.wants_a_look
    )  # fmt: skip


def asked_for_note(commitments: tuple[str, ...]) -> Asked:
    """Return what a note or evidence on these asks for."""
    return Asked(Deed.NOTE, commitments, _("Note or evidence"), offered=frozenset({Need.NOTE, Need.EVIDENCE}))


def asked_for(deed: Deed, commitment: Commitment) -> Asked:
    """Return what another deed on one commitment asks for."""
    one = (commitment.id,)
    forms = {
        Deed.NOTE: asked_for_note(one),
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
