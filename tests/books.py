"""Small real books for tests: a station's and its bureau's, over a catalogue of a few rows, with a clock to be set."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from desktop import paths
from desktop.models.book import Book
from desktop.models.clock import Clock
from desktop.models.desk import Desk
from desktop.models.edition import EditionSource, entries_of
from desktop.models.journal import Entry, Stub
from desktop.models.vocabulary import Role

CLERK = Desk(Role.CLERK, "王芳")
CHIEF = Desk(Role.CHIEF, "李强")
BUREAU = Desk(Role.BUREAU, "赵敏")
START = datetime(2026, 9, 1, 1, 0, tzinfo=UTC)


@dataclass(slots=True)
class Hands:
    """A clock that stands where a test puts it, and runs on a second with each look."""

    at: datetime = field(default=START)

    def __call__(self) -> datetime:
        self.at += timedelta(seconds=1)
        return self.at

    def go(self, **how_far: float) -> None:
        self.at += timedelta(**how_far)


class Still(Hands):
    """A clock that stands until it is told to go, so that two books read the same however often they look."""

    def __call__(self) -> datetime:
        return self.at


def source(actions: int = 3, windows: int = 2, kinds: str = "hall") -> EditionSource:
    """Return an edition: a city bureau BUREAU, stations S1 and S2 below it, windows W1.. of the stations in turn."""
    rows: dict[str, list[dict[str, str]]] = {
        "categories": [{"code": "C1", "name_zh": "一类", "name_en": "First"}],
        "measures": [{"code": "M01", "title_zh": "措施一", "title_en": "Measure one"}],
        "actions": [
            {
                "code": f"A{n:02}", "category": "C1", "title_zh": f"举措{n}", "title_en": f"Action {n}",
                "window_kinds": kinds, "cadence": "monthly", "measures": "M01" if n % 2 else "",
            }
            for n in range(1, actions + 1)
        ],
        "window_kinds": [{"code": "hall", "name_zh": "大厅", "name_en": "Hall"}],
        "units": [
            {"code": "BUREAU", "kind": "bureau", "name_zh": "市局", "name_en": "Bureau"},
            {"code": "S1", "kind": "station", "name_zh": "一所", "name_en": "One", "parent": "BUREAU"},
            {"code": "S2", "kind": "station", "name_zh": "二所", "name_en": "Two", "parent": "BUREAU"},
        ],
        "windows": [
            {"code": f"W{n}", "unit": f"S{2 - n % 2}", "kind": "hall", "name_zh": f"窗{n}", "name_en": f"Window {n}"}
            for n in range(1, windows + 1)
        ],
    }  # fmt: skip
    day = date(2026, 8, 1)
    return EditionSource("test-1", "测试目录", "Test catalogue", "test", day, day, "", "1", rows)


def dated(edition: EditionSource) -> EditionSource:
    """Return the edition with the calendar that is shipped, without which no lamp of workdays is lit."""
    with (paths.resources() / "catalogue" / "holidays_cn.csv").open(encoding="utf-8", newline="") as file:
        return replace(edition, sheets={**edition.sheets, "holidays_cn": list(csv.DictReader(file))})


def make(
    path: Path, unit: str = "BUREAU", *, hands: Hands | None = None, key: bytes | None = None,
    edition: EditionSource | None = None,
) -> Book:  # fmt: skip
    """Make a book with the small catalogue."""
    book = Book.create(path, unit, key=key, clock=Clock(hands or Hands()))
    book.merge(entries_of(edition or source()), "catalogue")
    return book


def own(book: Book) -> list[Entry | Stub]:
    """Return everything a book would export but the catalogue."""
    return [one for one in book.entries() if not one.device.startswith("cat-")]


def meet(*books: Book) -> None:
    """Give every book everything that the others hold."""
    known: list[list[Entry | Stub]] = [own(book) for book in books]
    for book in books:
        for items in known:
            book.merge(items, "meeting")


def whole(items: Iterable[Entry | Stub]) -> list[Entry]:
    """Return the entries that still have their words."""
    return [one for one in items if isinstance(one, Entry)]
