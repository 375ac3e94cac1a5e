"""A private file of a book without a key, and of one with a key; a server of PostgreSQL, and a book on both."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.models.places import Server
from desktop.models.private import PrivateStore
from tests import server
from tests.private_words import KEY
from tests.twins import Twins


@pytest.fixture(params=[None, KEY], ids=["own-key", "book-key"])
def store(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[PrivateStore]:
    made = PrivateStore(tmp_path / "a.book", "b1", request.param)
    yield made
    made.close()


@pytest.fixture(scope="session")
def url() -> Iterator[str]:
    folder = server.programs()
    if folder is None:
        pytest.skip("no PostgreSQL server is installed (Debian: postgresql)")
    with server.running(folder) as found:
        yield found


@pytest.fixture
def place(url: str) -> Server:
    return server.schema(url)


@pytest.fixture
def twins(tmp_path: Path, place: Server) -> Iterator[Twins]:
    made = Twins(tmp_path / "a.book", place)
    yield made
    for book in made:
        book.close()
