"""The seat for these tests."""

from tests.views.seat import seat

__all__ = ["seat"]
