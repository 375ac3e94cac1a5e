"""What an officer is in charge of, as a filter of the board."""

from dataclasses import replace

from desktop.views.board.choice import Choice
from desktop.views.bridge import Bridge


def with_held(choice: Choice, bridge: Bridge) -> Choice:
    """Return a choice with the commitments of its officer on the day looked at, without any where it names none."""
    if not choice.officer or not bridge.is_open:
        return replace(choice, held=None)
    return replace(choice, held=bridge.book.held_by(choice.officer, bridge.focus.as_of))
