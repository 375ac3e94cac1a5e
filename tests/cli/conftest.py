"""What the tests of the command line stand on: a small real book, and a way to run one command in this process."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from desktop import cli, i18n
from desktop.models.book import Book
from tests import books


class Answer(NamedTuple):
    """What one command gave back."""

    code: int
    out: str
    err: str


Say = Callable[..., Answer]


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    """Speak Chinese again after a test that did not."""
    yield
    i18n.use("zh")


@pytest.fixture(scope="session")
def untouched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the small book as it was made, to be copied."""
    folder = tmp_path_factory.mktemp("untouched")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BIANMIN_HOME", str(folder / "home"))
        books.make(folder / "book.bianmin").close()
    return folder / "book.bianmin"


@pytest.fixture
def book(untouched: Path, tmp_path: Path) -> Path:
    """Return a bureau's book of three actions at two windows, with nothing done yet."""
    return Path(shutil.copy(untouched, tmp_path / "book.bianmin"))


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    """Return a file that shows something."""
    path = tmp_path / "照片说明.txt"
    path.write_text("窗口已张贴一次性告知单", encoding="utf-8")
    return path


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Say:
    """Run a command line in this process."""

    def command(*words: object) -> Answer:
        capsys.readouterr()
        code = cli.main([str(word) for word in words])
        return Answer(code, *capsys.readouterr())

    return command


@pytest.fixture
def say(run: Say, book: Path) -> Say:
    """Run a command on the small book."""

    def command(*words: object) -> Answer:
        return run("--book", book, *words)

    return command


@pytest.fixture
def state(book: Path) -> Callable[[], tuple[int, object]]:
    """Return a look at the book: how many entries it holds, and its whole ledger."""

    def look() -> tuple[int, object]:
        opened = Book.open(book)
        try:
            return len(opened.entries()), opened.ledger()
        finally:
            opened.close()

    return look
