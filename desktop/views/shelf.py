"""The saved views of a page: a shipped set and own ones, kept in the book. No widget."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop import texts
from desktop.i18n import _
from desktop.models.refusals import Refusal
from desktop.views.bridge import Bridge

if TYPE_CHECKING:
    from collections.abc import Mapping

_KIND = "views"
VERSION = 1
LONGEST = 40
"""Characters of a name."""
_OWN = "own-"


@dataclass(frozen=True, slots=True)
class View:
    """A view by id: how a page is filtered, arranged and laid out. `state` is the page's own, fit for JSON."""

    id: str
    name: str
    state: dict[str, Any]

    @property
    def own(self) -> bool:
        """Whether a person made it; the others are shipped and keep name and state."""
        return self.id.startswith(_OWN)

    @property
    def title(self) -> str:
        """The name in the language in use; own names are as they were written."""
        return self.name if self.own else _(self.name)


@dataclass(frozen=True, slots=True)
class _Kept:
    own: tuple[View, ...] = ()
    order: tuple[str, ...] = ()
    start: str = ""


@dataclass(slots=True)
class _Cache:
    book: object = None
    kept: _Kept = field(default_factory=_Kept)


class Shelf(QObject):
    """The views of one page in their order. `changed` after every change; a refusal is said by the bridge."""

    changed = Signal()

    def __init__(self, bridge: Bridge, page: str, shipped: Sequence[View]) -> None:
        super().__init__()
        self._bridge, self._page, self._shipped = bridge, page, tuple(shipped)
        self._cache = _Cache()
        bridge.opened.connect(self.changed)

    @property
    def views(self) -> tuple[View, ...]:
        """Every view in its order; what nobody has put in order stands last, shipped before own."""
        kept = self._kept()
        known = {view.id: view for view in (*self._shipped, *kept.own)}
        order = [key for key in kept.order if key in known]
        return tuple(known[key] for key in dict.fromkeys([*order, *known]))

    @property
    def start(self) -> str:
        """The id of the view with which the page opens, empty for none."""
        return self._kept().start

    def find(self, key: str) -> View | None:
        """Return a view by id."""
        return next((view for view in self.views if view.id == key), None)

    def add(self, name: str, state: "Mapping[str, Any]") -> View | None:
        """Keep a new view; None when it could not be kept. An empty name or one that is taken is refused."""
        kept = self._kept()
        wanted = self._fit(name, "")
        if not wanted:
            return None
        taken = {view.id for view in kept.own}
        number = next(n for n in range(1, len(taken) + 2) if f"{_OWN}{n}" not in taken)
        view = View(f"{_OWN}{number}", wanted, dict(state))
        return view if self._keep(replace(kept, own=(*kept.own, view))) else None

    def update(self, key: str, state: "Mapping[str, Any]") -> bool:
        """Let an own view be what is shown now."""
        return self._change(key, lambda view: replace(view, state=dict(state)))

    def rename(self, key: str, name: str) -> bool:
        """Give an own view another name."""
        wanted = self._fit(name, key)
        return bool(wanted) and self._change(key, lambda view: replace(view, name=wanted))

    def delete(self, key: str) -> bool:
        """Forget an own view."""
        kept = self._kept()
        own = tuple(view for view in kept.own if view.id != key)
        start = "" if kept.start == key else kept.start
        return len(own) < len(kept.own) and self._keep(_Kept(own, kept.order, start))

    def move(self, key: str, step: int) -> bool:
        """Move a view up (-1) or down (1)."""
        order = [view.id for view in self.views]
        here = order.index(key) if key in order else -1
        if here < 0 or not 0 <= here + step < len(order):
            return False
        order.insert(here + step, order.pop(here))
        return self._keep(replace(self._kept(), order=tuple(order)))

    def begin_with(self, key: str) -> bool:
        """Open the page with a view from now on; an empty text for none."""
        return self._keep(replace(self._kept(), start=key))

    def _change(self, key: str, change: Callable[[View], View]) -> bool:
        kept = self._kept()
        own = tuple(change(view) if view.id == key else view for view in kept.own)
        return any(view.id == key for view in kept.own) and self._keep(replace(kept, own=own))

    def _fit(self, name: str, but: str) -> str:
        """Return a name as it may be kept, or say why not and return an empty text."""
        wanted = " ".join(name.split())[:LONGEST]
        taken = {view.title.casefold() for view in self.views if view.id != but}
        if not wanted:
            self._bridge.refused.emit(_("A view needs a name."))
        elif wanted.casefold() in taken:
            self._bridge.refused.emit(_("There is a view named “{name}” already.").format(name=wanted))
            return ""
        return wanted

    def _kept(self) -> _Kept:
        if not self._bridge.is_open:
            return _Kept()
        book = self._bridge.book
        if self._cache.book is not book:
            self._cache = _Cache(book, _read(book.kept(_KIND, self._page)))
        return self._cache.kept

    def _keep(self, kept: _Kept) -> bool:
        if not self._bridge.is_open:
            self._bridge.said.emit(_("The book is being opened; one moment…"))
            return False
        try:
            self._bridge.book.keep(_KIND, self._page, _written(kept))
        except Refusal as refusal:
            self._bridge.refused.emit(texts.refusal(refusal))
            return False
        self._cache = _Cache(self._bridge.book, kept)
        self.changed.emit()
        return True


def _written(kept: _Kept) -> str:
    own = [{"id": view.id, "name": view.name, "state": view.state} for view in kept.own]
    return json.dumps({"version": VERSION, "own": own, "order": kept.order, "start": kept.start}, ensure_ascii=False)


def _read(text: str | None) -> _Kept:
    """Return what was kept; what is damaged or of another version is left out."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        return _Kept()
    if not isinstance(found, dict) or found.get("version") != VERSION:
        return _Kept()
    own = [one for one in found.get("own") or () if isinstance(one, dict) and isinstance(one.get("state"), dict)]
    views = (View(str(one.get("id")), str(one.get("name")), one["state"]) for one in own)
    order = tuple(map(str, found.get("order") or ()))
    return _Kept(tuple(view for view in views if view.own), order, str(found.get("start") or ""))
