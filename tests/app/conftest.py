"""The whole program for these tests."""

from tests.views.conftest import program

__all__ = ["program"]
