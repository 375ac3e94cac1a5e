"""The table of local values: what no other computer gets. Written by `Book.keep`, cleared by a deed that used it."""

from collections.abc import Callable, Iterable

from sqlalchemy import Connection, delete, insert, select

from desktop.models import schema

Value = str | None | Callable[[str | None], str | None]
"""A value, None for none, or what makes the new value of the one that stands there."""


def keep(connection: Connection, kind: str, key: str, value: Value) -> None:
    """Put a value in the place of the one that stands under a kind and key."""
    here = schema.kept.c
    if callable(value):
        query = select(here.value).where(here.kind == kind, here.key == key)
        value = value(connection.execute(query).scalar())
    forget(connection, [(kind, key)])
    if value is not None:
        connection.execute(insert(schema.kept), {"kind": kind, "key": key, "value": value})


def forget(connection: Connection, places: Iterable[tuple[str, str]]) -> None:
    """Delete the values under some kinds and keys."""
    here = schema.kept.c
    for kind, key in places:
        connection.execute(delete(schema.kept).where(here.kind == kind, here.key == key))


def kept(connection: Connection, kind: str) -> dict[str, str]:
    """Return every value of a kind by its key, in the order of the keys."""
    here = schema.kept.c
    found = connection.execute(select(here.key, here.value).where(here.kind == kind).order_by(here.key))
    return {row.key: row.value for row in found}
