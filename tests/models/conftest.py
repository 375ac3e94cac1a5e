"""A private file of a book without a key, and of one with a key."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.models.private import PrivateStore
from tests.private_words import KEY


@pytest.fixture(params=[None, KEY], ids=["own-key", "book-key"])
def store(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[PrivateStore]:
    made = PrivateStore(tmp_path / "a.book", "b1", request.param)
    yield made
    made.close()
