"""Which request stands in which row of a long list: ids of the first ones, a mark at every page behind. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from desktop.models.request_lists import STEP, TOLD, Stretch
from desktop.models.request_sorts import Sort, Spot

SIZE, HELD = STEP, TOLD
"""Rows of a page, and rows from the beginning whose ids are held."""


@dataclass(slots=True)
class Portion:
    """What more is known of a list: ids and marks to be added, how many rows there are by now, whether that is all."""

    ids: list[str] = field(default_factory=list)
    marks: list[Spot] = field(default_factory=list)
    count: int = 0
    is_whole: bool = False

    def take(self, stretch: Stretch) -> None:
        """Take the next rows."""
        if self.count < HELD:
            self.ids += [spot[-1] for spot in stretch.spots]
            self.marks += [tuple(stretch.spots[-1])] if self.count + stretch.count == HELD else []
        else:
            self.marks += stretch.spots
        self.count += stretch.count

    def rest(self) -> "Portion":
        """Return an empty portion that goes on where this one ends."""
        return Portion(count=self.count)


@dataclass(slots=True)
class Places:
    """A list as far as it is known."""

    sort: Sort
    ids: list[str] = field(default_factory=list)
    marks: list[Spot] = field(default_factory=list)
    count: int = 0
    is_whole: bool = False

    def add(self, portion: Portion) -> None:
        """Know more."""
        self.ids += portion.ids
        self.marks += portion.marks
        self.count, self.is_whole = portion.count, portion.is_whole

    def behind(self, page: int) -> Spot | None:
        """Return the spot behind which a page begins, None for a page whose ids are held."""
        at = page - HELD // SIZE
        return self.marks[at] if 0 <= at < len(self.marks) else None

    def ids_of(self, page: int) -> list[str]:
        """Return the ids of a page, empty for one behind those that are held."""
        return self.ids[page * SIZE : (page + 1) * SIZE]

    def page_of(self, spot: Spot) -> int:
        """Return on which page behind those that are held a spot lies."""
        low, high = 0, len(self.marks)
        while low < high:
            middle = (low + high) // 2
            if self._before(self.marks[middle], spot):
                low = middle + 1
            else:
                high = middle
        return HELD // SIZE + low - 1

    def _before(self, one: Spot, other: Spot) -> bool:
        return one > other if self.sort.is_down else one < other

    def row_of(self, key: str) -> int:
        """Return the row of an id that is held, -1 for any other."""
        try:
            return self.ids.index(key)
        except ValueError:
            return -1


def pages_of(rows: Iterable[int]) -> list[int]:
    """Return on which pages rows lie."""
    return sorted({row // SIZE for row in rows})
