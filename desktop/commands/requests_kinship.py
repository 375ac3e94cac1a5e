"""Requests that come out of others: taken up again, split, merged. None of this is a state of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop.commands import requests_checks
from desktop.commands.requests import Asked, born, day_of, numbered
from desktop.commands.requests_checks import Standing
from desktop.models import plain_text, request_clock, request_rules
from desktop.models.desk import Desk
from desktop.models.draft import Change, Draft
from desktop.models.reader import Reader
from desktop.models.refusals import RuleBroken
from desktop.models.request_rules import Applicant, Channel, Ticking


def _asked(one: Standing, action: str, window: str) -> Asked:
    return Asked(action, window, Channel(one.fields["channel"]), Applicant(one.fields["applicant"]))


def _reason(words: str, key: str) -> str:
    reason = plain_text.note(words)
    if not plain_text.says_something(reason):
        raise RuleBroken("needs_reason", id=key)
    return reason


@dataclass(frozen=True, slots=True)
class ReopenRequest:
    """Take up an ended request again as a new one with a clock of its own, which follows the old one."""

    request: str
    reason: str

    kind = "request_reopen"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken `request_not_ended` while the old one still goes on."""
        requests_checks.refuse_others(desk)
        one = requests_checks.standing(reader, desk, self.request)
        reason = _reason(self.reason, one.id)
        if request_rules.ticking(one.status) is not Ticking.ENDED:
            raise RuleBroken("request_not_ended", id=one.id, status=one.status)
        at, window = request_clock.minute(reader.now), one.fields["window"]
        (new,) = numbered(reader, window, at)
        fields = born(reader, desk, _asked(one, one.fields["action"], window), new, at) | {"follows": one.id}
        return [Draft(requests_checks.changes(new.id, fields), day_of(at), reason=reason)]


@dataclass(frozen=True, slots=True)
class SplitRequest:
    """Take several matters out of one request: each gets a number of its own; the first goes on as it is.

    `parts` are pairs of action and window.
    """

    request: str
    parts: tuple[tuple[str, str], ...]
    reason: str

    kind = "request_split"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft over all parts. Raises RuleBroken `request_ended` where nothing goes on any more."""
        requests_checks.refuse_others(desk)
        one = requests_checks.standing(reader, desk, self.request)
        reason = _reason(self.reason, one.id)
        refuse_ended(one)
        if not self.parts:
            raise RuleBroken("nothing_chosen")
        at = request_clock.minute(reader.now)
        changes: list[Change] = []
        for window in dict.fromkeys(window for _action, window in self.parts):
            actions = [action for action, at_window in self.parts if at_window == window]
            for action, new in zip(actions, numbered(reader, window, at, len(actions)), strict=True):
                fields = born(reader, desk, _asked(one, action, window), new, at) | {"part_of": one.id}
                changes += requests_checks.changes(new.id, fields)
        return [Draft(tuple(changes), day_of(at), reason=reason)]


@dataclass(frozen=True, slots=True)
class MergeRequests:
    """Say that requests are the same as another: they go on in it and leave the counts."""

    requests: tuple[str, ...]
    into: str
    reason: str

    kind = "request_merge"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken `request_ended`, `merged_with_itself`."""
        requests_checks.refuse_others(desk)
        kept = requests_checks.standing(reader, desk, self.into)
        found = requests_checks.several(reader, desk, self.requests)
        reason = _reason(self.reason, kept.id)
        for one in found:
            refuse_ended(one)
            if one.id == kept.id:
                raise RuleBroken("merged_with_itself", id=one.id)
            _refuse_holding(reader, one)
        changes = [change for one in found for change in requests_checks.changes(one.id, {"same_as": kept.id})]
        return [Draft(tuple(changes), reason=reason)]


def refuse_ended(one: Standing) -> None:
    """Refuse a request that does not go on any more. Raises RuleBroken `request_ended`."""
    if request_rules.ticking(one.status) in {Ticking.ENDED, Ticking.RECTIFYING}:
        raise RuleBroken("request_ended", id=one.id, status=one.status)


_HOLDS = "SELECT id FROM request WHERE same_as = :id LIMIT 1"


def _refuse_holding(reader: Reader, one: Standing) -> None:
    """Refuse to merge away a request into which others were merged: they would hang on one that counts no more."""
    held = reader.rows(_HOLDS, id=one.id)
    if held:
        raise RuleBroken("request_holds_others", id=one.id, other=held[0][0])
