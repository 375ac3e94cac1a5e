"""The story of a commitment in words: who did what on which day, and what became of it. No Qt."""

from desktop import texts
from desktop.i18n import _
from desktop.models.history import Changed, Told
from desktop.models.vocabulary import Status
from desktop.views import told_words
from desktop.views.passage import Passage

_SILENT = frozenset({"noted_on", "evidence_on"})


def passage(told: Told) -> Passage[Status]:
    """Return one entry in words."""
    status = next((Status(c.after) for c in told.changes if c.field == "status" and c.after), None)
    changes = sorted(told.changes, key=lambda change: change.field != "status")
    if status is not None:
        changes = [change for change in changes if change.field != "proposal"]
    deeds = [said for change in changes if (said := _change(change))]
    words: list[str] = []
    if told.reason:
        words.append(_("Reason: {text}").format(text=told.reason))
    if told.note:
        words.append(told.note)
    return Passage(
        told_words.when(told), told_words.by(told), status, _("; ").join(deeds) or _bare(told),
        tuple(words), tuple(told_words.flags(told)), told.undone, told.evidence,
    )  # fmt: skip


def _bare(told: Told) -> str:
    if told.evidence:
        return _("Evidence attached")
    return _("Note")


def _change(change: Changed) -> str:
    before, after = change.before, change.after
    if change.field in _SILENT:
        return ""
    if change.field == "status":
        origin = texts.status(Status(before)) if before else texts.status(Status.NOT_STARTED)
        return f"{origin} → {texts.status(Status(after)) if after else texts.status(Status.NOT_STARTED)}"
    if change.field == "confirmed_on":
        return _("Confirmed unchanged")
    if change.field == "proposal":
        return _("Proposed as not applicable") if after else _("Proposal closed")
    none = _("none")
    label = {"due_on": _("Due date"), "officer": _("Officer")}.get(change.field, change.field)
    return _("{label}: {before} → {after}").format(label=label, before=before or none, after=after or none)
