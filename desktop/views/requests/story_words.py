"""The story of a request in words: who did what when, and what was said of it. No Qt."""

from collections.abc import Sequence

from desktop import texts
from desktop.i18n import _
from desktop.models.history import Changed, Told
from desktop.models.request_rules import RequestStatus
from desktop.texts import names, request_names
from desktop.views import told_words
from desktop.views.passage import Passage

_QUIET = frozenset({
    "number", "action", "window", "matter", "channel", "applicant", "registered_at", "accepted_at", "started_at",
    "closed_at", "promise", "legal", "legal_due_on", "stops", "noticed_on", "rating", "token", "calls", "called_on",
    "unmasked_on", "status",
})  # fmt: skip
"""What the state tells already, or what stands among the facts."""


def passage(told: Told) -> Passage[RequestStatus]:
    """Return one entry in words."""
    status = next((RequestStatus(c.after) for c in told.changes if c.field == "status" and c.after), None)
    words = [said for change in told.changes if (said := _change(change))]
    if told.reason:
        words.append(_("Reason: {text}").format(text=told.reason))
    if told.note:
        words.append(told.note)
    return Passage(
        told_words.when(told), told_words.by(told), status, _deed(told, status), tuple(words),
        tuple(told_words.flags(told)), told.undone,
    )  # fmt: skip


def _deed(told: Told, status: RequestStatus | None) -> str:
    before = next((c.before for c in told.changes if c.field == "status"), None)
    if status is None or not before:
        return texts.kind(told.kind)
    return f"{names.request_status(before)} → {names.request_status(status)}"


def _change(change: Changed) -> str:
    if change.field in _QUIET or not (change.before or change.after):
        return ""
    name = request_names.field(change.field)
    return _("{name}: {value}").format(name=name, value=request_names.value(change.field, change.after))


def calls(story: Sequence[Told]) -> list[Passage[RequestStatus]]:
    """Return the calls to the applicant, oldest first, those taken back left out."""
    return [
        passage(told)
        for told in story
        if not told.undone and any(one.field in {"reached", "calls"} and one.after for one in told.changes)
    ]
