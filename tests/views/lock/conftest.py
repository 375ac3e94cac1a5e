"""The whole program for these tests."""

from tests.views.conftest import program
from tests.views.seat import fresh

__all__ = ["fresh", "program"]
