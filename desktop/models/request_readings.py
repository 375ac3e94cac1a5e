"""Everything that is read out of a book about requests, each answer of one moment."""

from collections.abc import Callable, Collection, Iterator, Sequence
from datetime import date

from desktop.models import (
    contacts,
    disputes,
    ratings,
    request_likeness,
    request_lists,
    request_matters,
    request_numbers,
    request_past,
    request_search,
    request_waits,
    requests,
)  # fmt: skip
from desktop.models.clock import day_end
from desktop.models.contacts import Contact
from desktop.models.dialects import cursor_of
from desktop.models.disputes import Dispute
from desktop.models.history import Told, history
from desktop.models.private import PrivateStore
from desktop.models.readings import Readings
from desktop.models.rectification import RatingRules
from desktop.models.request_likeness import Similar, Typed
from desktop.models.request_lists import Stretch
from desktop.models.request_rules import RequestStatus
from desktop.models.request_sorts import Sort, Spot
from desktop.models.request_waits import LONGEST_LIST, Waits
from desktop.models.requests import PAGE, Asked, Page, RequestFilter, RequestRow


class RequestReadings(Readings):
    """The reading half of a book, with its register of requests."""

    private: PrivateStore

    def requests(
        self, wanted: RequestFilter | None = None, sort: Sort = Sort.NEWEST, limit: int = PAGE,
        after: Spot | None = None,
    ) -> Page:  # fmt: skip
        """Return one page of the register; hand `Page.after` back for the next. Raises BookRefused as `private` does.

        Every word of a text stands in the number, the matter or what the citizen said. A page in which only few of the
        rows that were read had them is short, and goes on.
        """
        asked = Asked(wanted or RequestFilter(), sort, limit, after)
        with self.reading() as connection:
            if request_search.is_search(asked.wanted):
                return request_search.search(connection, self.private, asked).page()
            return requests.page(connection, asked)

    def request_stretches(
        self, wanted: RequestFilter | None = None, sort: Sort = Sort.NEWEST, go_on: Callable[[], bool] = lambda: True
    ) -> Iterator[Stretch]:
        """Give the places of a whole list in its order, in stretches of one moment.

        Close it as soon as it is not needed any more: until then its reading is open. It ends early when `go_on` says
        no, which is asked on the reading thread while rows are looked for. Raises as `requests` does.
        """
        asked = Asked(wanted or RequestFilter(), sort, request_lists.SCREENFUL)
        with self.reading() as connection, request_lists.stoppable(connection, go_on):
            if request_search.is_search(asked.wanted):
                yield from request_lists.stretched(request_search.search(connection, self.private, asked).spots())
            else:
                yield from request_lists.stretches(connection, asked)

    def spots_of(
        self, ids: Collection[str], wanted: RequestFilter | None = None, sort: Sort = Sort.NEWEST
    ) -> dict[str, Spot]:
        """Return where in a list some requests stand, by their ids; those that it does not hold are left out."""
        asked = Asked(wanted or RequestFilter(), sort)
        with self.reading() as connection:
            if request_search.is_search(asked.wanted):
                return request_search.search(connection, self.private, asked).where(list(ids))
            return request_lists.where(connection, asked, list(ids))

    def request_handlers(self) -> list[str]:
        """Return everybody who handles or handled a request, in order."""
        with self.reading() as connection:
            return request_lists.handlers(connection)

    def request(self, typed: str) -> RequestRow | None:
        """Return the request of an id or a number, in any case and width; None where there is none, or several."""
        with self.reading() as connection:
            found = requests.by_ids(connection, [typed])
            if not found:
                cursor = cursor_of(connection)
                catalogue = self._rulebook.on(cursor, self.clock.today()).catalogue
                ids = request_numbers.meant(cursor, typed, catalogue.windows if catalogue else ())
                found = requests.by_ids(connection, ids)
            return found[0] if len(found) == 1 else None

    def requests_of(self, ids: Collection[str]) -> list[RequestRow]:
        """Return requests by their ids, in the order of these; unknown ones and those taken back are left out."""
        with self.reading() as connection:
            return requests.by_ids(connection, ids)

    def kin(self, key: str) -> list[RequestRow]:
        """Return the requests that follow, are part of, or were merged into the one of an id."""
        with self.reading() as connection:
            return requests.kin(connection, key)

    def request_story(self, key: str, as_of: date | None = None) -> list[Told]:
        """Return what happened to the request of an id, oldest first; citizens' words are in none of it."""
        with self.reading() as connection:
            return history(connection, f"request:{key}", day_end(as_of) if as_of else None)

    def request_counts(
        self, windows: Collection[str] | None = None, states: Collection[RequestStatus] = tuple(RequestStatus),
        go_on: Callable[[], bool] = lambda: True,
    ) -> dict[RequestStatus, int]:  # fmt: skip
        """Return how many requests stand in each of some states, at some windows or (None) at all.

        Of a million most are archived: counting those takes half a second, all others some hundredths. It is broken
        off, and tells nothing, when `go_on` says no, which is asked on the reading thread.
        """
        found: dict[RequestStatus, int] = {}
        with self.reading() as connection, request_lists.stoppable(connection, go_on):
            found |= requests.counts(connection, windows, states)
        return found

    def request_waits(
        self, officer: str = "", windows: Collection[str] | None = None, limit: int = LONGEST_LIST
    ) -> Waits:
        """Return what is due today, tomorrow, overdue, to be called back, or was returned to an officer.

        Each with its count and at most `limit` rows; 0 asks for the counts alone.
        """
        with self.reading() as connection:
            return request_waits.waits(connection, self.clock.now(), officer, windows, limit)

    def requests_pressing(self, windows: Collection[str] | None = None) -> int:
        """Return how many requests are overdue or due today, at some windows or (None) at all."""
        with self.reading() as connection:
            return request_waits.pressing(connection, self.clock.now(), windows)

    def has_requests(self) -> bool:
        """Say whether anything was ever taken in."""
        with self.reading() as connection:
            return bool(requests.page(connection, requests.Asked(limit=1)).rows)

    def disputes_of(self, key: str) -> tuple[Dispute, ...]:
        """Return what of the request of an id was overruled unseen and is not settled yet."""
        with self.reading() as connection:
            return disputes.of(connection, f"request:{key}")

    def matters(self) -> Sequence[str]:
        """Return every matter that was ever asked for."""
        with self.reading() as connection:
            return request_matters.matters(connection)

    def unread_matters(self) -> list[str]:
        """Return what of the matters has no reading yet, for `request_matters.learn`."""
        with self.reading() as connection:
            every, known = request_matters.matters(connection), request_matters.readings(connection)
            return request_matters.unread(every, known)

    def requests_as_of(self, ids: Collection[str], day: date) -> list[RequestRow]:
        """Return requests by their ids as they stood at the end of a day, in the order of their ids.

        Those that were not there yet, or were taken back then, are left out. Read out of their own lines of the
        journal, some hundredths of a millisecond for each, so hand in a page and not the register.
        """
        with self.reading() as connection:
            return request_past.rows(connection, ids, day_end(day))

    def rating_rules(self) -> RatingRules:
        """Return the numbers behind ratings: the least for a rank, and the limits of bad ones in workdays."""
        with self.reading() as connection:
            return ratings.rules(cursor_of(connection))

    def contacts(self, ids: Collection[str]) -> dict[str, Contact]:
        """Return the citizens behind requests by their ids, masked; those of whom nothing is kept are left out."""
        return contacts.masked(self.private, ids)

    def similar(self, typed: Typed, limit: int = 5) -> list[Similar]:
        """Return requests of the last 30 days at the same window that may be the same one, the nearest first."""
        with self.reading() as connection:
            return request_likeness.similar(connection, self.private, typed, self.clock.now(), limit)

    def heard(self) -> int:
        """Return the order of arrival of the last entry: up to where a sheet printed now has heard."""
        with self.reading() as connection:
            row = cursor_of(connection).execute("SELECT max(arrival) FROM entry").fetchone()
            return int(row[0] or 0) if row is not None else 0
