"""The practice book: the sample windows and a year of marked sample work, the same for the same seed and day."""

import csv
import hashlib
import random
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from desktop import paths
from desktop.commands.progress import AddNote, ConfirmUnchanged, Move, ProposeNotApplicable, SetDue, SetOfficer
from desktop.exchange import catalogue_folder
from desktop.exchange.catalogue_source import source
from desktop.models.book import Book
from desktop.models.catalogue import Catalogue
from desktop.models.clock import next_stamp, standing
from desktop.models.desk import Desk
from desktop.models.disk import sync
from desktop.models.draft import Command
from desktop.models.edition import entries_of
from desktop.models.identity import PRACTICE
from desktop.models.journal import Entry, Evidence, Line
from desktop.models.refusals import BookRefused
from desktop.models.underway import Told, unheard
from desktop.models.vocabulary import Cadence, Role, Status

SEED = 1
UNIT = "BUREAU"
_DAY = timedelta(days=1)
_WEEK = timedelta(days=7)

_ENDS = {
    Status.NOT_STARTED: 5,
    Status.IN_PROGRESS: 16,
    Status.BLOCKED: 3,
    Status.IN_PLACE: 17,
    Status.VERIFIED: 50,
    Status.RETURNED: 3,
    Status.RELAPSED: 2,
    Status.NOT_APPLICABLE: 4,
}
"""How often a commitment ends in each state, in percent."""

_WAYS = {
    Status.NOT_STARTED: (),
    Status.IN_PROGRESS: (Status.IN_PROGRESS,),
    Status.BLOCKED: (Status.IN_PROGRESS, Status.BLOCKED),
    Status.IN_PLACE: (Status.IN_PROGRESS, Status.IN_PLACE),
    Status.VERIFIED: (Status.IN_PROGRESS, Status.IN_PLACE, Status.VERIFIED),
    Status.RETURNED: (Status.IN_PROGRESS, Status.IN_PLACE, Status.RETURNED),
    Status.RELAPSED: (Status.IN_PROGRESS, Status.IN_PLACE, Status.VERIFIED, Status.RELAPSED),
    Status.NOT_APPLICABLE: (Status.NOT_APPLICABLE,),
}
_BY_BUREAU = frozenset({Status.VERIFIED, Status.RETURNED, Status.RELAPSED, Status.NOT_APPLICABLE})


@dataclass(frozen=True, slots=True)
class _Deed:
    day: date
    order: int
    desk: Desk
    command: Command


@dataclass(slots=True)
class _Year:
    """A year of work in the making: seeded, so that equal seeds give equal deeds."""

    book: Book
    today: date
    chance: random.Random
    words: dict[str, list[str]]
    proofs: tuple[Evidence, ...] = ()
    deeds: list[_Deed] = field(default_factory=list)

    def one(self, use: str) -> str:
        """Return one of the sample words for a use."""
        return self.chance.choice(self.words[use])

    def desk(self, role: Role) -> Desk:
        """Return somebody of a role."""
        return Desk(role, self.one(role))

    def add(self, day: date, desk: Desk, command: Command) -> None:
        """Plan a deed for a day, in the order in which deeds are planned."""
        self.deeds.append(_Deed(day, len(self.deeds), desk, command))


def make(path: Path, today: date, seed: int = SEED, told: Told = unheard) -> None:
    """Make the practice book at `path`, a year of work up to the day before `today`.

    It is there whole or not at all, also after a power cut. Raises BookRefused `exists`.
    """
    with _aside(path) as place:
        _make(place, today, seed, told)


@contextmanager
def _aside(path: Path) -> Iterator[Path]:
    """Give a place beside `path` to make a book at; it is moved there when all went well, the book itself last."""
    if path.exists():
        raise BookRefused("exists", path=str(path))
    place = path.with_name(f"{path.name}.making")
    _clear(place)
    try:
        yield place
        parts = sorted(place.parent.glob(f"{place.name}*"), reverse=True)
        for file in (file for part in parts for file in (part, *part.rglob("*")) if file.is_file()):
            sync(file)
        for part in parts:
            part.replace(path.with_name(path.name + part.name.removeprefix(place.name)))
    finally:
        _clear(place)


def _clear(place: Path) -> None:
    for part in place.parent.glob(f"{place.name}*"):
        if part.is_dir():
            shutil.rmtree(part)
        else:
            part.unlink()


def _make(path: Path, today: date, seed: int, told: Told) -> None:
    token = hashlib.sha256(f"practice/{seed}/{today}".encode()).hexdigest()
    device = f"{PRACTICE}{token[:16]}"
    clock = standing(today - 366 * _DAY)
    book = Book.create(path, UNIT, practice=True, clock=clock, book_id=token[:32], device=device, durable=False)
    try:
        book.merge(entries_of(source(catalogue_folder.read(paths.resources() / "catalogue"))), "catalogue")
        year = _Year(book, today, random.Random(seed), _words())  # noqa: S311 - sample work, no secret
        photos = sorted((paths.resources() / "practice").glob("*.png"))
        year.proofs = tuple(book.evidence.attach(photo) for photo in photos)
        _plan(year)
        _work(year, told)
        _meet(year, device)
    finally:
        book.close()


def _words() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    with (paths.resources() / "practice" / "words.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            found.setdefault(row["use"], []).append(row["zh"])
    return found


def _plan(year: _Year) -> None:
    catalogue = year.book.catalogue()
    for window in catalogue.windows.values():
        keys = [f"{action.id}@{window.id}" for action in catalogue.actions.values() if window.kind in action.kinds]
        _plan_window(year, catalogue, keys)


def _plan_window(year: _Year, catalogue: Catalogue, keys: list[str]) -> None:
    first = year.today - 350 * _DAY
    year.add(first, Desk(Role.CHIEF, year.one("chief")), SetOfficer(tuple(keys), year.one("clerk")))
    ends = dict(zip(keys, year.chance.choices(tuple(_ENDS), tuple(_ENDS.values()), k=len(keys)), strict=True))
    for part in _parts(year, keys):
        _plan_part(year, [key for key in part if ends[key] is not Status.NOT_STARTED], ends)
    _plan_due(year, keys, ends, first)
    _plan_rounds(year, catalogue, [key for key in keys if ends[key] in {Status.VERIFIED, Status.IN_PLACE}])
    still_open = tuple(key for key in keys if ends[key] in {Status.IN_PROGRESS, Status.BLOCKED})
    if still_open and year.chance.random() < 0.7:
        year.add(year.today - 3 * _DAY, year.desk(Role.CLERK), ConfirmUnchanged(still_open))


def _parts(year: _Year, keys: list[str]) -> Iterator[list[str]]:
    rest = list(keys)
    year.chance.shuffle(rest)
    while rest:
        size = year.chance.randint(2, 7)
        yield rest[:size]
        rest = rest[size:]


def _plan_part(year: _Year, keys: list[str], ends: dict[str, Status]) -> None:
    """Let a few commitments of a window be worked on together, each as far as it gets."""
    day = year.today - year.chance.randint(120, 330) * _DAY
    steps = max((len(_WAYS[ends[key]]) for key in keys), default=0)
    for step in range(steps):
        for to in dict.fromkeys(_WAYS[ends[key]][step] for key in keys if step < len(_WAYS[ends[key]])):
            there = tuple(key for key in keys if step < len(_WAYS[ends[key]]) and _WAYS[ends[key]][step] is to)
            _plan_move(year, there, to, day)
        later = min(day + year.chance.randint(9, 70) * _DAY, year.today - year.chance.randint(1, 12) * _DAY)
        if step + 2 >= steps and year.chance.random() < 0.25:
            later = year.today - year.chance.randint(1, 9) * _DAY
        day = max(day, later)


def _plan_move(year: _Year, keys: tuple[str, ...], to: Status, day: date) -> None:
    role = Role.BUREAU if to in _BY_BUREAU else year.chance.choice((Role.CLERK, Role.CLERK, Role.CHIEF))
    has_proof = to in {Status.IN_PLACE, Status.VERIFIED}
    needs_reason = to in {Status.BLOCKED, Status.RETURNED, Status.RELAPSED, Status.NOT_APPLICABLE}
    words = year.one(to)
    is_late = role is not Role.BUREAU and year.chance.random() < 0.06
    command = Move(
        keys, to,
        note="" if needs_reason else words,
        reason=words if needs_reason else "",
        evidence=(year.chance.choice(year.proofs),) if has_proof else (),
        due_on=day + year.chance.randint(10, 40) * _DAY if to in {Status.RETURNED, Status.RELAPSED} else None,
        on_day=day - year.chance.randint(2, 6) * _DAY if is_late else None,
    )  # fmt: skip
    if to is Status.NOT_APPLICABLE:
        year.add(day - _DAY, year.desk(Role.CHIEF), ProposeNotApplicable(keys, words))
    year.add(day, year.desk(role), command)


def _plan_due(year: _Year, keys: list[str], ends: dict[str, Status], first: date) -> None:
    """Set due dates at the beginning: the done in the past, a few of the open ones past too, some within days."""
    bureau = year.desk(Role.BUREAU)
    groups: dict[date, list[str]] = {}
    for key in keys:
        if ends[key] in {Status.RETURNED, Status.RELAPSED}:
            continue
        if ends[key] in {Status.VERIFIED, Status.IN_PLACE}:
            ahead = -year.chance.choice((20, 50, 80, 110, 140))
        else:
            ahead = year.chance.choice((-24, -9, 1, 2, 3, 21, 38, 38, 55, 68))
        groups.setdefault(year.today + ahead * _DAY, []).append(key)
    for due_on, part in groups.items():
        year.add(first + _DAY, bureau, SetDue(tuple(part), due_on, year.words["due"][0]))


def _plan_rounds(year: _Year, catalogue: Catalogue, keys: list[str]) -> None:
    """Confirm what is done: monthly, and what must be shown daily or weekly once more on the last days."""
    if not keys:
        return
    clerk = year.desk(Role.CLERK)
    for month in range(3, 0, -1):
        day = year.today - month * 28 * _DAY + year.chance.randint(0, 6) * _DAY
        if year.chance.random() < 0.9:
            year.add(day, clerk, ConfirmUnchanged(tuple(keys), year.words["unchanged"][0]))
    often = {Cadence.DAILY, Cadence.WEEKLY}
    fresh = tuple(key for key in keys if catalogue.actions[key.partition("@")[0]].cadence in often)
    if fresh and year.chance.random() < 0.85:
        year.add(year.today - _DAY, clerk, ConfirmUnchanged(fresh))
    if year.chance.random() < 0.7:
        kept = tuple(key for key in keys if key not in fresh and year.chance.random() < 0.8)
        if kept:
            year.add(max(year.today.replace(day=1), year.today - 6 * _DAY), clerk, ConfirmUnchanged(kept))
    year.add(year.today - _WEEK, clerk, AddNote((year.chance.choice(keys),), year.one("note")))


def _work(year: _Year, told: Told) -> None:
    """Carry out what was planned, day by day, on a clock that stands at noon of each."""
    for number, deed in enumerate(sorted(year.deeds, key=lambda one: (one.day, one.order))):
        told(number / len(year.deeds))
        day = min(deed.day, year.today - _DAY)
        if day != year.book.clock.today():
            year.book.clock = standing(day)
        year.book.do(deed.command, deed.desk)


def _meet(year: _Year, device: str) -> None:
    """Let a second computer have changed two commitments unseen, so that the book shows what 争议 looks like."""
    verified = [one for one in year.book.commitments() if one.status is Status.VERIFIED]
    other = f"{PRACTICE}{hashlib.sha256(device.encode()).hexdigest()[:16]}"
    clock = standing(year.today - _DAY)
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
