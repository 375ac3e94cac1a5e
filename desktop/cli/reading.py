"""Commands that read: list, show, history, totals."""

import unicodedata
from collections.abc import Callable, Mapping

from desktop import texts
from desktop.cli import output, shapes, values
from desktop.cli.call import Call, Runner
from desktop.i18n import _
from desktop.models import rules, totals
from desktop.models.book import Book
from desktop.models.catalogue import Catalogue
from desktop.models.commitment import Commitment
from desktop.models.history import Told
from desktop.models.totals import Tally, Totals
from desktop.models.vocabulary import Lamp, Mark, Role, Status

Keep = Callable[[Commitment], bool]


def _list(call: Call) -> int:
    with call.book() as book:
        found = book.commitments(as_of=call.as_of)
        catalogue = book.catalogue(call.as_of)
    for keep in _filters(call, catalogue):
        found = [one for one in found if keep(one)]
    if call.wants_json:
        output.tell([shapes.listed(one) for one in found])
    else:
        _tabulate(found, catalogue)
    return 0


def _filters(call: Call, catalogue: Catalogue) -> list[Keep]:
    """Return a test for each filter that was given. Raises InputRefused for a code that is not there."""
    makers: dict[str, Callable[[str, Catalogue], Keep]] = {
        "unit": _of_unit, "window": _of_window, "kind": _of_kind, "status": _of_status, "lamp": _of_lamp,
        "measure": _of_measure, "category": _of_category, "text": _of_text,
    }  # fmt: skip
    given = {name: getattr(call.options, name) for name in makers}
    return [makers[name](value, catalogue) for name, value in given.items() if value is not None]


def _of_unit(value: str, catalogue: Catalogue) -> Keep:
    units = catalogue.under(values.one_of(value, catalogue.units, "--unit"))
    return lambda one: catalogue.windows[one.window].unit in units


def _of_window(value: str, catalogue: Catalogue) -> Keep:
    window = values.one_of(value, catalogue.windows, "--window")
    return lambda one: one.window == window


def _of_kind(value: str, catalogue: Catalogue) -> Keep:
    kind = values.one_of(value, catalogue.kinds, "--kind")
    return lambda one: catalogue.windows[one.window].kind == kind


def _of_status(value: str, _catalogue: Catalogue) -> Keep:
    status = values.status(value)
    return lambda one: one.status is status


def _of_lamp(value: str, _catalogue: Catalogue) -> Keep:
    lamp = values.lamp(value)
    return lambda one: bool(one.lamps & lamp)


def _of_measure(value: str, catalogue: Catalogue) -> Keep:
    measure = values.one_of(value, catalogue.measures, "--measure")
    return lambda one: measure in catalogue.actions[one.action].measures


def _of_category(value: str, catalogue: Catalogue) -> Keep:
    category = values.one_of(value, catalogue.categories, "--category")
    return lambda one: catalogue.actions[one.action].category == category


def _of_text(value: str, catalogue: Catalogue) -> Keep:
    wanted = _folded(value)

    def holds(one: Commitment) -> bool:
        action, window = catalogue.actions[one.action], catalogue.windows[one.window]
        words = (one.id, action.code, action.title_zh, action.title_en, window.name_zh, window.name_en, one.officer)
        return any(wanted in _folded(word) for word in words)

    return holds


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip().casefold()


def _signs(one: Commitment) -> str:
    lit = [texts.lamp(lamp) for lamp in Lamp if one.lamps & lamp]
    return " ".join(lit + [texts.mark(mark) for mark in Mark if one.marks & mark])


def _tabulate(found: list[Commitment], catalogue: Catalogue) -> None:
    heads = (_("Id"), _("Action"), _("Window"), _("Status"), _("Due date"), _("Signs"), _("Officer in charge"))
    rows = [
        (
            one.id, texts.title(catalogue.actions[one.action]), texts.title(catalogue.windows[one.window]),
            texts.status(one.status), shapes.day(one.due_on) or "", _signs(one), one.officer,
        )
        for one in found
    ]  # fmt: skip
    output.table(heads, rows)
    output.say(_("{n} commitments").format(n=len(found)))


def _one(call: Call, book: Book) -> tuple[Commitment, Catalogue]:
    catalogue = book.catalogue(call.as_of)
    key = values.commitment(call.options.commitment, catalogue)
    found = book.commitments((key,), as_of=call.as_of)
    if not found:
        values.refuse_closed(key)
    return found[0], catalogue


def _show(call: Call) -> int:
    with call.book() as book:
        one, catalogue = _one(call, book)
    action = catalogue.actions[one.action]
    window = catalogue.windows[one.window]
    moves = rules.moves_from(one.status)
    if call.wants_json:
        more = {
            "code": action.code, "title": texts.title(action), "window_title": texts.title(window),
            "unit": window.unit, "category": action.category, "measures": list(action.measures),
            "accept": texts.accept(action), "officer": one.officer, "proposal": one.proposal or None,
            "status_on": shapes.day(one.status_on), "evidence_on": shapes.day(one.evidence_on),
            "confirmed_on": shapes.day(one.confirmed_on), "disputed": bool(one.marks & Mark.DISPUTED),
            "moves": [{"to": m.to, "roles": sorted(m.roles), "needs": sorted(m.needs)} for m in moves],
        }  # fmt: skip
        output.tell(shapes.listed(one) | more)
        return 0
    output.pairs([
        (_("Id"), one.id),
        (_("Action"), f"{action.code} {texts.title(action)}"),
        (_("Window"), f"{window.id} {texts.title(window)}"),
        (_("Unit"), texts.title(catalogue.units[window.unit])),
        (_("Acceptance criterion"), texts.accept(action)),
        (_("Status"), texts.status_in_full(one.status)),
        (_("Since"), shapes.day(one.status_on) or ""),
        (_("Due date"), shapes.day(one.due_on) or ""),
        (_("Signs"), _signs(one)),
        (_("Officer in charge"), one.officer),
        (texts.field("evidence_on"), shapes.day(one.evidence_on) or ""),
        (texts.field("confirmed_on"), shapes.day(one.confirmed_on) or ""),
        (_("Open moves"), "\n".join(map(_move, moves))),
    ])  # fmt: skip
    return 0


def _move(rule: rules.MoveRule) -> str:
    roles = _(" or ").join(texts.role(role) for role in Role if role in rule.roles)
    needs = _(", ").join(texts.need(need) for need in sorted(rule.needs))
    return _("{label} → {to} ({roles}; needs: {needs})").format(
        label=texts.label(rule), to=rule.to, roles=roles, needs=needs or "—"
    )


def _history(call: Call) -> int:
    with call.book() as book:
        one, _catalogue = _one(call, book)
        story = book.history(one.record, call.as_of)
    if call.wants_json:
        output.tell([shapes.told(told) for told in story])
    else:
        for told in story:
            _tell(told)
    return 0


def _tell(told: Told) -> None:
    undone = _(" (undone)") if told.undone else ""
    role = texts.role(Role(told.role)) if told.role in tuple(Role) else told.role
    output.say(f"{told.on_day}  {texts.kind(told.kind)}{undone}  {role} {told.author}  {told.unit}  {told.stamp}")
    for change in told.changes:
        before, after = texts.value(change.field, change.before), texts.value(change.field, change.after)
        output.say(f"    {texts.field(change.field)}  {before} → {after}")
    output.pairs([
        ("    " + _("Note"), told.note),
        ("    " + _("Reason"), told.reason),
        ("    " + _("Evidence"), _(", ").join(one.name for one in told.evidence)),
    ])  # fmt: skip


def _totals(call: Call) -> int:
    grouping = call.options.grouping
    with call.book() as book:
        board = book.board(as_of=call.as_of)
    count = {
        "measure": totals.by_measure, "category": totals.by_category, "window": totals.by_window,
        "unit": totals.by_unit, "county": totals.by_county,
    }[grouping]  # fmt: skip
    found = count(board)

    def title(key: str | None) -> str:
        return _title(board.catalogue, grouping, key)

    if call.wants_json:
        output.tell(shapes.totals(found, board.as_of, title))
    else:
        output.say(_("As of {day}, catalogue {edition}").format(day=board.as_of, edition=board.catalogue.edition.id))
        _count(found, title)
    return 0


def _title(catalogue: Catalogue, grouping: str, key: str | None) -> str:
    if key is None:
        return _("Actions that carry out no measure")
    match grouping:
        case "measure":
            return texts.title(catalogue.measures[key])
        case "category":
            return texts.title(catalogue.categories[key])
        case "window":
            return texts.title(catalogue.windows[key])
        case _:
            return texts.title(catalogue.units[key])


def _count(found: Totals, title: Callable[[str | None], str]) -> None:
    states = [status for status in Status if status is not Status.NOT_APPLICABLE]
    heads = [
        "", "", _("In-place rate"), _("Verified rate"), _("Applicable"), *map(texts.status, states),
        texts.status(Status.NOT_APPLICABLE), *map(texts.lamp, (Lamp.OVERDUE, Lamp.DUE_SOON, Lamp.STALE)),
        texts.mark(Mark.DISPUTED),
    ]  # fmt: skip

    def row(one: Tally, key: str, name: str) -> list[str]:
        rates = [texts.percent(one.in_place_rate, 1), texts.percent(one.verified_rate, 1)]
        counts = [one.applicable, *(one.counts[s] for s in states), one.not_applicable]
        signs = [one.overdue, one.due_soon, one.stale, one.disputed]
        return [key, name, *rates, *map(str, [*counts, *signs])]

    rows = [row(group, group.key or "—", title(group.key)) for group in found.groups]
    output.table(heads, [*rows, row(found.total, "", _("Total"))], right=range(2, len(heads)))


RUNNERS: Mapping[str, Runner] = {"list": _list, "show": _show, "history": _history, "totals": _totals}
