"""Which lines of a checklist are looked at, in which groups and in which order. No Qt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import Any

from desktop import texts
from desktop.i18n import _, mark
from desktop.models.catalogue import Catalogue
from desktop.models.totals import Tally
from desktop.models.vocabulary import CLOSED, Lamp, Mark, Status
from desktop.views.columns import Layout
from desktop.views.matching import has
from desktop.views.meanings import Meaning, code_of, codes, meaning_of, name_of, name_of_any
from desktop.views.mine.columns import KNOWN, words
from desktop.views.mine.rows import Item
from desktop.views.shelf import View

GROUPS = {
    "category": mark("By category"),
    "status": mark("By status"),
    "due": mark("By due date"),
    "": mark("No groups"),
}
OPEN = codes(*(status for status in Status if status not in CLOSED))
REPORTED = "reported"
"""Stands among the codes for what is applicable and was reported this month."""
_SIGNS: tuple[tuple[Lamp | Mark, str], ...] = (
    (Lamp.OVERDUE, "overdue"), (Lamp.DUE_SOON, "due_soon"), (Lamp.STALE, "stale"), (Lamp.SILENT, "silent"),
    (Mark.DISPUTED, "disputed"), (Mark.UNREPORTED, "unreported"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sieve:
    """The filters of a checklist; an empty value lets everything through."""

    text: str = ""
    status: Status | None = None
    sign: Lamp | Mark | None = None
    officer: str = ""
    any_of: tuple[str, ...] = ()


ALL = Sieve()


@dataclass(frozen=True, slots=True)
class Order:
    """Groups, and the column by which lines are sorted; by none they stand in printed order."""

    group: str = "category"
    sort: str = ""
    down: bool = False


@dataclass(frozen=True, slots=True)
class ListState:
    """What is shown and how."""

    sieve: Sieve = ALL
    order: Order = field(default_factory=Order)
    layout: Layout = field(default_factory=lambda: Layout.usual(KNOWN))


def counted(item: Item) -> Status:
    """Return the state by which a line is counted: what is disputed is never counted as verified."""
    is_doubtful = item.cell.status is Status.VERIFIED and bool(item.cell.marks & Mark.DISPUTED)
    return Status.IN_PLACE if is_doubtful else item.cell.status


def _bears(item: Item, meaning: Meaning | None) -> bool:
    if isinstance(meaning, Status):
        return counted(item) is meaning
    if isinstance(meaning, Lamp):
        return bool(item.cell.lamps & meaning)
    return meaning is not None and bool(item.cell.marks & meaning)


def passes(item: Item, sieve: Sieve) -> bool:
    """Return whether a line is let through."""
    action = item.cell.action
    if not has(sieve.text, action.code, action.title_zh, action.title_en):
        return False
    if any(meaning is not None and not _bears(item, meaning) for meaning in (sieve.status, sieve.sign)):
        return False
    if sieve.officer and item.commitment.officer != sieve.officer:
        return False
    if sieve.any_of == (REPORTED,):
        return item.is_reported and item.cell.status is not Status.NOT_APPLICABLE
    return not sieve.any_of or any(_bears(item, meaning_of(code)) for code in sieve.any_of)


def tally(items: Sequence[Item]) -> Tally:
    """Return the counts over some lines."""
    found = Tally(None)
    for item in items:
        found.counts[counted(item)] += 1
    for sign, name in _SIGNS:
        setattr(found, name, sum(_bears(item, sign) for item in items))
    return found


def arranged(items: Sequence[Item], order: Order, today: date, catalogue: Catalogue) -> list[tuple[str, Item]]:
    """Return lines with the name of their group, in the order in which they are shown."""
    listed = list(items)
    if order.sort or order.down:
        at = next((n for n, column in enumerate(KNOWN) if column.id == order.sort), 2)
        key = _key(at, catalogue)
        listed.sort(key=key, reverse=order.down)
        listed.sort(key=lambda item: not words(item, catalogue)[at])
    if not order.group:
        return [("", item) for item in listed]
    group = _GROUPING[order.group]
    placed = [(group(item, today, catalogue), item) for item in listed]
    placed.sort(key=lambda pair: pair[0][0])
    return [(name, item) for (_rank, name), item in placed]


def _key(column: int, catalogue: Catalogue) -> Callable[[Item], Any]:
    if KNOWN[column].id == "status":
        return lambda item: tuple(Status).index(item.cell.status)
    if KNOWN[column].id == "evidence":
        return lambda item: item.evidence or 0
    return lambda item: words(item, catalogue)[column]


def _by_category(item: Item, _today: date, catalogue: Catalogue) -> tuple[int, str]:
    category = catalogue.categories.get(item.cell.action.category)
    keys = list(catalogue.categories)
    return (keys.index(category.id), texts.title(category)) if category else (len(keys), item.cell.action.category)


def _by_status(item: Item, _today: date, _catalogue: Catalogue) -> tuple[int, str]:
    return tuple(Status).index(item.cell.status), texts.status(item.cell.status)


def _by_due(item: Item, today: date, _catalogue: Catalogue) -> tuple[int, str]:
    due = item.commitment.due_on
    if due is None or item.cell.status in CLOSED:
        return 4, _("No due date, or done")
    steps = (
        (today - timedelta(days=1), _("Overdue")), (today + timedelta(days=7), _("Within seven days")),
        (today + timedelta(days=31), _("Within a month")), (date.max, _("Later")),
    )  # fmt: skip
    return next((rank, name) for rank, (until, name) in enumerate(steps) if due <= until)


_GROUPING: Mapping[str, Callable[[Item, date, Catalogue], tuple[int, str]]] = {
    "category": _by_category, "status": _by_status, "due": _by_due,
}  # fmt: skip


def filter_words(sieve: Sieve) -> list[tuple[str, str]]:
    """Return the name of each filter in force (a field of `Sieve`) and what it lets through."""
    only = _("Reported this month") if sieve.any_of == (REPORTED,) else name_of_any(sieve.any_of)
    said = {
        "text": _("Text “{text}”").format(text=sieve.text),
        "status": _("Status: {name}").format(name=name_of(sieve.status)) if sieve.status is not None else "",
        "sign": _("Sign: {name}").format(name=name_of(sieve.sign)) if sieve.sign is not None else "",
        "officer": _("Officer: {name}").format(name=sieve.officer),
        "any_of": _("Only: {name}").format(name=_("Not yet in place") if sieve.any_of == OPEN else only),
    }
    return [(name, text) for name, text in said.items() if getattr(sieve, name) != getattr(ALL, name)]


def without(sieve: Sieve, name: str) -> Sieve:
    """Return the sieve without one filter."""
    return replace(sieve, **{name: getattr(ALL, name)})


def shipped() -> tuple[View, ...]:
    """Return the views that every book has."""
    today = codes(Lamp.OVERDUE, Status.RETURNED, Status.RELAPSED)
    sets: tuple[tuple[str, str, dict[str, Any]], ...] = (
        ("all", mark("Everything"), {}),
        ("today", mark("To do today"), {"any_of": list(today)}),
        ("unreported", mark("Not reported"), {"sign": code_of(Mark.UNREPORTED)}),
        ("soon", mark("Due soon"), {"sign": code_of(Lamp.DUE_SOON)}),
        ("stale", mark("Stale"), {"sign": code_of(Lamp.STALE)}),
        ("blocked", mark("Blocked"), {"status": code_of(Status.BLOCKED)}),
        ("open", mark("Not yet in place"), {"any_of": list(OPEN)}),
        ("disputed", mark("Disputed"), {"sign": code_of(Mark.DISPUTED)}),
    )
    return tuple(View(key, name, {"filters": filters}) for key, name, filters in sets)


def kept(state: ListState) -> dict[str, Any]:
    """Return a state as a view keeps it."""
    sieve, order = state.sieve, state.order
    filters: dict[str, Any] = {name: getattr(sieve, name) for name in ("text", "officer") if getattr(sieve, name)}
    for name in ("status", "sign"):
        meaning = getattr(sieve, name)
        filters |= {name: code_of(meaning)} if meaning is not None else {}
    filters |= {"any_of": list(sieve.any_of)} if sieve.any_of else {}
    arranged_as = {"group": order.group, "sort": order.sort, "down": order.down}
    return {"filters": filters, "order": arranged_as, "columns": state.layout.kept()}


def read(view: Mapping[str, Any], now: ListState) -> ListState:
    """Return what a kept view shows; `now` gives what the view leaves open. What is unknown is left out."""
    filters = view.get("filters") or {}
    status, sign = meaning_of(filters.get("status")), meaning_of(filters.get("sign"))
    sieve = Sieve(
        str(filters.get("text") or ""),
        status if isinstance(status, Status) else None,
        sign if isinstance(sign, Lamp | Mark) else None,
        str(filters.get("officer") or ""),
        tuple(code for code in filters.get("any_of") or () if code == REPORTED or meaning_of(code) is not None),
    )
    layout = Layout.read(view["columns"], KNOWN) if "columns" in view else now.layout
    return ListState(sieve, read_order(view["order"]) if isinstance(view.get("order"), dict) else now.order, layout)


def read_order(found: Mapping[str, Any]) -> Order:
    """Return groups and order as they were kept; what is unknown is as usual."""
    group, sort = found.get("group", "category"), found.get("sort", "")
    known = {column.id for column in KNOWN}
    return Order(group if group in GROUPS else "category", sort if sort in known else "", bool(found.get("down")))
