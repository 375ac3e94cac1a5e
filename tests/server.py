"""A PostgreSQL server of the tests' own: made in a folder, reached through a socket in it, gone afterwards."""

import itertools
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desktop.doctor.packages import server_folders
from desktop.models.places import Server

LAX = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60"
"""A server that lives for seconds need not outlive a power cut."""


def programs() -> Path | None:
    """Return where initdb and pg_ctl lie, None where no server is installed."""
    found = (Path(folder) for folder in (*server_folders(), *os.environ.get("PATH", "").split(os.pathsep)))
    return next((folder for folder in found if (folder / "initdb").exists() and (folder / "pg_ctl").exists()), None)


def _user() -> str | None:
    """Return the user whom the server must run as: PostgreSQL refuses root."""
    if os.geteuid() != 0:
        return None
    known = {one.pw_name for one in pwd.getpwall()}
    return next(name for name in ("postgres", "nobody") if name in known)


def _run(*words: str, user: str | None, folder: Path) -> None:
    # The server keeps what it inherits open, so that a pipe would never end.
    with (folder / "said").open("ab") as said:
        subprocess.run(words, check=True, stdout=said, stderr=said, user=user, cwd=folder)


@contextmanager
def running(bin_folder: Path) -> Iterator[str]:
    """Give the URL of a running server for as long as the block lasts."""
    user = _user()
    folder = Path(tempfile.mkdtemp(prefix="pg"))  # pytest's own folders are too long for a socket, and closed to others
    data = folder / "data"
    if user is not None:
        shutil.chown(folder, user)
    try:
        _run(
            str(bin_folder / "initdb"), "-D", str(data), "-U", "tester", "-A", "trust", "-N", "-E", "UTF8",
            "--no-instructions", "--locale=C.UTF-8", user=user, folder=folder,
        )  # fmt: skip
        options = f"-c listen_addresses='' -k {folder} {LAX}"
        control = (str(bin_folder / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"))
        _run(*control, "-o", options, "start", user=user, folder=folder)
        try:
            yield f"postgresql://tester@/postgres?host={folder}"
        finally:
            _run(*control, "-m", "immediate", "stop", user=user, folder=folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def schema(url: str) -> Server:
    """Return the place of a book to be: an empty schema on a running server."""
    import psycopg

    name = f"book{next(_numbers)}"
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}")
    return Server(f"{url}&options=-csearch_path%3D{name}")


_numbers = itertools.count(1)
