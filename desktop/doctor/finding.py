"""One thing that was looked at on this computer."""

from enum import StrEnum
from typing import NamedTuple


class Level(StrEnum):
    """How much a finding matters."""

    FINE = "fine"
    HINT = "hint"
    """The program works, but something could be better."""
    WRONG = "wrong"
    """Something does not work until it is mended."""


class Finding(NamedTuple):
    """What was found, as one sentence in the language in use, and the Debian packages that would mend it."""

    topic: str
    level: Level
    sentence: str
    packages: tuple[str, ...] = ()
