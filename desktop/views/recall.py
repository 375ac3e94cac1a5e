"""The words used before, per kind of deed, kept in the book so that they are offered again after a restart."""

import json
from collections.abc import Sequence

from desktop.models.refusals import Refusal
from desktop.views.bridge import Bridge

_KIND = "recall"
KEPT = 5


class Recall:
    """The last few notes and reasons of each kind of deed, the last first. They are this book's, on this computer."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge

    def of(self, kind: str, field: str) -> tuple[str, ...]:
        """Return what was written last in a field of this kind of deed."""
        if not self._bridge.is_open:
            return ()
        kept = self._bridge.book.kept(_KIND, f"{kind}:{field}")
        return tuple(str(words) for words in json.loads(kept)) if kept else ()

    def add(self, kind: str, field: str, words: str) -> None:
        """Remember words that went into the book; a book that is busy is left alone."""
        if not words.strip() or not self._bridge.is_open:
            return
        before = self.of(kind, field)
        if before[:1] == (words,):
            return
        kept: Sequence[str] = (words, *(one for one in before if one != words))[:KEPT]
        try:
            self._bridge.book.keep(_KIND, f"{kind}:{field}", json.dumps(kept, ensure_ascii=False))
        except Refusal:
            return
