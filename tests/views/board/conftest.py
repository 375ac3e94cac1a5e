"""The seat for these tests, and the board before it."""

from tests.views.board.met import screen
from tests.views.seat import fresh, seat

__all__ = ["fresh", "screen", "seat"]
