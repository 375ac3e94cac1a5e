"""Commands that make a book or bring something into one: demo, init, import-catalogue, import-ledger."""

import io
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stdout, suppress
from pathlib import Path

from desktop import practice, texts
from desktop.cli import editions, output, values
from desktop.cli.call import Call, Runner
from desktop.cli.editions import Handed
from desktop.commands.catalog import CarryOver
from desktop.commands.take_over import TakeOverLedger, states_for, touched
from desktop.exchange import catalogue_folder, columns, ledger_take_over, wording
from desktop.exchange.edition_map import Kind
from desktop.exchange.fault import Fault, errors
from desktop.exchange.ledger_take_over import Office
from desktop.i18n import _
from desktop.models.book import Book
from desktop.models.born import action_ids
from desktop.models.catalogue import Catalogue
from desktop.models.edition import device_of, entries_of
from desktop.models.refusals import BookRefused, InputRefused, RuleBroken


@contextmanager
def _whole_or_not_at_all(path: Path) -> Iterator[None]:
    """Leave nothing behind when making a book fails: a half-made one would be taken for a book."""
    if path.exists():
        raise BookRefused("exists", path=str(path))
    try:
        yield
    except BaseException:
        for end in ("", "-wal", "-shm", ".part"):
            with suppress(OSError):
                path.with_name(path.name + end).unlink(missing_ok=True)
        raise


def _demo(call: Call) -> int:
    file: Path = call.options.file
    today = call.clock().today()
    with _whole_or_not_at_all(file):
        practice.make(file, today)
    output.say(_("The practice book {path} is made, as of {day}.").format(path=file, day=today))
    return 0


def _init(call: Call) -> int:
    options = call.options
    file: Path = options.file
    if call.options.today and not options.practice:
        raise RuleBroken("day_only_in_practice")
    handed = editions.read(options.catalogue, None)
    _list_faults(handed.faults)
    if not handed.is_fit:
        return _faulty(handed.faults)
    unit = _unit(handed, options.unit, options.catalogue)
    with _whole_or_not_at_all(file):
        book = Book.create(file, unit, practice=options.practice, clock=call.clock())
        try:
            book.merge(entries_of(handed.source()), "catalogue")
            count = len(book.commitments())
        finally:
            book.close()
    output.say(_("The book {path} of unit {unit} is made, with {n} commitments.").format(path=file, unit=unit, n=count))
    return 0


def _unit(handed: Handed, wanted: str, place: Path) -> str:
    units = [row["code"] for row in handed.draft.rows("units")]
    try:
        return values.one_of(wanted, units, "--unit")
    except InputRefused as refused:
        right = "; ".join(units)
        raise InputRefused("unit_not_in_catalogue", unit=wanted, name=place.name, right=right) from refused


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
            output.tell(_faults_told(handed.faults))
        else:
            _list_faults(handed.faults)
            _say_map(handed)
        if not handed.is_fit:
            return _faulty(handed.faults)
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
            output.tell(_faults_told(found.faults))
        else:
            _list_faults(found.faults)
            output.say(_("Columns: {columns}").format(columns=_(", ").join(found.mapping.values())))
            output.say(_("{n} rows to take over, {m} without a word").format(n=len(found.rows), m=found.untouched))
        if errors(found.faults):
            return _faulty(found.faults)
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


def _list_faults(faults: Sequence[Fault]) -> None:
    for fault in faults:
        output.say((_("Note: ") if fault.is_warning else "") + wording.sentence(fault))


def _faults_told(faults: Sequence[Fault]) -> list[dict[str, object]]:
    return [
        {
            "sheet": fault.sheet, "row": fault.row, "column": fault.column, "value": fault.value, "code": fault.code,
            "warning": fault.is_warning, "sentence": wording.sentence(fault),
        }
        for fault in faults
    ]  # fmt: skip


def _faulty(faults: Sequence[Fault]) -> int:
    output.complain(_("{n} errors stand against the import; nothing was changed.").format(n=len(errors(faults))))
    return 1


RUNNERS: Mapping[str, Runner] = {
    "demo": _demo,
    "init": _init,
    "import-catalogue": _import_catalogue,
    "import-ledger": _import_ledger,
}
