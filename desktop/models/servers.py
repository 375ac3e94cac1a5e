"""A book on PostgreSQL: its engine, and what must be right before it is used. One schema of a database is one book."""

from contextlib import suppress
from importlib.util import find_spec
from typing import Any

from sqlalchemy import Connection, Engine, TextClause, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import DDLElement

from desktop.models import dialects, file_format
from desktop.models.failures import plainly
from desktop.models.places import Server
from desktop.models.refusals import BookRefused

_ONE_WRITER = "SELECT pg_advisory_xact_lock(1112099149, hashtext(current_schema()))"
"""One transaction at a time writes to a book; the number only keeps away from other programs' locks."""


def engine(place: Server, wait_ms: int, *, durable: bool = True) -> Engine:
    """Return an engine on a server; its transactions take the book's advisory lock unless marked as reading.

    Raises BookRefused where psycopg is not installed.
    """
    if find_spec("psycopg") is None:
        raise BookRefused("no_server_driver", path=str(place))
    url = make_url(place.url).set(drivername="postgresql+psycopg")
    made = create_engine(
        url, pool_size=2, max_overflow=6, use_native_hstore=False,
        connect_args={"options": _options(url.query.get("options"), wait_ms, durable=durable)},
    )  # fmt: skip

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        if not connection.get_execution_options().get("reading"):
            connection.exec_driver_sql(_ONE_WRITER)

    @event.listens_for(made, "before_cursor_execute", retval=True)
    def translate(
        _connection: Connection, _cursor: object, query: str, values: object, context: Any, _many: bool,  # noqa: ANN401, FBT001  # SQLAlchemy's own signature
    ) -> tuple[str, object]:  # fmt: skip
        compiled = context.compiled
        is_text = compiled is not None and isinstance(compiled.statement, TextClause | DDLElement)
        return dialects.spoken(query) if is_text else query, values

    return made


def _options(named: object, wait_ms: int, *, durable: bool) -> str:
    """Return what every session is set to. A wait of 0 would mean for ever to the server."""
    parts = [named] if isinstance(named, str) else []
    parts.append(f"-c lock_timeout={max(wait_ms, 1)} -c client_encoding=UTF8")
    if not durable:
        parts.append("-c synchronous_commit=off")
    return " ".join(parts)


def opened(place: Server, wait_ms: int, *, durable: bool) -> Engine:
    """Return an engine on a server that holds a book. Raises BookRefused: away, not a book, a newer one."""
    made = engine(place, wait_ms, durable=durable)
    try:
        _examine(made, place)
    except BaseException:
        made.dispose()
        raise
    return made


def _examine(made: Engine, place: Server) -> None:
    with plainly(place), dialects.reading(made).begin() as connection:
        found = connection.exec_driver_sql("SELECT value FROM fact WHERE name = 'format'").scalar()
    if found is None:
        raise BookRefused("not_a_book", path=str(place))
    if int(found) > file_format.FORMAT:
        raise BookRefused("newer_book", path=str(place), book=int(found), program=file_format.FORMAT)


def refuse_used(connection: Connection, place: Server) -> None:
    """Raise BookRefused where a book stands already, or the database cannot hold every character."""
    if connection.exec_driver_sql(
        "SELECT to_regclass('fact') IS NOT NULL OR to_regclass('entry') IS NOT NULL"
    ).scalar():
        raise BookRefused("exists", path=str(place))
    if connection.exec_driver_sql("SHOW server_encoding").scalar() != "UTF8":
        raise BookRefused("server_encoding", path=str(place))


def forget_words(made: Engine) -> None:
    """Let the server reuse the room of deleted rows at once; where that is not this user's right, it does so later."""
    with suppress(DBAPIError), dialects.reading(made).execution_options(
        isolation_level="AUTOCOMMIT", postgresql_readonly=False
    ).connect() as connection:  # fmt: skip
        connection.exec_driver_sql("VACUUM entry, line")
