"""Everything that the palette finds, and where each leads. A later kind of target is one `Kind` more in `kinds`."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from desktop import texts
from desktop.i18n import _, language
from desktop.models.board import Board
from desktop.models.catalogue import Catalogue, Measure, ServiceAction, ServiceWindow, Unit
from desktop.models.refusals import Refusal
from desktop.search.target import Joint, Target
from desktop.views.attention import following
from desktop.views.bridge import Bridge
from desktop.views.deeds import Deed
from desktop.views.focus import Drill, Focus
from desktop.views.frame import Frame
from desktop.views.palette.offer import Kind, Offer

if TYPE_CHECKING:
    from desktop.models.requests import RequestRow

_PAGE = "go."
_LEFT_OUT = frozenset({"seek", "back"})
"""Deeds that mean nothing in the palette: to open it, and Esc."""
_KEPT = "palette"

_REQUESTS = 8
"""Requests that are offered for what was typed."""

Row = ServiceAction | Measure | ServiceWindow | Unit


class Targets:
    """The kinds of target over one focus, one bridge and one frame."""

    def __init__(self, focus: Focus, bridge: Bridge, frame: Frame) -> None:
        self._focus, self._bridge, self._frame = focus, bridge, frame
        self._judged: tuple[Board | None, str, str, str] = (None, "", "", "")
        """What needs somebody next: of which board, for which window and unit, and which it is."""

    def offer(self) -> Offer:
        """Return everything, in the language in use."""
        joint = Joint("action", "window", lambda action, window: self._commitment(f"{action.id}@{window.id}"))
        return Offer(self.kinds(), (joint,), self._urgent, self)

    def kinds(self) -> Sequence[Kind]:
        """Return the kinds in the order in which equally good hits are shown."""
        return (
            self._of_deeds("page", _("Page"), "board", lambda deed: deed.id.startswith(_PAGE)),
            self._of_deeds("command", _("Command"), "chevron-right", lambda deed: not deed.id.startswith(_PAGE)),
            Kind("action", _("Action"), "check", lambda key: self._drill(Drill(action=key)), self._actions),
            Kind("measure", _("Measure"), "flag", lambda key: self._drill(Drill(measure=key)), self._measures),
            Kind("window", _("Window"), "window", self._to_window, self._windows),
            Kind("unit", _("Unit"), "units", self._to_unit, self._units),
            Kind(
                "officer",
                _("Officer"),
                "user",
                lambda key: self._drill(Drill(officer=key)),
                self._officers,
                is_slow=True,
            ),
            Kind("request", _("Request"), "people", self._to_request, ask=self._requests, named=self._request),
            Kind(
                "commitment", _("Item"), "list", lambda key: self._drill(Drill(commitment=key)), named=self._commitment
            ),
        )

    # Deeds

    def _of_deeds(self, kind: str, title: str, icon: str, belongs: Callable[[Deed], bool]) -> Kind:
        deeds = self._frame.deeds

        def targets() -> list[Target]:
            return [
                Target(kind, deed.id, deed.title.rstrip("…").replace("&", ""))
                for deed in deeds.all
                if deed.id not in _LEFT_OUT and belongs(deed)
            ]

        def of(key: str, ask: Callable[[Deed], str]) -> str:
            deed = deeds.find(key)
            return ask(deed) if deed is not None else ""

        def go(key: str) -> None:
            deed = deeds.find(key)
            if deed is not None:
                deeds.do(deed)

        return Kind(
            kind, title, icon, go, targets, barred=lambda key: of(key, lambda deed: deed.barred()),
            key=lambda key: of(key, lambda deed: deed.shown_key), icon_of=lambda key: of(key, lambda deed: deed.icon),
        )  # fmt: skip

    # What the board holds

    @property
    def _catalogue(self) -> Catalogue:
        return self._focus.board.catalogue

    def _actions(self) -> list[Target]:
        if not self._focus.loaded:
            return []
        known = self._catalogue.categories
        return [
            _target("action", one, one.code, [texts.title(known[one.category])] if one.category in known else [])
            for one in self._focus.board.actions
        ]

    def _measures(self) -> list[Target]:
        return [_target("measure", one, one.id) for one in self._catalogue.measures.values()] if self._there else []

    def _windows(self) -> list[Target]:
        if not self._there:
            return []
        units = self._catalogue.units
        return [_target("window", one, one.id, [texts.title(units[one.unit])]) for one in self._focus.board.windows]

    def _units(self) -> list[Target]:
        return [_target("unit", one, one.id) for one in self._catalogue.units.values()] if self._there else []

    @property
    def _there(self) -> bool:
        return self._focus.loaded

    def _officers(self) -> list[Target]:
        """Read the officers from the book, on another thread."""
        if not self._bridge.is_open:
            return []
        found = self._bridge.book.officers(self._focus.as_of)
        return [Target("officer", name, name) for name in found]

    def _requests(self, query: str) -> list[Target]:
        """Ask the book for the newest requests of a number or of words, on another thread."""
        from desktop.models.requests import RequestFilter

        if not self._bridge.is_open:
            return []
        try:
            rows = self._bridge.book.requests(RequestFilter(text=query, merged=True), limit=_REQUESTS).rows
        except Refusal:
            return []
        return [self._as_target(row) for row in rows]

    def _request(self, key: str) -> Target | None:
        """Return a request that was gone to before."""
        try:
            rows = self._bridge.book.requests_of([key]) if self._bridge.is_open else []
        except Refusal:
            return None
        return self._as_target(rows[0]) if rows else None

    def _as_target(self, row: "RequestRow") -> Target:
        """Return a request as a target: what it is about and where, never who asked."""
        window = self._catalogue.windows.get(row.window) if self._there else None
        where = texts.title(window) if window is not None else row.window
        return Target("request", row.id, f"{row.matter} @ {where}", row.number)

    def _to_request(self, key: str) -> None:
        self._drill(Drill(request=key))

    def _commitment(self, key: str) -> Target | None:
        action_id, _at, window_id = key.partition("@")
        action = self._catalogue.actions.get(action_id) if self._there else None
        window = self._catalogue.windows.get(window_id) if self._there else None
        if action is None or window is None or window.kind not in action.kinds:
            return None
        title = f"{texts.title(action)} @ {texts.title(window)}"
        return Target("commitment", key, title, f"{action.code}@{window.id}")

    def _urgent(self) -> Target | None:
        """Return what needs somebody next at the person's own window, else in the unit, else anywhere."""
        if not self._there:
            return None
        asked = (self._focus.board, self._focus.window, self._focus.unit)
        if self._judged[:3] != asked:
            self._judged = (*asked, self._next_of(*asked))
        key = self._judged[3]
        return self._commitment(key) if key else None

    def _next_of(self, board: Board, own: str, unit: str) -> str:
        """Return the id of a commitment, empty where none needs anybody. Takes some ten milliseconds at full size."""
        under = self._catalogue.under(unit) if unit else frozenset()
        width, height = len(board.windows), len(board.actions)
        for belongs in (lambda one: one.id == own, lambda one: one.unit in under, lambda _one: True):
            columns = [at for at, one in enumerate(board.windows) if belongs(one)]
            found = following(board, [row * width + at for row in range(height) for at in columns], None)
            if found is not None:
                return f"{board.actions[found.at // width].id}@{board.windows[found.at % width].id}"
        return ""

    # Where they lead

    def _drill(self, drill: Drill) -> None:
        if self._there:
            self._focus.drill(drill)

    def _to_window(self, key: str) -> None:
        """Go to the checklist of a window, or to its column where this book does not keep it."""
        if not self._there or key not in self._catalogue.windows:
            return
        here = self._bridge.book.unit if self._bridge.is_open else ""
        if not here or self._catalogue.windows[key].unit in self._catalogue.under(here):
            self._frame.go("window")
            if self._frame.page is not None:
                self._frame.page.look_for(Drill(window=key))
        else:
            self._drill(Drill(window=key))

    def _to_unit(self, key: str) -> None:
        """Go to the columns of a unit and those below it; one without windows is shown among the units."""
        if not self._there:
            return
        under = self._catalogue.under(key)
        if any(window.unit in under for window in self._focus.board.windows):
            self._drill(Drill(unit=key))
        else:
            self._frame.go("units")
            if self._frame.page is not None:
                self._frame.page.search(key)

    # Memory

    def recall(self, name: str) -> str | None:
        """Return what the palette kept in the book. Called on any thread."""
        try:
            return self._bridge.book.kept(_KEPT, name) if self._bridge.is_open else None
        except Refusal:
            return None

    def keep(self, name: str, text: str) -> None:
        """Keep something in the book; while that is busy or read-only it is forgotten. Called on any thread."""
        try:
            if self._bridge.is_open:
                self._bridge.book.keep(_KEPT, name, text)
        except Refusal:
            return


def _target(kind: str, row: Row, code: str, others: Iterable[str] = ()) -> Target:
    """Return a row of the catalogue as a target. In English its Chinese name finds it too."""
    return Target(kind, row.id, texts.title(row), code, (*others, *_in_chinese(row)))


def _in_chinese(row: Row) -> tuple[str, ...]:
    name = row.title_zh if isinstance(row, ServiceAction | Measure) else row.name_zh
    return (name,) if language() == "en" and name != texts.title(row) else ()
