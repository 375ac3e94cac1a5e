"""What the core costs: a status change beside a bare transaction, and reading a journal of a million lines.

    python -m benchmarks.core [--lines 1000000] [--rounds 300] [--json FILE]

The change goes through `Book.do`, the floor inserts the same rows through sqlcipher3 into a book of the same shape, in
turn. Medians; best of three for boards. Bars: change <= 3 x the floor; history of one <= 5 ms; status grid as of a past
day <= 150 ms; checks of a start <= 1,500 ms.
"""

import argparse
import hashlib
import json
import os
import random
import statistics
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import cycle
from pathlib import Path
from typing import Any

from benchmarks.stopwatch import milliseconds
from desktop.commands.progress import Move
from desktop.models.bare import bare
from desktop.models.book import Book
from desktop.models.clock import Clock, next_stamp, stamp
from desktop.models.vocabulary import Status
from tests.books import CHIEF, dated, make, source

CHANGE, HISTORY_MS, GRID_MS, START_MS = 3.0, 5.0, 150.0, 1500.0
BEGUN = datetime(2024, 11, 1, tzinfo=UTC)
NOW = datetime(2026, 11, 25, 1, tzinfo=UTC)
DEVICE = "dev-00000000000000aa"
STATES = ("in_progress", "blocked", "in_place", "verified", "returned", "relapsed")


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table."""

    name: str
    value: float
    bar: float
    unit: str

    @property
    def holds(self) -> bool:
        """Whether the bar holds."""
        return self.value <= self.bar


class Floor:
    """The same rows by hand: one entry, one line, one row of the ledger, in one transaction of the driver."""

    def __init__(self, book: Book) -> None:
        with book.reading() as connection:
            query = "SELECT {} FROM {} ORDER BY rowid DESC LIMIT 1"
            self.entry = dict(connection.exec_driver_sql(query.format("*", "entry")).mappings().one())
            lines = "SELECT * FROM line WHERE record LIKE 'commitment:%' AND field = 'status' LIMIT 1"
            self.line = dict(connection.exec_driver_sql(lines).mappings().one())
            pragmas = ("synchronous", "secure_delete", "foreign_keys", "recursive_triggers", "cache_size")
            self.pragmas = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in pragmas}
        self.at: datetime = NOW + timedelta(days=1)
        self.connection: Any = None

    def open(self, path: Path) -> None:
        """Use another book of the same shape."""
        self.manager = bare(path, None)
        self.connection = self.manager.__enter__()
        for name, value in self.pragmas.items():
            self.connection.execute(f"PRAGMA {name} = {value}")

    def write(self) -> None:
        """Insert the rows of one change."""
        self.at += timedelta(seconds=1)
        mark = stamp(self.at, 0, DEVICE)
        self.entry |= {"device": DEVICE, "seq": self.entry["seq"] + 1, "stamp": mark, "placed": mark,
                       "arrival": self.entry["arrival"] + 1}  # fmt: skip
        self.line |= {"device": DEVICE, "seq": self.entry["seq"], "stamp": mark}
        run = self.connection.execute
        run("BEGIN IMMEDIATE")
        for table, row in (("entry", self.entry), ("line", self.line)):
            run(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join(f':{name}' for name in row)})", row)
        run(
            "INSERT INTO commitment (id, action, window, status, status_on, status_stamp, updated_stamp)"
            " VALUES ('A01@W1', 'A01', 'W1', :after, :day, :stamp, :stamp) ON CONFLICT (id) DO UPDATE SET"
            " status = excluded.status, status_on = excluded.status_on, status_stamp = excluded.status_stamp,"
            " updated_stamp = excluded.updated_stamp",
            {"after": self.line["after"], "day": self.entry["on_day"], "stamp": mark},
        )
        run("COMMIT")


def change(folder: Path, rounds: int) -> Figure:
    """Compare a status change with its floor, in turn on two books."""
    book, twin = make(folder / "change.book"), make(folder / "floor.book")
    twin.close()
    states = [Move(("A01@W1",), Status.BLOCKED, reason="缺人"), Move(("A01@W1",), Status.IN_PROGRESS, note="恢复")]
    for n in range(10):
        book.do(states[n % 2], CHIEF)
    floor = Floor(book)
    floor.open(twin.path)
    turns = cycle(states)
    pairs = [(milliseconds(floor.write), milliseconds(lambda: book.do(next(turns), CHIEF))) for _ in range(rounds)]
    alone, through = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"   bare transaction {alone:.2f} ms, Book.do {through:.2f} ms")
    book.close()
    return Figure("status change through Book.do / bare transaction", through / alone, CHANGE, "x")


def fill(book: Book, lines: int) -> None:
    """Write a long journal by hand: two lines an entry, over every commitment, in two years."""
    chance = random.Random(1)
    actions, windows = book.catalogue().actions, book.catalogue().windows
    keys = [f"commitment:{action}@{window}" for action in actions for window in windows]
    step = (NOW - BEGUN - timedelta(days=1)) / (lines // 2)
    entries, told = [], []
    seen: dict[str, tuple[int, str]] = {}
    mark = stamp(BEGUN, 0, DEVICE)
    for seq in range(1, lines // 2 + 1):
        at = BEGUN + step * seq
        mark = next_stamp(at.replace(microsecond=at.microsecond // 1000 * 1000), mark, DEVICE)
        record, day, state = chance.choice(keys), at.date().isoformat(), chance.choice(STATES)
        base, before = seen.get(record, (None, None))
        entries.append((DEVICE, seq, mark, day, "move", "王芳", "clerk", "BUREAU", "已办理有关事项", "", 1,
                        hashlib.sha256(mark.encode()).hexdigest(), hashlib.sha256(day.encode()).hexdigest(), mark,
                        seq + 1000))  # fmt: skip
        told.append((record, "status", mark, DEVICE, seq, DEVICE if base else None, base, before, state, 1, day))
        told.append((record, "evidence_on", mark, DEVICE, seq, None, None, None, day, 1, day))
        seen[record] = (seq, state)
    with bare(book.path, None) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA cache_size = -200000")
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(
            "INSERT INTO entry (device, seq, stamp, on_day, kind, author, role, unit, note, reason, format, content,"
            " digest, placed, arrival) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", entries,
        )  # fmt: skip
        told.sort()
        connection.executemany("INSERT INTO line VALUES (?,?,?,?,?,?,?,?,?,?,?)", told)
        connection.execute("COMMIT")
    print(f"   rebuild of the ledger {milliseconds(book.rebuild):,.0f} ms")


def reading(folder: Path, lines: int) -> list[Figure]:
    """Time what is read out of a long journal."""
    book = make(folder / "long.book", edition=dated(source(80, 200)))
    book.close()
    book = Book.open(book.path, clock=Clock(lambda: NOW))
    fill(book, lines)
    today, chance = book.clock.today(), random.Random(2)
    keys = [f"commitment:A{chance.randint(1, 80):02}@W{chance.randint(1, 200)}" for _ in range(50)]
    history = statistics.median(milliseconds(partial(book.history, key)) for key in keys)
    days = [today - timedelta(days=days) for days in (7, 30, 90, 365, 600)]
    for day in days:
        book.board(day)
    grids = {day: min(milliseconds(partial(book.board, day)) for _ in range(3)) for day in days}
    for day, cost in grids.items():
        print(f"   board as of {day} {cost:.0f} ms")
    month_ends = [today - timedelta(days=30 * months) for months in range(12, -1, -1)]
    cost = min(milliseconds(partial(book.trend, month_ends)) for _ in range(3))
    print(f"   trend of 13 days {cost:.0f} ms, on a thread of its own")
    print(f"   board now {statistics.median(milliseconds(book.board) for _ in range(5)):.0f} ms")
    book.backup()
    begin = milliseconds(book.check_at_start)
    book.close()
    return [
        Figure("history of one commitment", history, HISTORY_MS, "ms"),
        Figure("status grid as of a past day, the slowest of five", max(grids.values()), GRID_MS, "ms"),
        Figure("checks of a start", begin, START_MS, "ms"),
    ]


def main(argv: list[str] | None = None) -> int:
    """Print the table; return 1 when a bar is broken."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.core")
    parser.add_argument("--lines", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=300)
    parser.add_argument("--json", type=Path)
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BIANMIN_HOME"] = folder
        figures = [change(Path(folder), asked.rounds), *reading(Path(folder), asked.lines)]
    for one in figures:
        print(f"{one.name:52}{one.value:10.2f} {one.unit:3} <= {one.bar:g}{'' if one.holds else '   BROKEN'}")
    if asked.json:
        told = {one.name: {"value": one.value, "bar": one.bar, "unit": one.unit} for one in figures}
        asked.json.write_text(json.dumps(told, indent=1), encoding="utf-8")
    return int(not all(one.holds for one in figures))


if __name__ == "__main__":
    sys.exit(main())
