"""Making the practice book: whole or not at all, day by day, on a clock that stands at each deed's instant."""

import hashlib
import random
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from desktop import paths
from desktop.exchange import catalogue_folder
from desktop.exchange.catalogue_source import source
from desktop.models.aside import aside
from desktop.models.book import Book
from desktop.models.clock import BEIJING, Clock, next_stamp, standing
from desktop.models.edition import entries_of
from desktop.models.identity import PRACTICE
from desktop.models.journal import Entry, Line
from desktop.models.underway import Told, unheard
from desktop.models.vocabulary import Role, Status
from desktop.practice import ballots, commitments, requests
from desktop.practice.year import DAY, Year, words

SEED = 1
UNIT = "BUREAU"


def make(path: Path, today: date, seed: int = SEED, told: Told = unheard) -> None:
    """Make the practice book at `path`, a year of work up to the day before `today`.

    It is there whole or not at all, also after a power cut. Raises BookRefused `exists`.
    """
    with aside(path) as place:
        _make(place, today, seed, told)


def _make(path: Path, today: date, seed: int, told: Told) -> None:
    token = hashlib.sha256(f"practice/{seed}/{today}".encode()).hexdigest()
    device = f"{PRACTICE}{token[:16]}"
    clock = standing(today - 366 * DAY)
    book = Book.create(path, UNIT, practice=True, clock=clock, book_id=token[:32], device=device, durable=False)
    try:
        book.merge(entries_of(source(catalogue_folder.read(paths.resources() / "catalogue"))), "catalogue")
        year = Year(book, today, random.Random(seed), words("words.csv"))  # noqa: S311 - sample work, no secret
        photos = sorted((paths.resources() / "practice").glob("*.png"))
        year.proofs = tuple(book.evidence.attach(photo) for photo in photos)
        commitments.plan(year)
        counter = Year(book, today, random.Random(f"counter/{seed}"), year.words | words("requests.csv"))  # noqa: S311
        said = requests.plan(counter)
        ballots.plan(counter)
        _work(year, counter, told)
        book.private.put(said())
        _meet(year, device)
    finally:
        book.close()


def _work(year: Year, counter: Year, told: Told) -> None:
    """Carry out what was planned."""
    deeds = sorted((*year.deeds, *counter.deeds), key=lambda one: (one.at, one.order))
    at = datetime.min.replace(tzinfo=BEIJING)
    for number, deed in enumerate(deeds):
        told(number / len(deeds))
        if deed.at != at:
            at = deed.at
            year.book.clock = Clock(partial(_given, at), fixed=True)
        deed.act(year.book)


def _given(at: datetime) -> datetime:
    return at


def _meet(year: Year, device: str) -> None:
    """Let a second computer have changed two commitments unseen, so that the book shows what 争议 looks like."""
    year.book.clock = standing(year.today - DAY)
    verified = [one for one in year.book.commitments() if one.status is Status.VERIFIED]
    other = f"{PRACTICE}{hashlib.sha256(device.encode()).hexdigest()[:16]}"
    clock = standing(year.today - DAY)
    made = []
    for seq, commitment in enumerate(year.chance.sample(verified, min(2, len(verified))), 1):
        line = Line(commitment.record, "status", None, Status.NOT_STARTED, Status.IN_PROGRESS)
        stamp = next_stamp(clock.now() + seq * timedelta(minutes=1), None, other)
        made.append(
            Entry(
                other, seq, stamp, clock.today().isoformat(), "move", year.one("clerk"), Role.CLERK, UNIT,
                year.one("in_progress"), lines=(line,),
            )
        )  # fmt: skip
    year.book.merge(made, "practice")
