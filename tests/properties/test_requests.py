"""Random lives of requests: only moves of the table, one extension, a ledger equal to its rebuild, undo leads back.

BIANMIN_WORLDS=1000 walks that many lives of 40 steps.
"""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from desktop.commands.requests_kinship import MergeRequests, ReopenRequest, SplitRequest
from desktop.commands.requests_moves import MoveRequest
from desktop.models import request_rules
from desktop.models.book import Book
from desktop.models.draft import Command
from desktop.models.ledger import Rows
from desktop.models.refusals import Refusal
from desktop.models.request_rules import RequestStatus
from desktop.models.requests import RequestFilter, RequestRow
from desktop.models.vocabulary import Role
from tests import counter
from tests.books import BUREAU, CHIEF, CLERK, Hands
from tests.properties.test_world import IS_SMALL, STEPS, WORLDS

DESKS = {Role.CLERK: CLERK, Role.CHIEF: CHIEF, Role.BUREAU: BUREAU}
ALL = RequestFilter(merged=True)
AT = st.integers(0, 5)


def told(rows: Rows) -> list[dict[str, object]]:
    """Return what stands in the ledger's requests, without when it was last written; those taken back left out."""
    kept = [{k: v for k, v in row.items() if k != "updated_stamp" and v} for row in rows["request"]]
    return [row for row in kept if "status" in row]


class Lives(RuleBasedStateMachine):
    """A counter at work."""

    book: Book

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.hands = Hands()
        self.book = counter.station(self.folder / "a.book", self.hands, "BUREAU")
        counter.add(self.book)

    def one(self, at: int) -> RequestRow:
        rows = self.book.requests(ALL).rows
        return rows[at % len(rows)]

    def tried(self, deed: Command, role: Role) -> bool:
        """Do a deed, take it back and bring it back: each leaves the ledger where it should."""
        before = told(self.book.ledger())
        try:
            self.book.do(deed, DESKS[role])
        except Refusal:
            assert told(self.book.ledger()) == before
            return False
        after = told(self.book.ledger())
        self.book.undo(DESKS[role])
        assert told(self.book.ledger()) == before
        self.book.redo(DESKS[role])
        assert told(self.book.ledger()) == after
        return True

    @rule(action=st.sampled_from(["A01", "A02", "A03"]), window=st.sampled_from(["W1", "W2"]))
    def register(self, action: str, window: str) -> None:
        counter.add(self.book, action, window)

    @rule(at=AT, to=st.sampled_from(RequestStatus), role=st.sampled_from(Role))
    def any_move(self, at: int, to: RequestStatus, role: Role) -> None:
        self.move(self.one(at), to, role)

    @rule(at=AT, way=st.integers(0, 4), role=st.sampled_from([Role.CLERK, Role.CHIEF]))
    def likely_move(self, at: int, way: int, role: Role) -> None:
        row = self.one(at)
        ways = request_rules.moves_from(row.status)
        if ways:
            self.move(row, ways[way % len(ways)].to, role)

    def move(self, row: RequestRow, to: RequestStatus, role: Role) -> None:
        rule = request_rules.find(row.status, to)
        is_second = to is RequestStatus.EXTENDED and row.extension != ""
        may = rule is not None and role in rule.roles and not is_second and not row.same_as
        done = self.tried(MoveRequest((row.id,), to, counter.said(row.status, to)), role)
        assert done is may
        assert counter.status(self.book, row.id) is (to if may else row.status)

    @rule(at=AT, into=AT)
    def merge(self, at: int, into: int) -> None:
        self.tried(MergeRequests((self.one(at).id,), self.one(into).id, "重复"), Role.CLERK)

    @rule(at=AT)
    def split(self, at: int) -> None:
        self.tried(SplitRequest(self.one(at).id, (("A01", "W1"), ("A02", "W2")), "两件事"), Role.CHIEF)

    @rule(at=AT)
    def reopen(self, at: int) -> None:
        self.tried(ReopenRequest(self.one(at).id, "再办"), Role.CLERK)

    @rule(hours=st.sampled_from((1, 20, 24 * 5)))
    def wait(self, hours: int) -> None:
        self.hands.go(hours=hours)

    @invariant()
    def counts_hold(self) -> None:
        if hasattr(self, "book"):
            counted = [row for row in self.book.requests(ALL, limit=1000).rows if not row.same_as]
            assert sum(self.book.request_counts().values()) == len(counted)
            for row in counted:
                # What is done on the spot ends with its day, stopped or not.
                assert row.due_on == "" or row.status is not RequestStatus.SPECIAL or row.action == "A03"

    def teardown(self) -> None:
        if hasattr(self, "book"):
            before = self.book.ledger()
            self.book.rebuild()
            assert self.book.ledger() == before
            assert self.book.check() == []
            self.book.close()
            shutil.rmtree(self.folder)


@pytest.mark.timeout(3600 if "BIANMIN_WORLDS" in os.environ else 120)
def test_random_lives_keep_to_the_table_and_lead_back(home: Path) -> None:
    Lives.TestCase.settings = settings(
        max_examples=WORLDS, stateful_step_count=STEPS, deadline=None, database=None, print_blob=True,
        suppress_health_check=list(HealthCheck), phases=(Phase.generate, Phase.shrink), derandomize=IS_SMALL,
    )  # fmt: skip
    Lives.TestCase().runTest()
