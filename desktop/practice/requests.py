"""Three months of requests at the sample windows, in every state; who asks is invented and says so in the name."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from functools import partial

from desktop.commands.requests_kinship import MergeRequests, ReopenRequest, SplitRequest
from desktop.models import request_clock
from desktop.models.book import Book
from desktop.models.catalogue import ServiceAction
from desktop.models.clock import BEIJING
from desktop.models.private_rows import Private
from desktop.models.request_clock import Running
from desktop.models.request_rules import Applicant, Channel
from desktop.models.request_rules import RequestStatus as S
from desktop.models.vocabulary import Role
from desktop.models.workdays import Calendar
from desktop.practice.brought import brought
from desktop.practice.cases import Case, RateByName, at_work, ballot
from desktop.practice.year import DAY, Act, Year

Words = Callable[[], dict[str, Private]]

_ENDS: dict[tuple[S, ...], int] = {
    (S.ACCEPTED, S.COMPLETED, S.CALLBACK, S.ARCHIVED): 60,
    (S.ACCEPTED, S.PROCESSING, S.COMPLETED, S.CALLBACK, S.ARCHIVED): 40,
    (S.ACCEPTED, S.COMPLETED, S.RATED, S.ARCHIVED): 40,
    (S.ACCEPTED, S.COMPLETED, S.ARCHIVED): 12,
    (S.ACCEPTED, S.COMPLETED, S.RATED, S.RECTIFYING, S.ARCHIVED): 6,
    (S.REJECTED,): 8,
    (S.TRANSFERRED,): 8,
    (S.WITHDRAWN,): 6,
    (S.SUPPLEMENT, S.WITHDRAWN): 4,
    (S.SUPPLEMENT, S.ACCEPTED, S.COMPLETED, S.CALLBACK, S.ARCHIVED): 8,
    (S.ACCEPTED, S.PROCESSING, S.SPECIAL, S.PROCESSING, S.COMPLETED, S.CALLBACK): 4,
}
"""Ways of what has ended, and how often."""
_FRESH: dict[tuple[S, ...], int] = {
    (): 12,
    (S.SUPPLEMENT,): 8,
    (S.ACCEPTED, S.COMPLETED): 14,
    (S.ACCEPTED, S.COMPLETED, S.CALLBACK): 8,
    (S.ACCEPTED, S.COMPLETED, S.RATED): 8,
    (S.ACCEPTED, S.COMPLETED, S.RATED, S.RECTIFYING): 5,
}
"""Ways of what happened within the last days."""
_GOING: dict[tuple[S, ...], int] = {
    (S.ACCEPTED,): 22,
    (S.ACCEPTED, S.PROCESSING): 34,
    (S.ACCEPTED, S.PROCESSING, S.SPECIAL): 5,
    (S.ACCEPTED, S.PROCESSING, S.EXTENDED): 6,
}
"""Ways of what is being worked on."""
_AHEAD = (-9, -4, -2, -1, 0, 0, 0, 1, 1, 1, 2, 3, 4, 5, 7, 9, 12)
"""By how many days what is being worked on is due after the day on which the book is looked at."""
_CLOCKS = frozenset({"receipt", "request", "acceptance"})
_LONG = frozenset({"workday", "day"})
_OFTEN = 0.55
"""How much of what has ended was asked for at the busy windows."""
_LEVELS = (5, 5, 5, 5, 5, 5, 4, 4, 4, 3)
_CHANNELS = (*[Channel.COUNTER] * 8, Channel.TELEPHONE, Channel.ONLINE, Channel.VISIT, Channel.MAILBOX, Channel.LETTER)


def plan(year: Year) -> Words:
    """Plan the requests; return what gives, after the work, their citizens' words by record."""
    planner = _Planner(year)
    for ways, make in ((_ENDS, planner.ended), (_FRESH, planner.fresh), (_GOING, planner.going)):
        for way, times in ways.items():
            for _n in range(times):
                make(way)
    planner.relate()
    return planner.words


class _Planner:
    """Draws cases and puts their steps into the year."""

    def __init__(self, year: Year) -> None:
        self._year, self._chance = year, year.chance
        self._catalogue, self._calendar = year.book.catalogue(), year.book.calendar()
        self._cases: list[Case] = []
        self._others: dict[str, Private] = {}
        self._end = datetime.combine(year.today - DAY, time(17, 30), BEIJING)
        self._offered = {
            window.id: [one for one in self._catalogue.actions.values() if window.kind in one.kinds and _fits(one)]
            for window in self._catalogue.windows.values()
        }
        self._windows = [window for window, actions in self._offered.items() if actions]
        self._busy = [window for window in year.busy if window in self._windows]

    def words(self) -> dict[str, Private]:
        """Return the words of every request that is in the book."""
        return self._others | {f"request:{case.id}": case.words for case in self._cases if case.id}

    def ended(self, way: tuple[S, ...]) -> None:
        """Plan a case that began weeks ago."""
        windows = self._busy if self._chance.random() < _OFTEN else self._windows
        case = self._case(self._chance.choice(windows))
        began = self._end - self._chance.randint(12, 95) * DAY
        self._go(case, at_work(self._chance, began), way)

    def fresh(self, way: tuple[S, ...]) -> None:
        """Plan a case of the last days."""
        case = self._case(self._chance.choice(self._windows))
        self._go(case, at_work(self._chance, self._end - self._chance.randint(1, 4) * DAY), way)

    def going(self, way: tuple[S, ...]) -> None:
        """Plan a case that is due on one of the days around the one on which the book is looked at."""
        due = self._year.today + self._chance.choice(_AHEAD) * DAY
        pairs = [(at, one) for at in self._windows for one in self._offered[at] if one.promise_unit in _LONG]
        case = self._case(*self._chance.choice(pairs))
        began = _start(self._catalogue.actions[case.action], due, self._calendar, self._year.today)
        self._go(case, at_work(self._chance, datetime.combine(began, time(9), BEIJING)), way)

    def relate(self) -> None:
        """Plan a few that are merged, split and taken up again, on the last day."""
        at = self._end - timedelta(minutes=30)
        for way, act in (((), self._merge), ((S.ACCEPTED, S.PROCESSING), self._split), ((S.REJECTED,), self._reopen)):
            for _n in range(2):
                window = self._chance.choice(self._windows)
                case = self._case(window)
                self._go(case, at_work(self._chance, self._end - 3 * DAY), way)
                self._year.plan(at, partial(act, case, self._case(window, self._catalogue.actions[case.action])))

    def _merge(self, case: Case, other: Case, book: Book) -> None:
        other.register(book)
        book.do(MergeRequests((other.id,), case.id, self._year.one("merged")), case.clerk)

    def _split(self, case: Case, _other: Case, book: Book) -> None:
        action = self._chance.choice(self._offered[case.window]).id
        posted = book.do(SplitRequest(case.id, ((action, case.window),), self._year.one("split")), case.clerk)
        self._others |= dict.fromkeys(posted.records, case.words)

    def _reopen(self, case: Case, _other: Case, book: Book) -> None:
        posted = book.do(ReopenRequest(case.id, self._year.one("reopened")), case.clerk)
        self._others |= dict.fromkeys(posted.records, case.words)

    def _case(self, window: str, action: ServiceAction | None = None) -> Case:
        asked = action or self._chance.choice(self._offered[window])
        is_firm = self._chance.random() < 0.15
        case = Case(
            asked.id, window, self._chance.choice(_CHANNELS), Applicant.FIRM if is_firm else Applicant.PERSON,
            self._said(asked, is_firm=is_firm), self._year.desk(Role.CLERK), self._year.desk(Role.CHIEF),
            self._chance.choice(_LEVELS),
        )  # fmt: skip
        self._cases.append(case)
        return case

    def _said(self, action: ServiceAction, *, is_firm: bool) -> Private:
        name = self._year.one("firm") if is_firm else self._year.one("surname") + self._year.one("given")
        use = f"text:{action.category}" if f"text:{action.category}" in self._year.words else "text"
        phone = f"1380000{self._chance.randint(0, 9999):04}" if self._chance.random() < 0.9 else ""
        return Private(name, phone, "", self._year.one(use))

    def _go(self, case: Case, began: datetime, way: tuple[S, ...]) -> None:
        at = min(began, self._end - (len(way) + 1) * timedelta(minutes=7))
        self._year.plan(at, case.register)
        action, origin = self._catalogue.actions[case.action], S.REGISTERED
        for left, (to, step) in zip(range(len(way), 0, -1), self._steps(case, way, action), strict=True):
            wanted = at_work(self._chance, at + step * DAY) if step else at + timedelta(minutes=6)
            at = max(min(wanted, self._end - left * timedelta(minutes=7)), at + timedelta(minutes=5))
            self._year.plan(at, self._step(case, origin, to))
            origin = to

    def _steps(self, case: Case, way: tuple[S, ...], action: ServiceAction) -> Iterator[tuple[S, int]]:
        """Give each state of a way with the days that it takes to get there."""
        if S.RECTIFYING in way:
            case.level = self._chance.choice((2, 2, 1))
        promised = (action.promise_value or 0) if action.promise_unit in _LONG else 0
        for to in way:
            if to is S.COMPLETED:
                late = 4 if self._chance.random() < 0.05 else 0
                yield to, self._chance.randint(0, promised) + late
            elif to in {S.CALLBACK, S.RATED, S.ARCHIVED, S.RECTIFYING}:
                yield to, self._chance.randint(1, 3)
            else:
                yield to, int(to in {S.SPECIAL, S.EXTENDED} or (to is S.SUPPLEMENT and len(way) > 1))

    def _step(self, case: Case, origin: S, to: S) -> Act:
        if to is S.RATED:
            key = f"{self._chance.getrandbits(80):020x}"
            deed = RateByName(case, key, ballot(self._chance, case.level, "call_back"))
            return lambda book: book.do(deed, case.clerk)
        return partial(case.move, origin=origin, to=to, said=brought(self._year, case, origin, to))


def _fits(action: ServiceAction) -> bool:
    return action.clock_from in _CLOCKS and action.category not in {"C01", "C11"}


def _start(action: ServiceAction, due: date, calendar: Calendar, today: date) -> date:
    """Return the day on which an action has to begin to be due on a day, or the nearest before."""
    promise, legal = (
        request_clock.limit(action.promise_value, action.promise_unit),
        request_clock.limit(action.legal_value, action.legal_unit),
    )
    day = min(due, today - DAY)
    while True:
        found = request_clock.due(Running(f"{day}T09:00", promise, legal), calendar).due_on
        if day.weekday() < 5 and found and found <= due.isoformat():
            return day
        day -= DAY
