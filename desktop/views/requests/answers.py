"""What was filled into a form, and the command that it makes. No Qt."""

from dataclasses import dataclass
from datetime import date

from desktop.commands.requests_effects import NOBODY, Said
from desktop.commands.requests_kinship import MergeRequests, ReopenRequest, SplitRequest
from desktop.commands.requests_moves import CallBack, MoveRequest
from desktop.commands.settle_request import SettleRequest
from desktop.i18n import _
from desktop.models.draft import Command
from desktop.models.request_rules import RequestStatus
from desktop.views.requests.ways import Ask, Asked, Do


@dataclass(frozen=True, slots=True)
class Answers:
    """The fields of a form as they were filled in; what was not asked for is empty.

    `parts` are pairs of action and window, `choice` the state that a dispute settles on.
    """

    reason: str = ""
    notice: str = ""
    note: str = ""
    result: str = ""
    answer: str = ""
    target: str = ""
    handler: str = ""
    approval: str = ""
    extension: tuple[int, str] | None = None
    level: int | None = None
    reasons: tuple[str, ...] = ()
    way: str = "call_back"
    assignee: str = ""
    due_on: date | None = None
    into: str = ""
    parts: tuple[tuple[str, str], ...] = ()
    choice: RequestStatus | None = None

    @property
    def said(self) -> Said:
        """What a move brings with it."""
        return Said(
            self.note, self.reason, self.notice, self.target, self.handler, self.result, self.approval, self.extension,
            self.level, self.reasons, self.way, self.assignee, self.due_on, self.answer,
        )  # fmt: skip


def command(asked: Asked, given: Answers) -> Command:
    """Return the command of a form. UNMASK is none: it gives something back."""
    first = asked.requests[0]
    if asked.do is Do.MOVE and asked.to is not None:
        return MoveRequest(asked.requests, asked.to, given.said, asked.seen)
    if asked.do is Do.CALL:
        return CallBack(first, given.answer or NOBODY, given.note)
    if asked.do is Do.REOPEN:
        return ReopenRequest(first, given.reason)
    if asked.do is Do.SPLIT:
        return SplitRequest(first, given.parts, given.reason)
    if asked.do is Do.MERGE:
        return MergeRequests(asked.requests, given.into, given.reason)
    if asked.do is Do.SETTLE:
        return SettleRequest(first, given.reason, given.choice)
    raise ValueError(asked.do)


def missing(asked: Asked, given: Answers) -> tuple[Ask, str] | None:
    """Return the first field that is still empty and what to do about it; None where nothing is missing."""
    filled = {
        Ask.RESULT: given.result, Ask.CALLBACK: given.answer, Ask.CHOICE: given.choice, Ask.INTO: given.into.strip(),
        Ask.PARTS: given.parts, Ask.TARGET: given.target.strip(), Ask.HANDLER: given.handler.strip(),
        Ask.APPROVAL: given.approval.strip() and given.extension, Ask.RATING: given.level,
        Ask.ASSIGNEE: given.assignee.strip(), Ask.DEADLINE: given.due_on, Ask.REASON: given.reason.strip(),
        Ask.NOTICE: given.notice.strip(), Ask.NOTE: given.note.strip(),
    }  # fmt: skip
    found = next((one for one in asked.fields if one in asked.required and not filled[one]), None)
    return None if found is None else (found, _sentence(found))


def _sentence(one: Ask) -> str:
    return {
        Ask.RESULT: _("Choose what came of it."),
        Ask.CALLBACK: _("Choose what the applicant said."),
        Ask.CHOICE: _("Choose the state that holds."),
        Ask.INTO: _("Name the request that goes on."),
        Ask.PARTS: _("Choose at least one further matter."),
        Ask.TARGET: _("Write to whom it is passed on."),
        Ask.HANDLER: _("Name who handles it."),
        Ask.APPROVAL: _("Name who approved the extension."),
        Ask.RATING: _("Choose the level of satisfaction."),
        Ask.ASSIGNEE: _("Name who has to put it right."),
        Ask.DEADLINE: _("Choose the day."),
        Ask.REASON: _("Write the reason first."),
        Ask.NOTICE: _("Write what the applicant is told."),
        Ask.NOTE: _("Write a note first: what was done?"),
    }[one]
