"""One entry of a story in words, whatever the story is of. No Qt."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from desktop.models.journal import Evidence

State = TypeVar("State")


@dataclass(frozen=True, slots=True)
class Passage(Generic[State]):
    """One entry of a story, ready to be shown. `status` is the new state where the entry changed it."""

    when: str
    by: str
    status: State | None
    deed: str
    words: tuple[str, ...]
    flags: tuple[str, ...]
    undone: bool
    evidence: tuple[Evidence, ...] = ()
