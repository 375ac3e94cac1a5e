"""Which ids were ever born: an action's id is never used again, whatever became of it."""

from sqlalchemy import select

from desktop.models.readings import Readings
from desktop.models.records import KINDS


def action_ids(book: Readings, but: str = "") -> frozenset[str]:
    """Return the lasting ids of the actions of every edition that the book has held, but not of the edition named.

    An edition that is read again must not be told that its own ids are taken.
    """
    action = KINDS["action"].table.c
    with book.reading() as connection:
        found = connection.execute(select(action.action).where(action.edition != but).distinct()).scalars()
        return frozenset(key for key in found if key)
