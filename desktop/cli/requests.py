"""`bianmin request …`: deeds on requests. What is read stands in `requests_reading`."""

import sys
from collections.abc import Mapping

from desktop import texts
from desktop.cli import answers, output, requests_reading, requests_slips, values
from desktop.cli.call import Call, Runner
from desktop.commands.requests import RegisterRequest
from desktop.commands.requests_effects import Said
from desktop.commands.requests_kinship import MergeRequests, ReopenRequest, SplitRequest
from desktop.commands.requests_moves import CallBack, MoveRequest
from desktop.commands.settle_request import SettleRequest
from desktop.commands.unmasking import unmask
from desktop.i18n import _
from desktop.models import plain_text, registering
from desktop.models.book import Book
from desktop.models.draft import Command
from desktop.models.private_rows import Private
from desktop.models.refusals import InputRefused, RuleBroken
from desktop.models.request_rules import Applicant, Channel, RequestStatus


def _add(call: Call) -> int:
    options = call.options
    with call.book() as book:
        action, _at, window = values.commitment(options.commitment, book.catalogue()).partition("@")
        channel = Channel(values.one_of(options.channel, tuple(Channel), "--channel"))
        applicant = Applicant(values.one_of(options.applicant, tuple(Applicant), "--applicant"))
        text = sys.stdin.read(plain_text.NOTE_LIMIT * 64) if options.text == "-" else options.text
        said = Private(options.name, options.phone, options.last4, text)
        deed = RegisterRequest(action, window, channel, applicant, options.follows, options.token)
        words = said if said != Private() else None
        made = registering.register(book, deed, call.acting(book), words)
    if call.wants_json:
        output.tell({"id": made.id, "number": made.number, "new": made.posted is not None})
    elif made.posted is None:
        output.say(_("Registered before: {number}").format(number=made.number))
    else:
        output.say(_("Registered: {number}").format(number=made.number))
    return 0


def _do(call: Call, book: Book, deed: Command) -> int:
    return answers.posted(call, book, book.do(deed, call.acting(book)))


def _extension(told: str) -> tuple[int, str] | None:
    """Read how much an extension adds. Raises InputRefused `unknown_choice`."""
    if not told:
        return None
    value, _space, unit = values.plain(told).partition(" ")
    if not value.isdigit() or not unit:
        raise InputRefused("unknown_choice", value=told, option="--extend", right="10 workday; 15 day")
    return int(value), unit.strip()


def _move(call: Call) -> int:
    one = call.options
    said = Said(
        one.note, one.reason, one.notice, one.target, one.handler, one.result, one.approval, _extension(one.extend),
        one.level, tuple(one.rating_reason), one.way, one.assignee, one.due, one.answer,
    )  # fmt: skip
    with call.book() as book:
        return _do(call, book, MoveRequest((one.request,), requests_reading.status(one.status), said))


def _call_back(call: Call) -> int:
    with call.book() as book:
        return _do(call, book, CallBack(call.options.request, call.options.answer, call.options.note))


def _known(book: Book, typed: str) -> str:
    found = book.request(typed)
    if found is None:
        raise RuleBroken("unknown_request", id=typed)
    return found.id


def _descend(call: Call, book: Book, deed: ReopenRequest | SplitRequest) -> int:
    ids, posted = registering.descend(book, deed, call.acting(book), deed.request)
    if call.wants_json:
        output.tell({"kind": posted.kind, "ids": ids, "stamps": posted.stamps})
    else:
        output.say(f"{texts.kind(posted.kind)}: {', '.join(ids)}")
    return 0


def _reopen(call: Call) -> int:
    with call.book() as book:
        return _descend(call, book, ReopenRequest(_known(book, call.options.request), call.options.reason))


def _split(call: Call) -> int:
    options = call.options
    with call.book() as book:
        whole = [values.commitment(part, book.catalogue()).partition("@") for part in options.parts]
        parts = tuple((action, window) for action, _at, window in whole)
        return _descend(call, book, SplitRequest(_known(book, options.request), parts, options.reason))


def _merge(call: Call) -> int:
    options = call.options
    with call.book() as book:
        return _do(call, book, MergeRequests(tuple(options.requests), options.into, options.reason))


def _unmask(call: Call) -> int:
    with call.book() as book:
        found = unmask(book, call.options.request, call.options.reason, call.acting(book))
    told = {"name": found.name, "phone": found.phone, "last4": found.id_last4, "text": found.text}
    if call.wants_json:
        output.tell(told)
    else:
        names = (_("Applicant"), _("Telephone"), _("Last four of the identity number"), _("What was said"))
        for name, value in zip(names, told.values(), strict=True):
            output.say(f"{name}  {value or '—'}")
    return 0


def _settle(call: Call) -> int:
    options = call.options
    choose = requests_reading.status(options.choose) if options.choose else None
    with call.book() as book:
        return _do(call, book, SettleRequest(options.request, options.reason, choose))


def _rate(call: Call) -> int:
    one = call.options
    said = Said(level=one.level, reasons=tuple(map(values.plain, one.rating_reason)), way=one.way)
    with call.book() as book:
        return _do(call, book, MoveRequest((one.request,), RequestStatus.RATED, said))


_DEEDS: Mapping[str, Runner] = {
    "add": _add,
    "move": _move,
    "call-back": _call_back,
    "reopen": _reopen,
    "split": _split,
    "merge": _merge,
    "settle": _settle,
    "rate": _rate,
    "unmask": _unmask,
    **requests_reading.RUNNERS,
    **requests_slips.RUNNERS,
}


def _request(call: Call) -> int:
    return _DEEDS[call.options.deed](call)


RUNNERS: Mapping[str, Runner] = {"request": _request}
