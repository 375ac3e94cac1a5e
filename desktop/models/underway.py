"""How long work tells how far it is: by a call with the part done, which may also end it."""

from collections.abc import Callable

Told = Callable[[float], object]
"""Hears the part that is done, from 0 to 1. What it raises ends the work, which then leaves nothing half made."""


def unheard(_part: float) -> None:
    """Tell nobody."""
