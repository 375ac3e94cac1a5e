"""A station's book whose actions promise something, requests in every state, and whatever a move may ask for."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop.commands.requests import RegisterRequest
from desktop.commands.requests_effects import Said
from desktop.commands.requests_moves import MoveRequest
from desktop.models import request_rules
from desktop.models.book import Book
from desktop.models.desk import Desk
from desktop.models.edition import EditionSource
from desktop.models.private_rows import Private
from desktop.models.registering import register
from desktop.models.request_rules import RequestStatus
from desktop.models.vocabulary import Role
from tests import books
from tests.books import CHIEF, CLERK, Hands

PROMISES = {
    "A01": {"promise_value": "10", "promise_unit": "workday", "legal_value": "20", "legal_unit": "workday"},
    "A02": {"promise_value": "2", "promise_unit": "hour", "clock_from": "receipt"},
    "A03": {"promise_value": "0", "promise_unit": "on_the_spot", "legal_value": "5", "legal_unit": "day"},
}
WAYS: dict[RequestStatus, tuple[RequestStatus, ...]] = {
    RequestStatus.REGISTERED: (),
    RequestStatus.SUPPLEMENT: (RequestStatus.SUPPLEMENT,),
    RequestStatus.ACCEPTED: (RequestStatus.ACCEPTED,),
    RequestStatus.PROCESSING: (RequestStatus.ACCEPTED, RequestStatus.PROCESSING),
    RequestStatus.SPECIAL: (RequestStatus.ACCEPTED, RequestStatus.PROCESSING, RequestStatus.SPECIAL),
    RequestStatus.EXTENDED: (RequestStatus.ACCEPTED, RequestStatus.PROCESSING, RequestStatus.EXTENDED),
    RequestStatus.TRANSFERRED: (RequestStatus.TRANSFERRED,),
    RequestStatus.REJECTED: (RequestStatus.REJECTED,),
    RequestStatus.WITHDRAWN: (RequestStatus.WITHDRAWN,),
    RequestStatus.COMPLETED: (RequestStatus.ACCEPTED, RequestStatus.COMPLETED),
    RequestStatus.CALLBACK: (RequestStatus.ACCEPTED, RequestStatus.COMPLETED, RequestStatus.CALLBACK),
    RequestStatus.RATED: (RequestStatus.ACCEPTED, RequestStatus.COMPLETED, RequestStatus.RATED),
    RequestStatus.RECTIFYING: (
        RequestStatus.ACCEPTED, RequestStatus.COMPLETED, RequestStatus.RATED, RequestStatus.RECTIFYING,
    ),
    RequestStatus.ARCHIVED: (RequestStatus.ACCEPTED, RequestStatus.COMPLETED, RequestStatus.ARCHIVED),
}  # fmt: skip
"""How each state is reached."""


def edition() -> EditionSource:
    """Return the small edition with promises and the calendar that is shipped."""
    plain = books.dated(books.source(windows=4))
    actions = [{**row, **PROMISES.get(row["code"], {})} for row in plain.sheets["actions"]]
    return replace(plain, sheets={**plain.sheets, "actions": actions})


def station(path: Path, hands: Hands | None = None, unit: str = "S1", key: bytes | None = None) -> Book:
    """Make the book of a station: S1 has the windows W1 and W3."""
    return books.make(path, unit, hands=hands, key=key, edition=edition())


def said(origin: RequestStatus, to: RequestStatus) -> Said:
    """Return everything that a move could ask for."""
    move = request_rules.find(origin, to)
    return Said(
        "查过", "按规定", "已书面告知", "市局", "孙立", move.results[0] if move and move.results else "", "李强",
        (5, "workday"), 2, (), "call_back", "钱进", date(2026, 12, 1), "satisfied",
    )  # fmt: skip


def add(book: Book, action: str = "A01", window: str = "W1", words: Private | None = None, desk: Desk = CLERK) -> str:
    """Register a request and return its id."""
    return register(book, RegisterRequest(action, window), desk, words).id


def move(book: Book, key: str, to: RequestStatus, desk: Desk | None = None) -> None:
    """Make a move with all that it could ask for, by default as somebody who may."""
    row = book.request(key)
    assert row is not None
    rule = request_rules.find(row.status, to)
    may = CLERK if rule and Role.CLERK in rule.roles else CHIEF
    book.do(MoveRequest((key,), to, said(row.status, to)), desk or may)


def at(book: Book, status: RequestStatus, action: str = "A01") -> str:
    """Register a request and bring it to a state."""
    key = add(book, action)
    for step in WAYS[status]:
        move(book, key, step)
    return key


def status(book: Book, key: str) -> RequestStatus | None:
    """Return the state of a request, None where there is none."""
    row = book.request(key)
    return row.status if row else None
