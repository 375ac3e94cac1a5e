"""`bianmin request list|show|waiting`. Who asked is masked; a list only says whether anything is on file."""

from collections.abc import Iterable, Mapping

from desktop import texts
from desktop.cli import output, shapes, values
from desktop.cli.call import Call, Runner
from desktop.i18n import _
from desktop.models import masking, request_clock, request_rules
from desktop.models.book import Book
from desktop.models.catalogue import Catalogue
from desktop.models.history import Told
from desktop.models.private_rows import Private
from desktop.models.refusals import InputRefused, RuleBroken
from desktop.models.request_rules import RequestStatus
from desktop.models.request_sorts import Sort
from desktop.models.request_waits import Waiting
from desktop.models.requests import RequestFilter, RequestRow
from desktop.texts import names, request_names

_SHOWN = (
    "id", "number", "action", "window", "matter", "channel", "applicant", "status", "registered_at", "accepted_at",
    "closed_at", "promise", "legal", "due_on", "legal_due_on", "extension", "handler", "result", "target", "follows",
    "part_of", "same_as", "called_on", "reached",
)  # fmt: skip


def status(text: str) -> RequestStatus:
    """Read a state of a request: its code or its name. Raises InputRefused `unknown_choice`."""
    word = values.plain(text).replace("-", "_")
    for state in RequestStatus:
        if word.casefold() in {state.value, names.request_status(state).casefold()}:
            return state
    raise InputRefused("unknown_choice", value=text, option="STATUS", right="; ".join(RequestStatus))


def _windows(call: Call, catalogue: Catalogue) -> frozenset[str] | None:
    """Return the windows asked for, None for all."""
    found: frozenset[str] | None = None
    if call.options.unit:
        units = catalogue.under(values.one_of(call.options.unit, catalogue.units, "--unit"))
        found = frozenset(window.id for window in catalogue.windows.values() if window.unit in units)
    if call.options.window:
        one = frozenset({values.one_of(call.options.window, catalogue.windows, "--window")})
        found = one if found is None else found & one
    return found


def _filter(call: Call, catalogue: Catalogue) -> RequestFilter:
    options = call.options
    return RequestFilter(
        statuses=frozenset({status(options.status)} if options.status else ()),
        windows=_windows(call, catalogue),
        action=values.one_of(options.action, catalogue.actions, "--action") if options.action else "",
        handler=options.handler,
        since=shapes.day(options.since) or "",
        until=shapes.day(options.until) or "",
        due_before=shapes.day(options.due_before) or "",
        text=options.text,
        merged=options.merged,
    )


def _list(call: Call) -> int:
    with call.book() as book:
        sort = Sort.DUE if call.options.by_due else Sort.NEWEST
        wanted, limit = _filter(call, book.catalogue()), max(call.options.limit, 1)
        page = book.requests(wanted, sort, limit)
        rows = list(page.rows)
        while page.after is not None and len(rows) < limit:  # a search among very many comes in short pages
            page = book.requests(wanted, sort, limit - len(rows), page.after)
            rows += page.rows
        _tell(call, book, rows)
    if page.after is not None and not call.wants_json:
        output.say(_("There are more; --limit shows more of them."))
    return 0


def _tell(call: Call, book: Book, rows: Iterable[RequestRow]) -> None:
    found = list(rows)
    on_file = book.private.get_all([row.record for row in found])
    now = request_clock.minute(book.clock.now())
    if call.wants_json:
        output.tell([_shape(row, now, is_on_file=row.record in on_file) for row in found])
        return
    heads = (_("Case number"), _("Matter"), _("Window"), _("Status"), _("Due date"), _("Signs"), _("Handler"))
    cells = [
        (
            row.number, row.matter, row.window, names.request_status(row.status), row.due_on.replace("T", " "),
            _("Overdue") if row.is_overdue(now) else "", row.handler,
        )
        for row in found
    ]  # fmt: skip
    output.table(heads, cells)
    output.say(_("{n} requests").format(n=len(found)))


def _shape(row: RequestRow, now: str, *, is_on_file: bool) -> shapes.Shape:
    told: shapes.Shape = {name: str(getattr(row, name)) or None for name in _SHOWN}
    return told | {"overdue": row.is_overdue(now), "disputed": row.disputed, "on_file": is_on_file}


def _show(call: Call) -> int:
    with call.book() as book:
        row = book.request(call.options.request)
        if row is None:
            raise RuleBroken("unknown_request", id=call.options.request)
        story = book.request_story(row.id)
        said = book.private.get(row.record)
        now = request_clock.minute(book.clock.now())
    if call.wants_json:
        moves = [
            {"to": move.to, "roles": sorted(move.roles), "needs": sorted(move.needs)}
            for move in request_rules.moves_from(row.status)
        ]
        told = [shapes.told(one) for one in story]
        output.tell(_shape(row, now, is_on_file=said is not None) | _masked(said) | {"moves": moves, "story": told})
        return 0
    output.pairs(_described(row, _masked(said)))
    for one in story:
        _tell_deed(one)
    return 0


def _masked(said: Private | None) -> shapes.Shape:
    """Return who asked as a sheet of the house shows it: 张*, 138****1234. Nothing else of the citizen is told."""
    one = said or Private()
    name, phone = (
        masking.shown(field, text, masking.Readers.INTERNAL)
        for field, text in (("citizen_name", one.name), ("mobile", one.phone))
    )
    return {"name": name or None, "phone": phone or None}


def _described(row: RequestRow, contact: shapes.Shape) -> list[tuple[str, str]]:
    told = [
        (request_names.field(name), request_names.value(name, str(getattr(row, name))))
        for name in _SHOWN
        if name != "id" and getattr(row, name)
    ]
    told += [(_("Applicant"), str(contact["name"] or "")), (_("Telephone"), str(contact["phone"] or ""))]
    ways = "\n".join(map(request_names.way, request_rules.moves_from(row.status)))
    return [*told, (_("Open moves"), ways)]


def _tell_deed(told: Told) -> None:
    undone = _(" (undone)") if told.undone else ""
    output.say(f"{told.on_day}  {texts.kind(told.kind)}{undone}  {told.author}  {told.unit}  {told.stamp}")
    for change in told.changes:
        before, after = (request_names.value(change.field, one) for one in (change.before, change.after))
        output.say(f"    {request_names.field(change.field)}  {before} → {after}")
    output.pairs([("    " + _("Note"), told.note), ("    " + _("Reason"), told.reason)])


def _waiting(call: Call) -> int:
    with call.book() as book:
        found = book.request_waits(call.acting(book).officer)
    lists: Mapping[str, tuple[str, Waiting]] = {
        "due_today": (_("Due today"), found.due_today),
        "due_tomorrow": (_("Due tomorrow"), found.due_tomorrow),
        "overdue": (_("Overdue"), found.overdue),
        "to_call": (_("To call back"), found.to_call),
        "returned": (_("Returned to you"), found.returned),
        "untold": (_("Accept now: the time to tell what is missing is over"), found.untold),
    }
    if call.wants_json:
        output.tell({
            name: {"count": one.count, "ids": [row.id for row in one.rows]} for name, (_title, one) in lists.items()
        })  # fmt: skip
        return 0
    for title, one in lists.values():
        output.say(f"{title}  {one.count}")
        for row in one.rows:
            output.say(f"    {row.number}  {row.matter}  {row.due_on.replace('T', ' ')}")
    return 0


RUNNERS: Mapping[str, Runner] = {"list": _list, "show": _show, "waiting": _waiting}
