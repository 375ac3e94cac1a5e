"""Random worlds: whatever is done, undone, sent, doubted and redacted, the books stay right and come to agree.

BIANMIN_WORLDS=1000 runs that many worlds of 40 steps; the default is small enough for every run of the tests.
"""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.properties.world import KEYS, World

WORLDS = int(os.environ.get("BIANMIN_WORLDS", "8"))
STEPS = 40 if "BIANMIN_WORLDS" in os.environ else 16
IS_SMALL = "BIANMIN_WORLDS" not in os.environ
BOOKS = st.integers(0, 2)


class Worlds(RuleBasedStateMachine):
    """One world after another."""

    world: World

    @initialize(seed=st.integers(0, 10**9))
    def begin(self, seed: int) -> None:
        self.world = World(seed)

    @rule(at=BOOKS, key=st.sampled_from(KEYS))
    def deed(self, at: int, key: str) -> None:
        self.world.deed(self.world.books[at], key)

    @rule(at=BOOKS, key=st.sampled_from(KEYS))
    def another_deed(self, at: int, key: str) -> None:
        self.world.deed(self.world.books[at], key)

    @rule(at=BOOKS)
    def undo(self, at: int) -> None:
        self.world.undo(self.world.books[at])

    @rule(minutes=st.sampled_from((1, 60, 600, 1440 * 2, -30, -600, -1440 * 3)))
    def jump(self, minutes: int) -> None:
        self.world.jump(minutes)

    @rule(one=BOOKS, other=BOOKS, stage=st.booleans())
    def send(self, one: int, other: int, *, stage: bool) -> None:
        if one != other:
            self.world.send(self.world.books[one], self.world.books[other], stage=stage)

    @rule(back=st.booleans())
    def turn(self, *, back: bool) -> None:
        self.world.turn(back=back)

    @rule(at=BOOKS)
    def redact(self, at: int) -> None:
        self.world.redact(self.world.books[at])

    @rule()
    def doubt(self) -> None:
        self.world.doubt()

    @rule(at=BOOKS)
    def settle(self, at: int) -> None:
        self.world.settle(self.world.books[at])

    @invariant()
    def holds(self) -> None:
        if hasattr(self, "world") and self.world.chance.random() < 0.3:
            self.world.check()

    def teardown(self) -> None:
        if hasattr(self, "world"):
            try:
                self.world.check()
                self.world.meet()
                self.world.check()
            finally:
                self.world.close()


@pytest.mark.timeout(3600 if "BIANMIN_WORLDS" in os.environ else 120)
def test_random_worlds_stay_right_and_come_to_agree(home: Path) -> None:
    Worlds.TestCase.settings = settings(
        max_examples=WORLDS, stateful_step_count=STEPS, deadline=None, database=None, print_blob=True,
        suppress_health_check=list(HealthCheck), phases=(Phase.generate, Phase.shrink), derandomize=IS_SMALL,
    )  # fmt: skip
    Worlds.TestCase().runTest()
