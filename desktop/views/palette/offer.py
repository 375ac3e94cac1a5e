"""What the palette offers: the interface by which any part of the program lets its things be found."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop.search.target import Joint, Target


def _nothing(_id: str) -> str:
    return ""


def _nobody(_id: str) -> Target | None:
    return None


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of target: what there is of it, and how to get there. Texts are in the language in use."""

    id: str
    title: str
    """What one of them is called, shown at the right: `Window`."""
    icon: str
    go: Callable[[str], object]
    """Goes to a target, or does it, by its id. What is no longer there is passed over."""
    targets: Callable[[], Sequence[Target]] = tuple
    """Asked whenever the palette opens."""
    is_slow: bool = False
    """Whether `targets` reads the book: it is asked on another thread then."""
    ask: Callable[[str], Sequence[Target]] | None = None
    """Returns the few best for what was typed, of things too many to be held; asked on another thread."""
    named: Callable[[str], Target | None] = _nobody
    """Returns a target that is not among `targets` by its id: what is made of two others is remembered so."""
    barred: Callable[[str], str] = _nothing
    """Why a target cannot be had here and now, as a sentence; empty when it can."""
    key: Callable[[str], str] = _nothing
    """The key that does the same, as people read it."""
    icon_of: Callable[[str], str] = _nothing
    """The icon of one target, empty for that of its kind."""


class Memory(Protocol):
    """Where the palette keeps what it must not forget: a few texts by name, in the book."""

    def recall(self, name: str) -> str | None:
        """Return what was kept, None where nothing was. Called on any thread."""

    def keep(self, name: str, text: str) -> None:
        """Keep a text; what cannot be kept is forgotten without a word. Called on any thread."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Everything that can be found. Later kinds of target join here: one `Kind` more, and nothing else to change."""

    kinds: Sequence[Kind]
    """In the order in which equally good hits are shown."""
    joints: Sequence[Joint]
    urgent: Callable[[], Target | None]
    """What needs somebody next; offered before anything is typed."""
    memory: Memory
    filters: bool = True
    """Whether what was typed may also be looked for elsewhere: then the last line offers it."""

    def kind(self, name: str) -> Kind | None:
        """Return a kind by its id, None when there is none."""
        return next((kind for kind in self.kinds if kind.id == name), None)
