"""The moves of a request: who may make them and what they ask for (`request_status.csv`, `request_transitions.csv`)."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from desktop import paths
from desktop.models.vocabulary import Role


class RequestStatus(StrEnum):
    """The fourteen states of a request (办件), in the order of `request_status.csv`."""

    REGISTERED = "registered"
    SUPPLEMENT = "supplement"
    ACCEPTED = "accepted"
    PROCESSING = "processing"
    SPECIAL = "special"
    EXTENDED = "extended"
    TRANSFERRED = "transferred"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    COMPLETED = "completed"
    CALLBACK = "callback"
    RATED = "rated"
    RECTIFYING = "rectifying"
    ARCHIVED = "archived"


class Ticking(StrEnum):
    """What the clock of a request does in a state."""

    NOT_STARTED = "not_started"
    RUNNING = "running"
    STOPPED = "stopped"
    ENDED = "ended"
    RECTIFYING = "rect_running"


class RequestNeed(StrEnum):
    """What a move asks for besides the new state. Words go into the entry, everything else into fields."""

    NOTE = "note"
    REASON = "reason"
    NOTICE = "notice"
    TARGET = "target"
    HANDLER = "handler"
    RESULT = "result"
    APPROVAL = "approval"
    RATING = "rating"
    ASSIGNEE = "assignee"
    DEADLINE = "deadline"
    CALLBACK = "callback"


class Channel(StrEnum):
    """How a request came in."""

    COUNTER = "counter"
    TELEPHONE = "telephone"
    ONLINE = "online"
    MAILBOX = "mailbox"
    LETTER = "letter"
    VISIT = "visit"


class Applicant(StrEnum):
    """Who asks: a person (群众) or a firm (企业)."""

    PERSON = "person"
    FIRM = "firm"


RESULTS = ("granted", "refused", "answered", "handled")
"""What a completed request ended in (`request_status.csv`: 准予、不予、答复、已处置)."""
CORRECTIONS = ("corrected", "explained", "unfounded")
"""What checking a bad rating ended in: put right, explained to the applicant, nothing was wrong."""
CALLS = ("satisfied", "neutral", "dissatisfied")
"""What somebody said who was reached by telephone after completion."""


@dataclass(frozen=True, slots=True)
class RequestMove:
    """One allowed move. Who is not in `roles` may not make it; what is in `needs` has to come with it."""

    origin: RequestStatus
    to: RequestStatus
    roles: frozenset[Role]
    needs: frozenset[RequestNeed]
    label_zh: str
    label_en: str

    @property
    def results(self) -> tuple[str, ...]:
        """The results of which the move asks for one, none where it asks for no result."""
        if RequestNeed.RESULT not in self.needs:
            return ()
        return {RequestStatus.COMPLETED: RESULTS, RequestStatus.CALLBACK: CALLS}.get(self.to, CORRECTIONS)


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (paths.resources() / "catalogue" / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _move(row: dict[str, str]) -> RequestMove:
    return RequestMove(
        RequestStatus(row["from"]),
        RequestStatus(row["to"]),
        frozenset(Role(role) for role in row["roles"].split(";")),
        frozenset(RequestNeed(need) for need in row["needs"].split(";") if need),
        row["label_zh"],
        row["label_en"],
    )


@cache
def all_moves() -> tuple[RequestMove, ...]:
    """Return every move in the order of the file."""
    return tuple(map(_move, _rows("request_transitions.csv")))


def moves_from(status: RequestStatus) -> tuple[RequestMove, ...]:
    """Return the moves that lead out of a state, whoever may make them."""
    return tuple(move for move in all_moves() if move.origin is status)


def find(origin: RequestStatus, to: RequestStatus) -> RequestMove | None:
    """Return the move between two states, None where there is none."""
    return next((move for move in moves_from(origin) if move.to is to), None)


@cache
def _clocks() -> dict[RequestStatus, Ticking]:
    return {RequestStatus(row["code"]): Ticking(row["clock"]) for row in _rows("request_status.csv")}


def ticking(status: RequestStatus) -> Ticking:
    """Return what the clock does in a state."""
    return _clocks()[status]


def with_clock(*wanted: Ticking) -> tuple[RequestStatus, ...]:
    """Return the states in which the clock does one of some things, in the order of the file."""
    return tuple(status for status, clock in _clocks().items() if clock in wanted)
