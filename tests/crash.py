"""Killing a writer while it writes, round after round, and looking at what it leaves."""

import contextlib
import multiprocessing
import random
import time
from dataclasses import dataclass, field
from multiprocessing.context import ForkServerContext
from pathlib import Path

from desktop.models.book import Book
from tests.books import own, whole
from tests.writer import write


@dataclass(slots=True)
class Tally:
    """What the rounds together showed: deeds acknowledged and lost, findings of the checks, devices of the book."""

    rounds: int = 0
    acknowledged: int = 0
    lost: list[str] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    devices: set[str] = field(default_factory=set)


def kill_while_writing(path: Path, key: bytes | None, rounds: int, chance: random.Random) -> Tally:
    """Start a writer, kill it at a random moment, open the book and look: `rounds` times on the same book."""
    # A server that has everything imported forks each writer: a fresh process without a fresh start of Python.
    nursery = multiprocessing.get_context("forkserver")
    nursery.set_forkserver_preload(["tests.writer"])
    tally = Tally()
    known: list[str] = []
    for _ in range(rounds):
        known += _killed(nursery, path, key, chance.uniform(0.0, 0.12))
        tally.rounds += 1
        _look(path, key, known, tally)
    tally.acknowledged = len(known)
    return tally


def _killed(nursery: ForkServerContext, path: Path, key: bytes | None, after: float) -> list[str]:
    hears, says = nursery.Pipe(duplex=False)
    writer = nursery.Process(target=write, args=(path, key, says), daemon=True)
    writer.start()
    says.close()
    found = [hears.recv_bytes()]  # The first deed reads the catalogue; killing begins after it.
    # While this sleeps the writer fills the pipe; 64 KB hold more stamps than are written in that time.
    time.sleep(after)
    writer.kill()
    writer.join()
    with contextlib.suppress(EOFError, OSError):
        while True:
            found.append(hears.recv_bytes())
    hears.close()
    return [stamp.decode() for stamp in found]


def _look(path: Path, key: bytes | None, known: list[str], tally: Tally) -> None:
    book = Book.open(path, key=key)
    entries = whole(own(book))
    there = {entry.stamp for entry in entries}
    tally.lost += [stamp for stamp in known if stamp not in there]
    tally.devices |= {entry.device for entry in entries}
    tally.findings += [str(one) for one in book.check() if one.is_wrong]
    book._engine.dispose()
