"""What the first run ends in: which book to open or to make, and who sits here."""

from dataclasses import dataclass
from enum import Enum

from desktop.models.vocabulary import Role


class Way(Enum):
    """The three ways to a book."""

    PRACTICE = "practice"
    OPEN = "open"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Start:
    """The answer of the first run. `path` is empty for the practice book, `unit` says whose a new book is."""

    way: Way
    path: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Who sits here, and where."""

    role: Role
    officer: str
    unit: str
    window: str
