"""A process that writes deeds until it is killed, and says each stamp through a pipe after COMMIT."""

from itertools import count
from multiprocessing.connection import Connection
from pathlib import Path

from desktop.commands.progress import AddNote, ConfirmUnchanged
from desktop.models.book import Book
from tests.books import CLERK


def write(path: Path, key: bytes | None, said: Connection) -> None:
    """Write to the book at `path` for ever."""
    book = Book.open(path, key=key)
    for n in count():
        keys = ("A01@W1", "A02@W1", "A03@W1")
        command = AddNote((keys[n % 3],), "办" * (n % 400)) if n % 2 else ConfirmUnchanged(keys)
        for stamp in book.do(command, CLERK).stamps:
            said.send_bytes(stamp.encode())
