"""Registering a request at the counter: its number, what is asked, and from when its clock runs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from desktop.commands import requests_checks
from desktop.models import request_clock, request_numbers
from desktop.models.catalogue import ServiceAction
from desktop.models.clock import BEIJING
from desktop.models.desk import Desk
from desktop.models.dialects import cursor_of
from desktop.models.draft import Draft
from desktop.models.reader import Reader
from desktop.models.refusals import RuleBroken
from desktop.models.request_clock import Running
from desktop.models.request_numbers import Numbered
from desktop.models.request_rules import Applicant, Channel, RequestStatus

_AT_ONCE = frozenset({"receipt", "request"})
"""Values of an action's `clock_from` by which time runs from the registration; by any other, from the acceptance."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked for, where and how: never by whom, which is the private file's."""

    action: str
    window: str
    channel: Channel = Channel.COUNTER
    applicant: Applicant = Applicant.PERSON


@dataclass(frozen=True, slots=True)
class RegisterRequest:
    """Take a request in and give it a number. Citizens' words are handed to `Book.register` beside it.

    `token` is drawn by the form when it opens: a second click with the same one is refused, so that one case never gets
    two numbers. `at` enters a case of earlier today or of a day before, from paper.
    """

    action: str
    window: str
    channel: Channel = Channel.COUNTER
    applicant: Applicant = Applicant.PERSON
    follows: str = ""
    token: str = ""
    at: datetime | None = None

    kind = "request"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken `registered_already` (id, number) for a second click."""
        requests_checks.refuse_others(desk)
        at = self._registered_at(reader)
        _refuse_twice(reader, self.window, self.token)
        asked = Asked(self.action, self.window, self.channel, self.applicant)
        extra: dict[str, str | None] = {"token": self.token or None}
        if self.follows:
            extra["follows"] = requests_checks.standing(reader, desk, self.follows).id
        (new,) = numbered(reader, self.window, at)
        return [Draft(requests_checks.changes(new.id, born(reader, desk, asked, new, at) | extra), day_of(at))]

    def _registered_at(self, reader: Reader) -> str:
        at = request_clock.minute(self.at or reader.now)
        if at > request_clock.minute(reader.now):
            raise RuleBroken("future_day", day=at.replace("T", " "), today=reader.today)
        return at


_CLICKED = "SELECT id, number FROM request WHERE window = :window AND registered_at >= :since AND token = :token"


def _refuse_twice(reader: Reader, window: str, token: str) -> None:
    # A form does not stand open for longer than this, and the index over window and time keeps the search short.
    since = date.fromordinal(reader.today.toordinal() - 2).isoformat()
    asked = {"window": window, "since": since, "token": token}
    row = cursor_of(reader.connection).execute(_CLICKED, asked).fetchone() if token else None
    if row is not None:
        raise RuleBroken("registered_already", id=row[0], number=row[1])


def day_of(at: str) -> date:
    """Return the day of a field's minute."""
    return datetime.fromisoformat(at).replace(tzinfo=BEIJING).date()


def numbered(reader: Reader, window: str, at: str, count: int = 1) -> list[Numbered]:
    """Return the next free numbers of this computer at a window."""
    return request_numbers.following(cursor_of(reader.connection), window, day_of(at), reader.counter(), count)


def born(reader: Reader, desk: Desk, asked: Asked, new: Numbered, at: str) -> dict[str, str | None]:
    """Return the fields of a new request. Raises RuleBroken or InputRefused where it cannot be registered there."""
    window = requests_checks.open_window(reader, desk, asked.window)
    action = requests_checks.action_at(reader, asked.action, window)
    return {
        "number": new.number,
        "action": action.id,
        "window": window.id,
        "matter": action.title_zh,
        "channel": requests_checks.one_of(asked.channel, tuple(Channel), "channel"),
        "applicant": requests_checks.one_of(asked.applicant, tuple(Applicant), "applicant"),
        "status": RequestStatus.REGISTERED,
        "registered_at": at,
        **_clock(reader, action, at),
    }


def _clock(reader: Reader, action: ServiceAction, at: str) -> dict[str, str | None]:
    """Return the limits as they are promised today, so that a later edition moves nobody's day."""
    promise = request_clock.limit(action.promise_value, action.promise_unit)
    legal = request_clock.limit(action.legal_value, action.legal_unit)
    fields: dict[str, str | None] = {"promise": promise or None, "legal": legal or None}
    if action.clock_from in _AT_ONCE:
        fields["started_at"] = at
        fields |= request_clock.due(Running(at, promise, legal), reader.calendar())._asdict()
    return fields
