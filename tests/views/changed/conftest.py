"""The seat for these tests."""

from tests.views.seat import fresh, seat

__all__ = ["fresh", "seat"]
