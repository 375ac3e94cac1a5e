"""Opening the file: engine, key, pragmas, and the places where a live book must not lie."""

import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event, pool
from sqlcipher3 import dbapi2

from desktop.models import servers
from desktop.models.bare import WAIT_MS, bare, examine, unlock
from desktop.models.places import Place, Server
from desktop.models.refusals import BookRefused

OLDEST_SQLITE = (3, 51, 3)
"""Below lies the WAL-reset bug (SQLite release news, 2026-03)."""
FOREIGN = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "davfs", "fuse.davfs2", "9p"})


@dataclass(frozen=True, slots=True)
class Machine:
    """Where the kernel says what is mounted, and which devices are removable."""

    mounts: Path = Path("/proc/mounts")
    blocks: Path = Path("/sys/class/block")

    def mounted(self, folder: Path) -> tuple[str, str]:
        """Return device and kind of the file system that holds a folder, empty where the kernel does not say."""
        if not self.mounts.exists():
            return "", ""
        best = ("", "", "")
        for row in self.mounts.read_text(encoding="utf-8", errors="replace").splitlines():
            device, point, kind = (*row.split(" "), "", "", "")[:3]
            point = _ESCAPED.sub(lambda found: chr(int(found[1], 8)), point)
            if len(point) >= len(best[1]) and folder.is_relative_to(point):
                best = (device, point, kind)
        return best[0], best[2]

    def is_removable(self, device: str) -> bool:
        """Say whether a partition lies on a device that can be pulled out."""
        place = self.blocks / Path(device).name
        if not device or not place.exists():
            return False
        there = place.resolve()
        flags = (there / "removable", there.parent / "removable")
        return any(flag.is_file() and flag.read_text().strip() == "1" for flag in flags)


_ESCAPED = re.compile(r"\\([0-7]{3})")
_HERE = Machine()


def refuse_bad_place(path: Path, machine: Machine = _HERE) -> None:
    """Raise BookRefused for a network share, a removable device, or a folder that cannot be written."""
    folder = path.resolve().parent
    if not folder.is_dir():
        raise BookRefused("no_folder", path=str(folder))
    if not os.access(folder, os.W_OK) or (path.exists() and not os.access(path, os.W_OK)):
        raise BookRefused("read_only", path=str(folder))
    device, kind = machine.mounted(folder)
    if kind in FOREIGN:
        raise BookRefused("network_place", path=str(folder), kind=kind)
    if machine.is_removable(device):
        raise BookRefused("removable_place", path=str(folder))


def _connect(path: Path, key: bytes | None, wait_ms: int, *, durable: bool) -> Callable[[], object]:
    def connect() -> object:
        connection = dbapi2.connect(str(path), isolation_level=None, check_same_thread=False, timeout=wait_ms / 1000)
        unlock(connection, key)
        synchronous = "FULL" if durable else "OFF"
        # Without recursive triggers an INSERT OR REPLACE would slip past the guards of the journal.
        for pragma in (
            f"synchronous={synchronous}", "secure_delete=ON", "foreign_keys=ON", "recursive_triggers=ON", _WRITES,
        ):  # fmt: skip
            connection.execute(f"PRAGMA {pragma}")
        return connection

    return connect


_WRITES, _READS = "cache_size=-16000", "cache_size=-4000"
"""Kilobytes of pages kept. A past day reads a hundred megabytes once each: in a small cache they land where the
processor still has the memory at hand, an eighth faster. A merge comes back to its pages, so it keeps more of them."""


def engine(path: Path, key: bytes | None = None, wait_ms: int = WAIT_MS, *, durable: bool = True) -> Engine:
    """Return an engine on the file; every transaction of it begins by BEGIN IMMEDIATE unless marked as reading."""
    made = create_engine(
        "sqlite+pysqlite://", module=dbapi2, creator=_connect(path, key, wait_ms, durable=durable),
        poolclass=pool.QueuePool, pool_size=2, max_overflow=6, pool_reset_on_return="rollback", hide_parameters=True,
    )  # fmt: skip

    @event.listens_for(made, "begin")
    def begin(connection: Connection) -> None:
        reads = connection.get_execution_options().get("reading")
        connection.connection.cursor().execute(f"PRAGMA {_READS if reads else _WRITES}")
        connection.exec_driver_sql("BEGIN" if reads else "BEGIN IMMEDIATE")

    return made


def opened(place: Place, key: bytes | None, wait_ms: int, *, durable: bool) -> Engine:
    """Return an engine on a book that stands there. Raises BookRefused: not a book, a newer one, a bad place."""
    if isinstance(place, Server):
        return servers.opened(place, wait_ms, durable=durable)
    examine(place, key)
    refuse_bad_place(place)
    made = engine(place, key, wait_ms, durable=durable)
    use_wal(place, key)
    return made


def retire(made: Engine) -> None:
    """Let go of the file. What still reads by this engine opens it for that moment alone, and is in nobody's way."""
    made.dispose()

    @event.listens_for(made, "checkin")
    def let_go(_connection: object, record: pool.ConnectionPoolEntry) -> None:
        record.close()


def use_wal(path: Path, key: bytes | None) -> None:
    """Put the file into WAL mode, which then stays in its header. A file that is in use is in it already."""
    with bare(path, key) as connection, suppress(dbapi2.OperationalError):
        connection.execute("PRAGMA journal_mode = WAL")


def forget_journal(path: Path, key: bytes | None) -> None:
    """Empty the write-ahead log, in which words that were deleted still stand; later, when somebody reads just now."""
    with bare(path, key, wait_ms=0) as connection, suppress(dbapi2.OperationalError):
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
