"""What SQLite and PostgreSQL say differently. The queries stand in SQLite's words; here they are put into PostgreSQL's.

Nothing is translated, and nothing is paid, for a book in a file.
"""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Engine

from desktop.models.bare import Cursor

SERVER = "postgresql"

_WORDS = tuple(
    (re.compile(found), said)
    for found, said in (
        (r"group_concat\(window\)", "string_agg(window, ',') FILTER (WHERE code IS NOT NULL)"),
        (r"group_concat\(char\(", "string_agg(chr("),
        (r"\bmax\((?=max\(|coalesce\(\w+, '')", "greatest("),
        # A comparison is a number in SQLite alone.
        (r"(?<= \* )(\((?:proof_on|changed_on|reported_on|proposal) [^()]*\))", r"\1::int"),
        (r"\bl\.booked <> (?=\()", "(l.booked = 1) <> "),
        (r"\b(by_after|saw_device|saw_seq) IS NOT (?=after|device|seq)", r"\1 IS DISTINCT FROM "),
        (r"\bCROSS JOIN (?=\w+ \w+ ON )", "JOIN "),
        (r"json_each\(:ids\)", "json_array_elements_text(:ids::json)"),
        (r"json_array_length\(e\.evidence\)", "json_array_length(e.evidence::json)"),
        # SQLite takes the other columns of a group from the row of its greatest stamp.
        (r"SELECT substr\(l\.record, 12\) AS id, max\(l\.stamp\) AS stamp",
         "SELECT DISTINCT ON (l.record) substr(l.record, 12) AS id, l.stamp"),
        (r"GROUP BY l\.record\n", "ORDER BY l.record, l.stamp DESC\n"),
        (r"ORDER BY (sort|from_day), (code|id)\b", r"ORDER BY \1 NULLS FIRST, \2 NULLS FIRST"),
        (r"""(?<![\w"':(])window(?![\w"':])|(?<=\w\()window(?=[,)])""", '"window"'),
    )
)  # fmt: skip
_NAME = re.compile(r"(?<![:\w]):([a-z_]+)")


@lru_cache(maxsize=512)
def spoken(query: str) -> str:
    """Return a query in PostgreSQL's words, its blanks untouched."""
    for found, said in _WORDS:
        query = found.sub(said, query)
    return query


@lru_cache(maxsize=512)
def _bare(query: str) -> str:
    """Return a query for psycopg itself, which writes its blanks `%(name)s`."""
    return _NAME.sub(r"%(\1)s", spoken(query).replace("%", "%%"))


class _Speaking:
    """A cursor of psycopg that takes queries in SQLite's words."""

    def __init__(self, cursor: Any) -> None:  # noqa: ANN401  # psycopg is optional and not imported here
        self._cursor = cursor

    @property
    def description(self) -> Sequence[Sequence[Any]] | None:
        found: Sequence[Sequence[Any]] | None = self._cursor.description
        return found

    def execute(self, query: str, values: Mapping[str, object] | None = None, /) -> "_Speaking":
        self._cursor.execute(_bare(query), values or {})
        return self

    def fetchall(self) -> Sequence[Any]:
        rows: Sequence[Any] = self._cursor.fetchall()
        return rows

    def fetchone(self) -> Sequence[Any] | None:
        row: Sequence[Any] | None = self._cursor.fetchone()
        return row


def cursor_of(connection: Connection) -> Cursor:
    """Return a cursor of the driver under a connection, inside the same transaction."""
    cursor: Cursor = connection.connection.cursor()
    return _Speaking(cursor) if connection.dialect.name == SERVER else cursor


def reading(engine: Engine) -> Engine:
    """Return an engine whose transactions only read, each of one moment."""
    if engine.dialect.name == SERVER:
        return engine.execution_options(reading=True, isolation_level="REPEATABLE READ", postgresql_readonly=True)
    return engine.execution_options(reading=True)


_STATES = (
    ("55P03", "busy"), ("40", "busy"), ("53100", "disk_full"), ("25006", "server_rights"), ("42501", "server_rights"),
    ("42P01", "not_a_book"), ("08", "server_away"), ("57P", "server_away"), ("XX00", "damaged"),
)  # fmt: skip
"""SQLSTATE (PostgreSQL documentation, appendix A) or its beginning, and the refusal that it means."""


def meaning(error: object) -> str | None:
    """Return the code of the refusal that an error of psycopg means, None for any other error."""
    if not hasattr(error, "sqlstate"):
        return None
    state = error.sqlstate
    if state is None:
        # The connection was refused or broke off: no server was there to give a state.
        return "server_away" if type(error).__name__ == "OperationalError" else None
    return next((code for begin, code in _STATES if state.startswith(begin)), None)


LIFT = "SELECT set_config('bianmin.lifted', 'on', true)"
LAY = "SELECT set_config('bianmin.lifted', '', true)"
"""Lift and lay down the guards until the transaction ends at the latest: unlike DROP TRIGGER this stops no reader."""

_STANDS = """
CREATE OR REPLACE FUNCTION journal_stands() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
 IF coalesce(current_setting('bianmin.lifted', true), '') <> 'on' THEN
  RAISE EXCEPTION 'journal is append-only' USING ERRCODE = 'integrity_constraint_violation';
 END IF;
 RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END $$
"""
_CONTENT = "device, seq, stamp, on_day, kind, author, role, unit, note, reason, evidence, undoes, format, content"
_LINE = "record, field, stamp, device, seq, base_device, base_seq, before, after"
_ROW = "FOR EACH ROW EXECUTE FUNCTION journal_stands()"
_ONCE = "FOR EACH ROW WHEN (OLD.digest IS NOT NULL) EXECUTE FUNCTION journal_stands()"
GUARDS = (
    _STANDS,
    f"CREATE OR REPLACE TRIGGER entry_stays BEFORE DELETE ON entry {_ROW}",
    f"CREATE OR REPLACE TRIGGER line_stays BEFORE DELETE ON line {_ROW}",
    f"CREATE OR REPLACE TRIGGER entry_stands BEFORE UPDATE OF {_CONTENT} ON entry {_ROW}",
    f"CREATE OR REPLACE TRIGGER digest_stands BEFORE UPDATE OF digest ON entry {_ONCE}",
    f"CREATE OR REPLACE TRIGGER line_stands BEFORE UPDATE OF {_LINE} ON line {_ROW}",
    "CREATE OR REPLACE TRIGGER entry_whole BEFORE TRUNCATE ON entry EXECUTE FUNCTION journal_stands()",
    "CREATE OR REPLACE TRIGGER line_whole BEFORE TRUNCATE ON line EXECUTE FUNCTION journal_stands()",
)
"""What keeps the journal append-only on a server; the triggers of SQLite stand in `schema`."""
