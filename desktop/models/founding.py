"""Making the file of a book, and the facts that it knows about itself."""

import uuid

from sqlalchemy import Connection, insert, inspect, select, text, update

from desktop.models import effects, file_format, ledger, records, schema, servers, store
from desktop.models.bare import WAIT_MS
from desktop.models.places import Place, Server
from desktop.models.refusals import BookRefused


def found(path: Place, facts: dict[str, str], key: bytes | None) -> None:
    """Make an empty book beside its place and move it there whole. Raises BookRefused when something stands there."""
    if isinstance(path, Server):
        _found_on_server(path, facts)
        return
    store.refuse_bad_place(path)
    if path.exists():
        raise BookRefused("exists", path=str(path))
    part = path.with_name(path.name + ".part")
    part.unlink(missing_ok=True)
    engine = store.engine(part, key)
    with engine.begin() as connection:
        _furnish(connection, facts)
        connection.exec_driver_sql(f"PRAGMA application_id = {file_format.APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {file_format.FORMAT}")
    engine.dispose()
    part.replace(path)


def _found_on_server(place: Server, facts: dict[str, str]) -> None:
    engine = servers.engine(place, WAIT_MS)
    try:
        with engine.begin() as connection:
            servers.refuse_used(connection, place)
            _furnish(connection, {"format": str(file_format.FORMAT), **facts})
    finally:
        engine.dispose()


def _furnish(connection: Connection, facts: dict[str, str]) -> None:
    schema.meta.create_all(connection)
    effects.guard(connection)
    every = {"ledger_form": str(file_format.LEDGER_FORM), "catalogue": "0", **facts}
    connection.execute(insert(schema.fact), [{"name": name, "value": value} for name, value in every.items()])


def new_id() -> str:
    """Return an id that no other book has."""
    return uuid.uuid4().hex


def facts(connection: Connection) -> dict[str, str]:
    """Return what the book knows about itself: id, unit, practice, catalogue (a counter of its changes)."""
    return {row.name: row.value for row in connection.execute(select(schema.fact))}


def bump(connection: Connection) -> None:
    """Count a change after which the catalogue, or the whole board, must be read anew."""
    connection.execute(text("UPDATE fact SET value = CAST(value AS INTEGER) + 1 WHERE name = 'catalogue'"))


def _add_days(connection: Connection) -> None:
    """Give the lines of a book that was made before they had it the column of their day; `ledger.rebuild` fills it."""
    if not any(column["name"] == "on_day" for column in inspect(connection).get_columns("line")):
        kind = schema.line.c.on_day.type.compile(connection.dialect)
        connection.execute(text(f"ALTER TABLE line ADD COLUMN on_day {kind} NOT NULL DEFAULT ''"))


def renew_ledger(connection: Connection) -> None:
    """Drop and derive the ledger anew when this program lays it out differently from the one that wrote it."""
    if facts(connection).get("ledger_form") == str(file_format.LEDGER_FORM):
        return
    _add_days(connection)
    tables = [*records.LEDGER, schema.overruled]
    schema.meta.drop_all(connection, tables=tables)
    schema.meta.create_all(connection, tables=tables)
    ledger.rebuild(connection)
    changed = update(schema.fact).where(schema.fact.c.name == "ledger_form")
    connection.execute(changed.values(value=str(file_format.LEDGER_FORM)))
