"""Commands that bring something into a book: import-catalogue, import-ledger."""

import io
import json
import sys
from collections import Counter
from collections.abc import Mapping
from contextlib import redirect_stdout

from desktop import texts
from desktop.cli import editions, faults, output, values
from desktop.cli.call import Call, Runner
from desktop.cli.editions import Handed
from desktop.commands.catalog import CarryOver
from desktop.commands.take_over import TakeOverLedger, states_for, touched
from desktop.exchange import catalogue_folder, columns, ledger_take_over
from desktop.exchange.edition_map import Kind
from desktop.exchange.fault import errors
from desktop.exchange.ledger_take_over import Office
from desktop.i18n import _
from desktop.models.book import Book
from desktop.models.born import action_ids
from desktop.models.catalogue import Catalogue
from desktop.models.edition import device_of, entries_of
from desktop.models.refusals import BookRefused, InputRefused, RuleBroken


def _in_force(book: Book) -> Catalogue | None:
    try:
        return book.catalogue()
    except BookRefused as refused:
        if refused.code != "no_catalogue":
            raise
        return None


def _import_catalogue(call: Call) -> int:
    options = call.options
    with call.book() as book:
        now = _in_force(book)
        handed = editions.read(options.path, now, lambda version: action_ids(book, version))
        if options.draft:
            catalogue_folder.write(options.draft, handed.draft)
        if call.wants_json:
            output.tell(faults.told(handed.faults))
        else:
            faults.listed(handed.faults)
            _say_map(handed)
        if not handed.is_fit:
            return faults.refused(handed.faults)
        if not options.dry_run:
            with redirect_stdout(io.StringIO() if call.wants_json else sys.stdout):
                _bring_in(book, handed, now, call)
        elif not call.wants_json:
            output.say(_("Nothing stands against importing it."))
    return 0


def _bring_in(book: Book, handed: Handed, now: Catalogue | None, call: Call) -> None:
    source = handed.source()
    is_there = any(one.device == device_of(source) for one in book.entries())
    if not is_there and now is not None and source.version == now.edition.id:
        raise InputRefused("edition_exists", version=source.version)
    done = book.merge(entries_of(source), "catalogue")
    if done.new:
        output.say(_("Edition {edition} is imported.").format(edition=source.version))
    else:
        output.say(_("Edition {edition} was there already; nothing was changed.").format(edition=source.version))
    if any(row.kind in _CARRIED for row in handed.map):
        _carry_over(book, call)


_CARRIED = frozenset({Kind.SPLIT, Kind.MERGED})


def _carry_over(book: Book, call: Call) -> None:
    """Carry states over to split and merged actions, where the person at the desk may; say what is left to do."""
    try:
        posted = book.do(CarryOver(), call.desk)
    except RuleBroken as refused:
        output.say(_("Note: ") + texts.refusal(refused))
        output.say(_("States were not carried over to split and merged actions; import again as the bureau."))
    else:
        output.say(_("States of {n} split or merged actions are carried over.").format(n=len(posted.stamps)))


def _import_ledger(call: Call) -> int:
    options = call.options
    with call.book() as book:
        if not options.file.is_file():
            raise InputRefused("no_such_file", name=str(options.file))
        found = ledger_take_over.read(options.file, _office(call, book), _remembered(book))
        if call.wants_json:
            output.tell(faults.told(found.faults))
        else:
            faults.listed(found.faults)
            output.say(_("Columns: {columns}").format(columns=_(", ").join(found.mapping.values())))
            output.say(_("{n} rows to take over, {m} without a word").format(n=len(found.rows), m=found.untouched))
        if errors(found.faults):
            return faults.refused(found.faults)
        if not options.dry_run:
            book.keep(*_MAPPING, json.dumps(found.mapping, ensure_ascii=False))
            posted = book.do(TakeOverLedger(found.rows, options.file.name), call.desk)
            if not call.wants_json:
                output.say(
                    _("{n} entries are taken over; one undo takes all of them back.").format(n=len(posted.stamps))
                )
    return 0


_MAPPING = ("mapping", "ledger")


def _remembered(book: Book) -> dict[str, str]:
    kept = book.kept(*_MAPPING)
    return dict(json.loads(kept)) if kept else {}


def _office(call: Call, book: Book) -> Office:
    catalogue = book.catalogue()
    window = values.one_of(call.options.window, catalogue.windows, "--window") if call.options.window else ""
    written = touched(book.commitments())
    units = catalogue.under(book.unit)
    return Office(catalogue, book.clock.today(), window, units, states_for(call.desk.role), written)


def _say_map(handed: Handed) -> None:
    counts = Counter(row.kind for row in handed.map)
    told = [_("{kind} {n}").format(kind=columns.choice_label("kind", kind), n=n) for kind, n in counts.items()]
    if told:
        output.say(_("Compared with the edition in force: {counts}").format(counts=_(", ").join(told)))


RUNNERS: Mapping[str, Runner] = {"import-catalogue": _import_catalogue, "import-ledger": _import_ledger}
