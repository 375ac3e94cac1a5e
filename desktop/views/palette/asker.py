"""Asks, on another thread, for what is too much to be held in the index: the latest query counts."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from desktop.search.target import Target
from desktop.views.palette.offer import Offer
from desktop.views.worker import Job

_LEAST = 2
"""Characters that say something."""
_KEPT = 32


class Asker(QObject):
    """`answered` when more is known of the query that was asked for last."""

    answered = Signal()

    def __init__(self, offer: Offer, parent: QObject) -> None:
        super().__init__(parent)
        self._kinds = [kind.ask for kind in offer.kinds if kind.ask is not None]
        self._answers: dict[str, Sequence[Target]] = {}
        self._latest = ""
        self.is_busy = False
        """Whether an answer is on its way."""

    def found(self, query: str) -> Sequence[Target]:
        """Return what is known of a query, and ask where nothing is."""
        self._latest = query
        known = self._answers.get(query)
        if known is None and len(query) >= _LEAST and self._kinds and not self.is_busy:
            self._ask(query)
        return known or ()

    def forget(self) -> None:
        """Know nothing: something may have changed."""
        self._answers.clear()

    def _ask(self, query: str) -> None:
        self.is_busy = True
        kinds = self._kinds
        job = Job[tuple[str, Sequence[Target]]](
            lambda _step: (query, [one for ask in kinds for one in ask(query)]), self
        )
        job.succeeded.connect(self._on_answer)
        job.failed.connect(lambda _why: self._on_answer((query, ())))
        job.start()

    def _told(self, query: str) -> Sequence[Target]:
        return [one for ask in self._kinds for one in ask(query)]

    def _on_answer(self, answer: tuple[str, Sequence[Target]]) -> None:
        query, found = answer
        self.is_busy = False
        if len(self._answers) >= _KEPT:
            self._answers.clear()
        self._answers[query] = found
        if self._latest != query and self._latest not in self._answers:
            self.found(self._latest)
        self.answered.emit()
