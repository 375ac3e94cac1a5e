"""A year of work on the commitments of every sample window."""

from collections.abc import Iterator
from datetime import date

from desktop.commands.progress import AddNote, ConfirmUnchanged, Move, ProposeNotApplicable, SetDue, SetOfficer
from desktop.models.catalogue import Catalogue
from desktop.models.desk import Desk
from desktop.models.vocabulary import Cadence, Role, Status
from desktop.practice.year import DAY, WEEK, Year

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


def plan(year: Year) -> None:
    """Plan what is done for the commitments."""
    catalogue = year.book.catalogue()
    for window in catalogue.windows.values():
        keys = [f"{action.id}@{window.id}" for action in catalogue.actions.values() if window.kind in action.kinds]
        _plan_window(year, catalogue, keys)


def _plan_window(year: Year, catalogue: Catalogue, keys: list[str]) -> None:
    first = year.today - 350 * DAY
    year.add(first, Desk(Role.CHIEF, year.one("chief")), SetOfficer(tuple(keys), year.one("clerk")))
    ends = dict(zip(keys, year.chance.choices(tuple(_ENDS), tuple(_ENDS.values()), k=len(keys)), strict=True))
    for part in _parts(year, keys):
        _plan_part(year, [key for key in part if ends[key] is not Status.NOT_STARTED], ends)
    _plan_due(year, keys, ends, first)
    _plan_rounds(year, catalogue, [key for key in keys if ends[key] in {Status.VERIFIED, Status.IN_PLACE}])
    still_open = tuple(key for key in keys if ends[key] in {Status.IN_PROGRESS, Status.BLOCKED})
    if still_open and year.chance.random() < 0.7:
        year.add(year.today - 3 * DAY, year.desk(Role.CLERK), ConfirmUnchanged(still_open))


def _parts(year: Year, keys: list[str]) -> Iterator[list[str]]:
    rest = list(keys)
    year.chance.shuffle(rest)
    while rest:
        size = year.chance.randint(2, 7)
        yield rest[:size]
        rest = rest[size:]


def _plan_part(year: Year, keys: list[str], ends: dict[str, Status]) -> None:
    """Let a few commitments of a window be worked on together, each as far as it gets."""
    day = year.today - year.chance.randint(120, 330) * DAY
    steps = max((len(_WAYS[ends[key]]) for key in keys), default=0)
    for step in range(steps):
        for to in dict.fromkeys(_WAYS[ends[key]][step] for key in keys if step < len(_WAYS[ends[key]])):
            there = tuple(key for key in keys if step < len(_WAYS[ends[key]]) and _WAYS[ends[key]][step] is to)
            _plan_move(year, there, to, day)
        later = min(day + year.chance.randint(9, 70) * DAY, year.today - year.chance.randint(1, 12) * DAY)
        if step + 2 >= steps and year.chance.random() < 0.25:
            later = year.today - year.chance.randint(1, 9) * DAY
        day = max(day, later)


def _plan_move(year: Year, keys: tuple[str, ...], to: Status, day: date) -> None:
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
        due_on=day + year.chance.randint(10, 40) * DAY if to in {Status.RETURNED, Status.RELAPSED} else None,
        on_day=day - year.chance.randint(2, 6) * DAY if is_late else None,
    )  # fmt: skip
    if to is Status.NOT_APPLICABLE:
        year.add(day - DAY, year.desk(Role.CHIEF), ProposeNotApplicable(keys, words))
    year.add(day, year.desk(role), command)


def _plan_due(year: Year, keys: list[str], ends: dict[str, Status], first: date) -> None:
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
        groups.setdefault(year.today + ahead * DAY, []).append(key)
    for due_on, part in groups.items():
        year.add(first + DAY, bureau, SetDue(tuple(part), due_on, year.words["due"][0]))


def _plan_rounds(year: Year, catalogue: Catalogue, keys: list[str]) -> None:
    """Confirm what is done: monthly, and what must be shown daily or weekly once more on the last days."""
    if not keys:
        return
    clerk = year.desk(Role.CLERK)
    for month in range(3, 0, -1):
        day = year.today - month * 28 * DAY + year.chance.randint(0, 6) * DAY
        if year.chance.random() < 0.9:
            year.add(day, clerk, ConfirmUnchanged(tuple(keys), year.words["unchanged"][0]))
    often = {Cadence.DAILY, Cadence.WEEKLY}
    fresh = tuple(key for key in keys if catalogue.actions[key.partition("@")[0]].cadence in often)
    if fresh and year.chance.random() < 0.85:
        year.add(year.today - DAY, clerk, ConfirmUnchanged(fresh))
    if year.chance.random() < 0.7:
        kept = tuple(key for key in keys if key not in fresh and year.chance.random() < 0.8)
        if kept:
            year.add(max(year.today.replace(day=1), year.today - 6 * DAY), clerk, ConfirmUnchanged(kept))
    year.add(year.today - WEEK, clerk, AddNote((year.chance.choice(keys),), year.one("note")))
