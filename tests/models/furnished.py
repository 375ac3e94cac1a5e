"""A closed book with everything in it, for tests of encryption."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.commands.progress import Move
from desktop.models import backup, encryption
from desktop.models.admission import Admission
from desktop.models.book import Book
from desktop.models.clock import Clock
from desktop.models.encryption import Lock
from desktop.models.recovery_key import RecoveryKey
from desktop.models.vocabulary import Status
from tests.books import BUREAU, CHIEF, Hands, make, own
from tests.models.test_pins import CHEAP
from tests.private_words import WANG

PIN = "83512790"
RECOVERY = RecoveryKey(bytes(range(20)))
NOTE = "告知单已上墙"
PROOF = "窗口照片的说明".encode()
AT = "commitment:A01@W1"


@dataclass
class Furnished:
    """A closed book with everything in it: a deed, evidence, citizens' data, backups, an officer with a PIN."""

    path: Path
    id: str
    officer: str
    sha256: str

    def lock(self) -> Lock:
        who = (self.officer, BUREAU.officer, BUREAU.role.value)
        return encryption.lock_for(self.id, who, PIN, RECOVERY, CHEAP)

    def files(self) -> list[Path]:
        """Return every file in which something of the book lies."""
        beside = [self.path.with_name(self.path.name + end) for end in ("", "-wal", ".private", ".rekey.part")]
        folders = (self.path.with_name(self.path.name + ".evidence"), backup.folder(self.id))
        return [one for one in (*beside, *(one for at in folders for one in at.rglob("*"))) if one.is_file()]

    def whole(self, key: bytes | None) -> None:
        """Assert that the book opens with this key and holds what it held."""
        book = Book.open(self.path, key=key)
        try:
            assert [one for one in book.check() if one.is_wrong] == []
            assert [entry.note for entry in own(book)] == [NOTE]  # type: ignore[union-attr]  # no stubs here
            assert book.private.get(AT) == WANG
            assert book.private.search("窗口") == [AT]
            assert book.evidence.read(self.sha256) == PROOF
            assert Admission(book, key).admit(self.officer, PIN).desk == BUREAU
        finally:
            # As a start that is killed would leave it: without a backup at close.
            book.private.close()
            book._engine.dispose()


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Furnished]:
    """Make the book once; `furnished` copies it with its home."""
    folder = tmp_path_factory.mktemp("made")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BIANMIN_HOME", str(folder / "home"))
        book = make(folder / "a.book", hands=Hands(Clock().now()))
        proof = folder / "proof.txt"
        proof.write_bytes(PROOF)
        move = Move(("A01@W1",), Status.IN_PROGRESS, note=NOTE, evidence=(book.evidence.attach(proof),))
        book.do(move, CHIEF, lambda _drafts: book.private.put({AT: WANG}))
        admission = Admission(book, cost=CHEAP)
        officer = admission.officers.add(BUREAU, BUREAU.officer, BUREAU.role)
        admission.set_pin(officer.id, PIN)
        admission.use_recovery(BUREAU, RECOVERY)
        book.backup()
        book.close()
    return folder, Furnished(folder / "a.book", book.id, officer.id, move.evidence[0].sha256)


@pytest.fixture
def furnished(made: tuple[Path, Furnished], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Furnished:
    folder, told = made
    shutil.copytree(folder, tmp_path / "b")
    monkeypatch.setenv("BIANMIN_HOME", str(tmp_path / "b" / "home"))
    return Furnished(tmp_path / "b" / "a.book", told.id, told.officer, told.sha256)
