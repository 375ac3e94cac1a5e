"""What a state means, how it counts, who may set it and what that needs, in words. No Qt."""

from dataclasses import dataclass

from desktop import texts
from desktop.i18n import _, mark
from desktop.models.rules import MoveRule, all_moves
from desktop.models.vocabulary import Need, Status
from desktop.views.wish import who

_COUNTS = {
    Status.IN_PLACE: mark("Counts in the in-place rate, not yet in the verified rate."),
    Status.VERIFIED: mark("Counts in both rates."),
    Status.NOT_APPLICABLE: mark("Left out of both rates; counted apart."),
}
_OPEN = mark("Counts in neither rate.")


@dataclass(frozen=True, slots=True)
class StateWords:
    """The help on one state; `ways` says for each move that leads to it from where, by whom, and with what."""

    state: Status
    name: str
    meaning: str
    counts: str
    ways: tuple[str, ...]

    @property
    def whole(self) -> str:
        """Everything in one text, for readers."""
        return "\n".join((self.name, self.meaning, self.counts, *self.ways))


def about(state: Status) -> StateWords:
    """Return the help on a state (`status.csv`, `status_transitions.csv`)."""
    ways = tuple(_way(rule) for rule in all_moves() if rule.to is state)
    return StateWords(
        state, texts.status_in_full(state), texts.meaning(state), _(_COUNTS.get(state, _OPEN)),
        ways or (_("Every action begins so at every window it applies to."),),
    )  # fmt: skip


def _way(rule: MoveRule) -> str:
    needs = _(", ").join(texts.need(need) for need in Need if need in rule.needs)
    return _("From {origin}: {label}. By {roles}; needs {needs}.").format(
        origin=texts.status(rule.origin), label=texts.label(rule), roles=who(rule.roles), needs=needs or "—"
    )
