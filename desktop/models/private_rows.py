"""The rows of the private file: what is kept of one request, and the tokens by which its text is found."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import Connection, text

from desktop.models import bigrams, plain_text

LONGEST_NAME, LONGEST_PHONE = 100, 40
DAY_ROOM = 1_000_000
"""A text is numbered by the day in its record's id, so that the newest finds of a search come first: day times this."""
_DAY = re.compile(r"-(\d{8})-", re.ASCII)


@dataclass(frozen=True, slots=True)
class Private:
    """What is kept of one request. Its repr shows nothing, so no log and no traceback does."""

    name: str = field(default="", repr=False)
    phone: str = field(default="", repr=False)
    id_last4: str = field(default="", repr=False)
    text: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Held:
    """That something is kept of a record, and of which kind; none of the words."""

    record: str
    contact: bool
    text: bool


def cleaned(one: Private) -> Private:
    """Return what may be kept. Raises InputRefused `text_too_long`, `private_has_id`, `not_last_four`."""
    return Private(
        plain_text.private(one.name, LONGEST_NAME).strip(), plain_text.private(one.phone, LONGEST_PHONE).strip(),
        plain_text.last_four(one.id_last4), plain_text.private(one.text),
    )  # fmt: skip


def names_citizen(words: str, one: Private) -> bool:
    """Say whether words for the journal hold what a citizen said of himself: name, telephone, or the whole text."""
    plain = "".join(words.split())
    told = ("".join(part.split()) for part in (one.name, one.phone, one.text))
    return any(len(part) > 1 and part in plain for part in told)


def put(connection: Connection, record: str, one: Private) -> None:
    """Write the rows and tokens of a record that has none."""
    at = {"record": record}
    if one.name or one.phone or one.id_last4:
        values = {**at, "name": one.name, "phone": one.phone, "id_last4": one.id_last4}
        connection.execute(text("INSERT INTO contact VALUES (:record, :name, :phone, :id_last4)"), values)
    if one.text:
        put_text(connection, record, one.text)
    connection.execute(text("INSERT OR IGNORE INTO unsettled VALUES (:record)"), at)


def put_text(connection: Connection, record: str, words: str) -> None:
    """Write the words of a record that has none, and their tokens."""
    row = _next_row(connection, record)
    query = text("INSERT INTO request_text (id, record, text) VALUES (:row, :record, :text)")
    connection.execute(query, {"row": row, "record": record, "text": words})
    put_words(connection, row, words)


def _next_row(connection: Connection, record: str) -> int:
    """Return the number under which a record's text is to be kept: the next one of its day."""
    first = day_of(record) * DAY_ROOM
    query = text("SELECT max(id) FROM request_text WHERE id >= :first AND id < :beyond")
    last = connection.execute(query, {"first": first, "beyond": first + DAY_ROOM}).scalar()
    return first if last is None else int(last) + 1


def day_of(record: str) -> int:
    """Return the ordinal of the day in a record's id, 0 where there is none."""
    found = _DAY.search(record)
    try:
        return date.fromisoformat(found[1]).toordinal() if found else 0
    except ValueError:
        return 0


def drop(connection: Connection, records: Iterable[str]) -> int:
    """Delete rows and tokens of records; return how many had any."""
    asked = {"records": json.dumps(list(records))}
    texts = connection.execute(text(f"SELECT id, record, text FROM request_text WHERE {_AMONG}"), asked).all()
    if texts:
        gone = [{"row": row.id, "pairs": bigrams.indexed(row.text)} for row in texts]
        connection.execute(_DROP_WORDS, gone)
        connection.execute(text(f"DELETE FROM request_text WHERE {_AMONG}"), asked)
    query = text(f"DELETE FROM contact WHERE {_AMONG} RETURNING record")
    found = {row.record for row in texts}.union(connection.execute(query, asked).scalars())
    connection.execute(text(f"DELETE FROM unsettled WHERE {_AMONG}"), asked)
    return len(found)


_AMONG = "record IN (SELECT value FROM json_each(:records))"
_DROP_WORDS = text("INSERT INTO word (word, rowid, pairs) VALUES ('delete', :row, :pairs)")


def put_words(connection: Connection, row: int, words: str) -> None:
    """Put a text into the index."""
    query = text("INSERT INTO word (rowid, pairs) VALUES (:row, :pairs)")
    connection.execute(query, {"row": row, "pairs": bigrams.indexed(words)})
