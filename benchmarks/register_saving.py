"""What a new request costs, beside the same rows put into the same two files by hand."""

import shutil
import statistics
from collections.abc import Callable, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from benchmarks.stopwatch import milliseconds
from desktop.commands.requests import RegisterRequest
from desktop.models import bigrams
from desktop.models.bare import bare
from desktop.models.book import Book
from desktop.models.clock import Clock
from desktop.models.private_key import private_key
from desktop.models.private_rows import Private
from desktop.models.registering import register
from tests.books import CLERK

SAID = Private("王练习", "13800001234", "", "群众来窗口要求补办证件，身份证，材料已经带齐")
_LIKE_BOOK = ("synchronous", "secure_delete", "foreign_keys", "recursive_triggers", "cache_size")


class Floor:
    """The rows of one registration, inserted again and again in one transaction of each file."""

    def __init__(self, book: Book, key: str) -> None:
        """Take the rows of the request that was registered last."""
        self.record = f"request:{key}"
        self.key, self.private_path = private_key(book.private.path, book.id, None, new=False), book.private.path
        self.path = book.path
        with book.reading() as connection:
            self.pragmas = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in _LIKE_BOOK}
        with bare(self.path, None) as connection:
            self.request = _row(connection, "SELECT * FROM request WHERE id = ?", key)
            self.lines = _rows(connection, "SELECT * FROM line WHERE record = ?", self.record)
            at = (self.lines[0]["device"], self.lines[0]["seq"])
            self.entry = _row(connection, "SELECT * FROM entry WHERE device = ? AND seq = ?", *at)
        self._numbers = count(1)
        self._books = [bare(self.path, None), bare(self.private_path, self.key)]
        self._book, self._private = (one.__enter__() for one in self._books)
        for connection in (self._book, self._private):
            for name, value in self.pragmas.items():
                connection.execute(f"PRAGMA {name} = {value}")

    def write(self) -> None:
        """Insert them under another id."""
        number = next(self._numbers)
        key = f"{self.request['id'][:-12]}ZZ{number:05}-ffff"
        record, device = f"request:{key}", "dev-ffffffffffffffff"
        run = self._private.execute
        run("BEGIN IMMEDIATE")
        run("INSERT INTO contact VALUES (?, ?, ?, ?)", (record, SAID.name, SAID.phone, SAID.id_last4))
        row = 900_000_000_000 + number
        run("INSERT INTO request_text (id, record, text) VALUES (?, ?, ?)", (row, record, SAID.text))
        run("INSERT INTO word (rowid, pairs) VALUES (?, ?)", (row, bigrams.indexed(SAID.text)))
        run("INSERT INTO unsettled VALUES (?)", (record,))
        run("COMMIT")
        run = self._book.execute
        run("BEGIN IMMEDIATE")
        ((arrival,),) = run("SELECT max(arrival) FROM entry").fetchall()
        entry = self.entry | {"device": device, "seq": number, "arrival": arrival + 1}
        _insert(run, "entry", entry)
        for line in self.lines:
            _insert(run, "line", line | {"record": record, "device": device, "seq": number})
        _insert(run, "request", self.request | {"id": key})
        run("COMMIT")

    def close(self) -> None:
        """Let go of the files."""
        for one in self._books:
            one.__exit__(None, None, None)


def _rows(connection: dbapi2.Connection, query: str, *values: object) -> list[dict[str, Any]]:
    found = connection.execute(query, values)
    names = [column[0] for column in found.description]
    return [dict(zip(names, row, strict=True)) for row in found.fetchall()]


def _row(connection: dbapi2.Connection, query: str, *values: object) -> dict[str, Any]:
    (row,) = _rows(connection, query, *values)
    return row


def _insert(run: Callable[[str, Mapping[str, object]], object], table: str, row: Mapping[str, object]) -> None:
    run(f"INSERT INTO {table} ({', '.join(row)}) VALUES ({', '.join(f':{name}' for name in row)})", row)


def measure(source: Book, folder: Path, rounds: int) -> dict[str, float]:
    """Register requests in a copy of a book, in turn with the floor. Medians."""
    folder.mkdir()
    for file in (source.path, source.private.path):
        shutil.copyfile(file, folder / file.name)
    clock = source.clock.now()
    book = Book.open(folder / source.path.name, clock=Clock(lambda: clock))
    asked = RegisterRequest("A01", "W7")
    floor = Floor(book, register(book, asked, CLERK, SAID).id)

    def ours() -> object:
        return register(book, asked, CLERK, SAID)

    turns = [(milliseconds(floor.write), milliseconds(ours)) for _n in range(rounds)]
    floor.close()
    book.private.close()
    alone, through = (statistics.median(column) for column in zip(*turns, strict=True))
    for file in folder.iterdir():
        if file.is_file():
            file.unlink()
    return {"saved": through, "saved_floor": alone, "saved_times": through / alone}
