"""A server's book answers about requests as a file's does."""

import pytest

from desktop.commands.requests import RegisterRequest
from desktop.commands.requests_effects import Said
from desktop.commands.requests_kinship import MergeRequests
from desktop.commands.requests_moves import MoveRequest
from desktop.models.request_rules import RequestStatus
from desktop.models.request_sorts import Sort
from desktop.models.requests import RequestFilter
from desktop.models.undo import Undo
from tests.books import CHIEF
from tests.twins import Twins

pytest.importorskip("psycopg", reason="psycopg (extra: server) is not installed")


def test_requests_are_the_same_on_both(twins: Twins) -> None:
    for n in range(7):
        twins.do(RegisterRequest(f"A0{n % 3 + 1}", "W1", token=f"t{n % 6}"), CHIEF)
    keys = [row.id for row in twins.file.requests().rows]
    assert len(keys) == 6
    twins.do(MoveRequest((keys[0].lower(), keys[1]), RequestStatus.ACCEPTED), CHIEF)
    twins.do(MoveRequest((keys[0],), RequestStatus.PROCESSING, Said(handler="孙立")), CHIEF)
    twins.do(MoveRequest((keys[0],), RequestStatus.ARCHIVED), CHIEF)
    twins.do(MergeRequests((keys[2],), keys[3], "重复"), CHIEF)
    twins.do(Undo(), CHIEF)
    twins.do(MergeRequests((keys[4],), keys[3], "重复"), CHIEF)
    for sort in Sort:
        pages = [book.requests(sort=sort, limit=3) for book in twins]
        assert pages[0] == pages[1]
        after = [book.requests(sort=sort, limit=3, after=pages[0].after) for book in twins]
        assert after[0] == after[1]
    for asked in (RequestFilter(text="举措1"), RequestFilter(text="举措"), RequestFilter(text=keys[0][:8]),
                  RequestFilter(statuses=frozenset(RequestStatus), windows=frozenset({"W1"}))):  # fmt: skip
        assert twins.file.requests(asked) == twins.server.requests(asked)
    assert twins.file.request_counts() == twins.server.request_counts()
    assert twins.file.request_waits("孙立") == twins.server.request_waits("孙立")
    assert twins.file.kin(keys[3]) == twins.server.kin(keys[3])
    assert twins.file.request_story(keys[0]) == twins.server.request_story(keys[0])
    twins.go(30)
    twins.agree()
