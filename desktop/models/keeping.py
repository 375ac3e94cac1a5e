"""The table of local values: what no other computer gets. Written by `Book.keep`, cleared by a deed that used it."""

from collections.abc import Callable, Iterable

from sqlalchemy import Connection, delete, insert, select

from desktop.models import schema

Value = str | None | Callable[[str | None], str | None]
"""A value, None for none, or what makes the new value of the one that stands there."""


def keep(connection: Connection, kind: str, key: str, made: Value) -> None:
    """Put a value in the place of the one that stands under a kind and key."""
    if callable(made):
        made = made(value(connection, kind, key))
    forget(connection, [(kind, key)])
    if made is not None:
        connection.execute(insert(schema.kept), {"kind": kind, "key": key, "value": made})


def forget(connection: Connection, places: Iterable[tuple[str, str]]) -> None:
    """Delete the values under some kinds and keys."""
    here = schema.kept.c
    for kind, key in places:
        connection.execute(delete(schema.kept).where(here.kind == kind, here.key == key))


def value(connection: Connection, kind: str, key: str) -> str | None:
    """Return the value under a kind and key, None where there is none."""
    here = schema.kept.c
    return connection.execute(select(here.value).where(here.kind == kind, here.key == key)).scalar()


def kept(connection: Connection, kind: str) -> dict[str, str]:
    """Return every value of a kind by its key, in the order of the keys."""
    here = schema.kept.c
    found = connection.execute(select(here.key, here.value).where(here.kind == kind).order_by(here.key))
    return {row.key: row.value for row in found}
