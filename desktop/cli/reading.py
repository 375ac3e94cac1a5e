"""Commands that read: list, show, history, totals."""

from collections.abc import Mapping

from desktop import texts
from desktop.cli import counting, filters, output, shapes, values
from desktop.cli.call import Call, Runner
from desktop.i18n import _
from desktop.models import rules
from desktop.models.book import Book
from desktop.models.catalogue import Catalogue
from desktop.models.commitment import Commitment
from desktop.models.history import Told
from desktop.models.vocabulary import Lamp, Mark, Role


def _list(call: Call) -> int:
    with call.book() as book:
        found = book.commitments(as_of=call.as_of)
        catalogue = book.catalogue(call.as_of)
    for keep in filters.of(call, catalogue):
        found = [one for one in found if keep(one)]
    if call.wants_json:
        output.tell([shapes.listed(one) for one in found])
    else:
        _tabulate(found, catalogue)
    return 0


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
    if call.wants_json:
        output.tell(shapes.listed(one) | _more(one, catalogue))
    else:
        output.pairs(_described(one, catalogue))
    return 0


def _more(one: Commitment, catalogue: Catalogue) -> shapes.Shape:
    """Return what `show --json` tells beside the row of `list --json`."""
    action, window = catalogue.actions[one.action], catalogue.windows[one.window]
    return {
        "code": action.code,
        "title": texts.title(action),
        "window_title": texts.title(window),
        "unit": window.unit,
        "category": action.category,
        "measures": list(action.measures),
        "accept": texts.accept(action),
        "officer": one.officer,
        "proposal": one.proposal or None,
        "status_on": shapes.day(one.status_on),
        "evidence_on": shapes.day(one.evidence_on),
        "confirmed_on": shapes.day(one.confirmed_on),
        "disputed": bool(one.marks & Mark.DISPUTED),
        "moves": [
            {"to": move.to, "roles": sorted(move.roles), "needs": sorted(move.needs)}
            for move in rules.moves_from(one.status)
        ],
    }


def _described(one: Commitment, catalogue: Catalogue) -> list[tuple[str, str]]:
    action, window = catalogue.actions[one.action], catalogue.windows[one.window]
    return [
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
        (_("Open moves"), "\n".join(map(_move, rules.moves_from(one.status)))),
    ]


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


RUNNERS: Mapping[str, Runner] = {"list": _list, "show": _show, "history": _history, "totals": counting.totals_of}
