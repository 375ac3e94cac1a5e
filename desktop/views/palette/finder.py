"""Keeps the index of the palette up to date, on another thread: the screen never waits for it."""

import json
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject, Signal

from desktop.search import pronouncing
from desktop.search.index import Index
from desktop.search.target import Target
from desktop.views.palette.asker import Asker
from desktop.views.palette.offer import Memory, Offer
from desktop.views.worker import Job

_READINGS = f"readings-{pronouncing.FORM}"


class Finder(QObject):
    """The index, built on first need and again when there is something else to find. `renewed` when there is a new one.

    Readings of names that are not kept yet are told by another process; until then these are found as they are written.
    """

    renewed = Signal()

    def __init__(self, offer: Offer, parent: QObject) -> None:
        super().__init__(parent)
        self._offer = offer
        self._readings: Mapping[str, str] | None = None
        self._asked: set[str] = set()
        self._again = self._is_building = False
        self._asker = Asker(offer, self)
        self._asker.answered.connect(self.renewed)
        self.index = Index((), {})
        """What is found by, empty at first."""

    @property
    def is_busy(self) -> bool:
        """Whether another index, or an answer to what was typed, is on its way."""
        return self._is_building or self._asker.is_busy

    def beside(self, query: str) -> Sequence[Target]:
        """Return what of things too many for the index a query finds; `renewed` when that is known better."""
        return self._asker.found(query)

    def renew(self) -> None:
        """Look at what there is to be found; make another index where that has changed."""
        self._asker.forget()
        if self._is_building:
            self._again = True
            return
        self._is_building = True
        quick = {kind.id: list(kind.targets()) for kind in self._offer.kinds if not kind.is_slow}
        offer, former, known = self._offer, self.index, self._readings
        self._start(Job[Index](lambda _step: _built(offer, quick, former, known), self))

    def forget(self) -> None:
        """Find nothing until the next `renew`: another book is open."""
        self.index, self._readings = Index((), {}), None
        self._asked.clear()
        self._asker.forget()
        self._again = self._is_building

    def _start(self, job: Job[Index]) -> None:
        job.succeeded.connect(self._on_built)
        job.failed.connect(lambda _why: self._rest())
        job.start()

    def _on_built(self, index: Index) -> None:
        self._readings = index.readings
        if index is not self.index:
            self.index = index
        unread = [name for name in index.unread if name not in self._asked]
        if unread:
            self._asked.update(unread)
            self.renewed.emit()
            self._start(Job[Index](lambda _step: _pronounced(index, unread, self._offer.memory), self))
        else:
            self._rest()

    def _rest(self) -> None:
        self._is_building = False
        if self._again:
            self._again = False
            self.renew()
        else:
            self.renewed.emit()


def _built(
    offer: Offer, quick: Mapping[str, Sequence[Target]], former: Index, known: Mapping[str, str] | None
) -> Index:
    """Return an index of everything offered, the former one where nothing has changed."""
    targets = [one for kind in offer.kinds for one in (kind.targets() if kind.is_slow else quick[kind.id])]
    if tuple(targets) == former.targets and known is not None:
        return former
    readings = _kept(offer.memory) if known is None else known
    return Index(targets, readings, offer.joints, former)


def _pronounced(index: Index, unread: Sequence[str], memory: Memory) -> Index:
    """Return the index with the readings that were missing, and keep those of every name that it has."""
    told = pronouncing.pronounced(unread)
    if not told:
        return index
    readings = {**index.readings, **told}
    memory.keep(_READINGS, json.dumps({name: readings[name] for name in index.names if name in readings}))
    return index.with_readings(readings)


def _kept(memory: Memory) -> Mapping[str, str]:
    try:
        found = json.loads(memory.recall(_READINGS) or "{}")
    except ValueError:
        return {}
    return {str(name): str(said) for name, said in found.items()} if isinstance(found, dict) else {}
