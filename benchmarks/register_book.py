"""A register of a million requests for benchmarks: the tables that the deeds would have written, by bulk inserts.

    python -m benchmarks.register_book FOLDER [--rows 1000000] [--journal 30000]

200 windows, 76 matters, four years of workdays, nearly everything archived, what is open spread over the last weeks;
invented citizens and what they said lie in the private file with its index. Equal arguments give equal rows. Every
request has its row in the ledger; the journal holds only the newest ones (`--journal`), for a register of this size
would have thirty million lines: a list does not read them, and a new request writes behind them.

A book that stands in the folder already is used again.
"""

import argparse
import csv
import hashlib
import json
import os
import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from benchmarks.register_words import ASKING, DETAIL, OPENING, RARE, THING
from benchmarks.stopwatch import milliseconds
from desktop import paths
from desktop.models import bigrams, request_clock
from desktop.models.bare import bare
from desktop.models.book import Book
from desktop.models.clock import BEIJING, Clock, stamp
from desktop.models.edition import EditionSource, entries_of
from desktop.models.file_format import LEDGER_FORM
from desktop.models.private_key import private_key
from desktop.models.private_rows import DAY_ROOM, Private, day_of
from desktop.models.records import KINDS
from desktop.models.request_clock import Running
from tests.books import dated, source
from tests.counter import PROMISES

FORM = 4
"""Another number makes books of an older recipe worthless."""
WINDOWS, YEARS, JOURNAL = 200, 4, 30_000
NOW = datetime(2026, 11, 25, 2, tzinfo=UTC)
TODAY = NOW.astimezone(BEIJING).date()
DEVICE = "dev-00000000000000aa"
LETTERS = ("AB", "AB", "AB", "CK", "ZT")
HANDLERS = tuple(
    f"{first}{second}{third}" for first in "王李张刘陈杨赵黄" for second in "建国秀小志" for third in "华明芳军英"
)


def edition() -> EditionSource:
    """Return a catalogue with the shipped titles of actions and many windows of one unit."""
    plain = dated(source(76, WINDOWS))
    with (paths.resources() / "catalogue" / "actions.csv").open(encoding="utf-8", newline="") as file:
        titles = [row["title_zh"] for row in csv.DictReader(file)]
    actions = [
        {**row, **PROMISES["A01"], "title_zh": title}
        for row, title in zip(plain.sheets["actions"], titles, strict=False)
    ]
    windows = [{**row, "unit": "S1"} for row in plain.sheets["windows"]]
    return replace(plain, sheets={**plain.sheets, "actions": actions, "windows": windows})


def workdays() -> list[date]:
    """Return the days on which requests came in, oldest first."""
    days = (TODAY - timedelta(days=ago) for ago in range(YEARS * 365, 0, -1))
    return [day for day in days if day.weekday() < 5]


class Maker:
    """Draws requests in the order in which they came in."""

    def __init__(self, book: Book, rows: int) -> None:
        self.chance = random.Random(7)
        self.rows = rows
        self.book = book
        self.actions = list(book.catalogue().actions.values())
        self.windows = list(book.catalogue().windows)
        self.weights = [1 / (3 + at % 40) for at in range(len(self.windows))]
        self.dues: dict[date, tuple[str | None, str | None]] = {}
        self.calendar = book.calendar()

    def requests(self) -> Iterator[dict[str, Any]]:
        """Give the fields of every request."""
        days, made = workdays(), 0
        serials: dict[tuple[str, str], int] = {}
        for at, day in enumerate(days):
            count = self.rows * (at + 1) // len(days) - made
            made += count
            minutes = sorted(self.chance.randint(510, 1040) for _n in range(count))
            serials.clear()
            for minute, window in zip(minutes, self.chance.choices(self.windows, self.weights, k=count), strict=True):
                letters = self.chance.choice(LETTERS)
                serial = serials[window, letters] = serials.get((window, letters), 0) + 1
                yield self._request(window, f"{letters}{serial:03}", day, f"{minute // 60:02}:{minute % 60:02}")

    def _request(self, window: str, serial: str, day: date, time: str) -> dict[str, Any]:
        chance, action = self.chance, self.chance.choice(self.actions)
        number, at, age = f"{window}-{day:%Y%m%d}-{serial}", f"{day}T{time}", (TODAY - day).days
        state = self._state(age)
        told = dict.fromkeys(KINDS["request"].fields) | {
            "id": f"{number}-{DEVICE[-4:]}", "number": number, "action": action.id, "window": window,
            "matter": action.title_zh, "channel": "counter" if chance.random() < 0.8 else "online",
            "applicant": "person" if chance.random() < 0.85 else "firm", "status": state, "registered_at": at,
            "promise": "10 workday", "legal": "20 workday",
            "updated_stamp": stamp(datetime(day.year, day.month, day.day, 4, tzinfo=UTC), 0, DEVICE),
        }  # fmt: skip
        if state not in {"registered", "supplement"}:
            told |= {"accepted_at": at, "started_at": at, "handler": chance.choice(HANDLERS)}
            told["due_on"], told["legal_due_on"] = self._due(day)
        if state in {"completed", "callback", "rated", "archived"}:
            told |= {"closed_at": f"{day + timedelta(days=chance.randint(0, 12))}T16:00", "result": "granted"}
        if state in {"callback", "archived"}:
            told |= {"called_on": (day + timedelta(days=14)).isoformat(), "reached": "satisfied", "calls": "1"}
        return told

    def _state(self, age: int) -> str:
        if age > 40 or self.chance.random() < 0.3 + age / 60:
            return "archived" if self.chance.random() < 0.985 else self.chance.choice(("rejected", "withdrawn"))
        return self.chance.choice(
            ("registered", "supplement", "accepted", "processing", "processing", "special", "extended", "completed",
             "callback", "rated")
        )  # fmt: skip

    def _due(self, day: date) -> tuple[str | None, str | None]:
        if day not in self.dues:
            found = request_clock.due(Running(f"{day}T09:00", "10 workday", "20 workday"), self.calendar)
            self.dues[day] = (found.due_on, found.legal_due_on)
        return self.dues[day]

    def said(self) -> tuple[str, str, str]:
        """Return name, telephone and words of somebody."""
        chance = self.chance
        words = f"{chance.choice(OPENING)}{chance.choice(ASKING)}，{chance.choice(THING)}，{chance.choice(DETAIL)}"
        if chance.random() < 0.02:
            words += f"，顺便问{chance.choice(RARE)}的事"
        return f"{chance.choice('王李张刘陈')}练习", f"1380000{chance.randint(0, 9999):04}", words


def fill(book: Book, rows: int, journal: int) -> None:
    """Write the rows of ledger, journal and private file."""
    maker = Maker(book, rows)
    made = list(maker.requests())
    book.private.put({"request:0": Private(name="x")})  # makes the file and its key
    key = private_key(book.private.path, book.id, None, new=False)
    book.private.close()
    _fill_private(book.private.path, key, maker, made)
    with bare(book.path, None) as connection:
        for pragma in ("synchronous = OFF", "cache_size = -400000", "temp_store = MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN IMMEDIATE")
        _fill_journal(connection, made[len(made) - min(journal, len(made)) :])
        made.sort(key=lambda one: one["id"])
        _fill_ledger(connection, made)
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _fill_ledger(connection: dbapi2.Connection, made: Sequence[dict[str, Any]]) -> None:
    found = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'request'")
    indices = [(name, sql) for name, sql in found.fetchall() if sql]
    for name, _sql in indices:
        connection.execute(f"DROP INDEX {name}")
    names = list(made[0])
    connection.executemany(
        f"INSERT INTO request ({', '.join(names)}) VALUES ({', '.join(f':{name}' for name in names)})", made
    )
    for _name, sql in indices:
        connection.execute(sql)


def _fill_journal(connection: dbapi2.Connection, made: Sequence[dict[str, Any]]) -> None:
    (arrival,) = connection.execute("SELECT max(arrival) FROM entry").fetchone()
    entries, lines = [], []
    for seq, one in enumerate(made, 1):
        at = datetime.fromisoformat(one["registered_at"]).replace(tzinfo=BEIJING).astimezone(UTC)
        mark, day = stamp(at, seq % 60000, DEVICE), one["registered_at"][:10]
        digest = hashlib.sha256(mark.encode()).hexdigest()
        entries.append((DEVICE, seq, mark, day, "request", "王芳", "clerk", "S1", "", "", 1, digest, digest, mark,
                        arrival + seq))  # fmt: skip
        lines += [
            (f"request:{one['id']}", name, mark, DEVICE, seq, None, None, None, one[name], 1, day)
            for name in KINDS["request"].fields
            if one[name] is not None
        ]
    connection.executemany(
        "INSERT INTO entry (device, seq, stamp, on_day, kind, author, role, unit, note, reason, format, content,"
        " digest, placed, arrival) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", entries,
    )  # fmt: skip
    lines.sort()
    connection.executemany("INSERT INTO line VALUES (?,?,?,?,?,?,?,?,?,?,?)", lines)


def _fill_private(path: Path, key: bytes, maker: Maker, made: Sequence[dict[str, Any]]) -> None:
    with bare(path, key) as connection:
        for pragma in ("synchronous = OFF", "cache_size = -200000"):
            connection.execute(f"PRAGMA {pragma}")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO word (word, rank) VALUES ('secure-delete', 0)")
        contacts, texts, words = [], [], []
        for at, one in enumerate(made, 1):
            name, phone, said = maker.said()
            record = f"request:{one['id']}"
            row = day_of(record) * DAY_ROOM + at
            contacts.append((record, name, phone, ""))
            texts.append((row, record, said))
            words.append((row, bigrams.indexed(said)))
        contacts.sort()
        texts.sort(key=lambda one: one[1])
        connection.execute("DELETE FROM contact")
        connection.execute("DELETE FROM unsettled")
        connection.executemany("INSERT INTO contact VALUES (?, ?, ?, ?)", contacts)
        connection.executemany("INSERT INTO request_text (id, record, text) VALUES (?, ?, ?)", texts)
        connection.executemany("INSERT INTO word (rowid, pairs) VALUES (?, ?)", words)
        connection.execute("INSERT INTO word (word) VALUES ('optimize')")
        connection.execute("INSERT INTO word (word, rank) VALUES ('secure-delete', 1)")
        connection.execute("COMMIT")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def opened(folder: Path, rows: int, journal: int = JOURNAL) -> Book:
    """Return the book of a folder, made where it is not there yet; `BIANMIN_HOME` has to be the folder."""
    path, card = folder / f"register-{rows}.bianmin", folder / f"register-{rows}.json"
    recipe = {"form": FORM, "ledger": LEDGER_FORM, "rows": rows, "journal": journal}
    if not card.exists() or json.loads(card.read_text(encoding="utf-8")) != recipe:
        for part in folder.glob(f"{path.name}*"):
            part.unlink()
        book = Book.create(path, "S1", clock=Clock(lambda: NOW - timedelta(days=YEARS * 365 + 30)), durable=False)
        book.merge(entries_of(edition()), "catalogue")
        fill(book, rows, journal)
        book.private.close()
        card.write_text(json.dumps(recipe), encoding="utf-8")
    return Book.open(path, clock=Clock(lambda: NOW))


def main() -> int:
    """Make the book and say how long it took."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.register_book")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--journal", type=int, default=JOURNAL)
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    os.environ["BIANMIN_HOME"] = str(asked.folder)
    took = milliseconds(lambda: opened(asked.folder, asked.rows, asked.journal))
    sys.stdout.write(f"{took / 1000:.0f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
