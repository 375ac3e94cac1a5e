"""`bianmin deadlines`: what is due by a day, requests and commitments, and why."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from desktop import texts
from desktop.cli import output, shapes, values
from desktop.cli.call import Call, Runner
from desktop.i18n import _
from desktop.models import request_clock
from desktop.models.book import Book
from desktop.models.catalogue import Catalogue
from desktop.models.request_clock import Running
from desktop.models.request_sorts import Sort
from desktop.models.requests import OPEN, RequestFilter, RequestRow
from desktop.models.vocabulary import CLOSED
from desktop.texts import deadlines, names

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Due:
    """One thing that is due. `due_on` is a day or an instant, `sentence` empty for a commitment."""

    kind: str
    id: str
    name: str
    window: str
    status: str
    state: str
    due_on: str
    is_overdue: bool
    sentence: str


def _deadlines(call: Call) -> int:
    with call.book() as book:
        now, catalogue = book.clock.now(), book.catalogue()
        until = call.options.until or book.clock.today() + _DAY
        windows = _windows(call, catalogue)
        found = [*_requests(book, catalogue, windows, until), *_commitments(book, catalogue, windows, until)]
    found.sort(key=lambda one: (not one.is_overdue, one.due_on, one.id))
    today = request_clock.minute(now)[:10]
    if call.wants_json:
        output.tell([_shape(one, today) for one in found])
        return 0
    output.table(
        (_("Due date"), _("Signs"), _("Matter"), _("Window"), _("Status")), [_cells(one, today) for one in found]
    )
    for one in found:
        if one.sentence:
            output.say(f"{one.id}  {one.sentence}")
    output.say(_("{n} due by {day}").format(n=len(found), day=until))
    return 0


def _windows(call: Call, catalogue: Catalogue) -> frozenset[str]:
    if call.options.window:
        return frozenset({values.one_of(call.options.window, catalogue.windows, "--window")})
    return frozenset(catalogue.windows)


def _requests(book: Book, catalogue: Catalogue, windows: frozenset[str], until: date) -> Iterator[Due]:
    """Give the open requests that are due, each with the sentence that explains its day."""
    now, calendar = request_clock.minute(book.clock.now()), book.calendar()
    before = shapes.day(until + _DAY) or ""
    wanted = RequestFilter(frozenset(OPEN), windows, due_from="0", due_before=before)
    after = None
    while True:
        page = book.requests(wanted, Sort.DUE, after=after)
        for row in page.rows:
            action = catalogue.actions.get(row.action)
            clock = Running(row.started_at or row.accepted_at, row.promise, row.legal, row.stops, row.extension)
            counted = request_clock.deadline(clock, calendar)
            why = deadlines.sentence(counted, action.clock_from if action else "acceptance") if counted else ""
            yield _due_of(row, is_overdue=row.is_overdue(now), sentence=why)
        after = page.after
        if after is None:
            return


def _due_of(row: RequestRow, *, is_overdue: bool, sentence: str) -> Due:
    state = names.request_status(row.status)
    return Due("request", row.id, row.matter, row.window, row.status, state, row.due_on, is_overdue, sentence)


def _commitments(book: Book, catalogue: Catalogue, windows: frozenset[str], until: date) -> Iterator[Due]:
    today = book.clock.today()
    for one in book.commitments():
        if one.due_on is None or one.due_on > until or one.status in CLOSED or one.window not in windows:
            continue
        title = texts.title(catalogue.actions[one.action])
        yield Due(
            "commitment", one.id, title, one.window, one.status, texts.status(one.status), one.due_on.isoformat(),
            one.due_on < today, "",
        )  # fmt: skip


def _when(one: Due, today: str) -> str:
    if one.is_overdue:
        return "overdue"
    tomorrow = (date.fromisoformat(today) + _DAY).isoformat()
    return {today: "today", tomorrow: "tomorrow"}.get(one.due_on[:10], "later")


def _cells(one: Due, today: str) -> tuple[str, ...]:
    said = {"overdue": _("Overdue"), "today": _("Due today"), "tomorrow": _("Due tomorrow"), "later": ""}
    return one.due_on.replace("T", " "), said[_when(one, today)], one.name, one.window, one.state


def _shape(one: Due, today: str) -> shapes.Shape:
    return {
        "kind": one.kind, "id": one.id, "title": one.name, "window": one.window, "status": one.status,
        "due_on": one.due_on, "when": _when(one, today), "sentence": one.sentence or None,
    }  # fmt: skip


RUNNERS: Mapping[str, Runner] = {"deadlines": _deadlines}
