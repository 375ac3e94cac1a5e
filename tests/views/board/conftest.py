"""The board before the seat."""

from tests.views.board.met import screen

__all__ = ["screen"]
