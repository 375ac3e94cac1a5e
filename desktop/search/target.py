"""What can be found, and what is told of it when it was found."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

Key = tuple[str, str]
"""Kind and id: what a target is remembered by."""


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that can be gone to. Texts are in the language in use."""

    kind: str
    id: str
    """Unique among the targets of its kind."""
    title: str
    code: str = ""
    others: tuple[str, ...] = ()
    """Other words by which it is found, after those found by their title: the unit of a window, another language."""

    @property
    def key(self) -> Key:
        """What it is remembered by."""
        return self.kind, self.id


class Grade(IntEnum):
    """How well a word meets a target, best first. Two targets of one grade are told apart by `Index.find`."""

    CODE = 0
    """The word is the code."""
    TITLE = 1
    """Title or code begin with the word as it is written."""
    SOUND = 2
    """The title begins with it by sound: initials, full pinyin, or some of each."""
    WORD = 3
    """A word within the title begins with it."""
    INNER = 4
    """It stands somewhere in title or code."""
    OTHER = 5
    """It stands in one of the other words."""
    SCATTERED = 6
    """Its characters come in this order, each at the beginning of a syllable or a word."""


Span = tuple[int, int]
"""First character of a title that was met, and the one behind the last."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A target that was found, how well, and which parts of its title were met, in order and apart."""

    target: Target
    grade: Grade
    spans: tuple[Span, ...]
    by_code: bool = False
    """Whether a word was met in its code."""


@dataclass(frozen=True, slots=True)
class Joint:
    """A kind of target made of two others: words that meet the one and words that meet the other meet it, either first.

    `make` returns the target, whose title begins with the title of the first and ends with that of the second, or None
    where those two do not go together.
    """

    first: str
    second: str
    make: Callable[[Target, Target], Target | None]
