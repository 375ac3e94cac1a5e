"""A look at a citizen and a purge stand in a server's book as in a file's; the words stay on this computer."""

from datetime import date

import pytest

from desktop.commands.purge import Counts, Purge
from desktop.commands.requests import RegisterRequest
from desktop.commands.requests_kinship import MergeRequests
from desktop.commands.requests_moves import MoveRequest
from desktop.commands.unmasking import Unmask
from desktop.models import purging
from desktop.models.request_rules import RequestStatus
from desktop.models.undo import Undo
from tests import counter
from tests.books import CHIEF, CLERK
from tests.private_words import WANG
from tests.twins import Twins

pytest.importorskip("psycopg", reason="psycopg (extra: server) is not installed")


def test_unmask_and_purge_are_the_same_on_both(twins: Twins) -> None:
    for n in range(4):
        twins.do(RegisterRequest("A01", "W1", token=f"t{n}"), CHIEF)
    keys = [row.id for row in twins.file.requests().rows]
    twins.do(Unmask(keys[0], "核对"), CHIEF)
    twins.do(Unmask(keys[0], ""), CHIEF)
    said = counter.said(RequestStatus.REGISTERED, RequestStatus.WITHDRAWN)
    twins.do(MoveRequest((keys[0],), RequestStatus.WITHDRAWN, said), CLERK)
    twins.do(MergeRequests((keys[1],), keys[0], "重复"), CHIEF)
    twins.do(MergeRequests((keys[1],), keys[2], "重复"), CHIEF)
    twins.do(MoveRequest((keys[3],), RequestStatus.ACCEPTED), CLERK)
    twins.do(Undo(), CHIEF)
    for book in twins:
        book.private.put({f"request:{key}": WANG for key in keys})
    twins.go(60)
    found = [purging.rehearse(book, date(2026, 10, 1)) for book in twins]
    assert found[0] == found[1]
    assert f"request:{keys[0]}" in found[0].records
    deed = Purge(date(2026, 10, 1), "期满", Counts(1, 1, 1, 0))
    twins.do(deed, CLERK)
    twins.do(deed, CHIEF)
    assert purging.purges(twins.file) == purging.purges(twins.server)
    assert len(purging.purges(twins.file)) == 1
    assert twins.file.request_story(keys[0]) == twins.server.request_story(keys[0])
    twins.agree()
