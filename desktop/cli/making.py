"""Commands that make a book: demo, init."""

from collections.abc import Mapping
from contextlib import nullcontext
from pathlib import Path

from desktop import practice
from desktop.cli import faults, output, values
from desktop.cli.call import Call, Runner
from desktop.i18n import _
from desktop.intake import editions
from desktop.intake.editions import Handed
from desktop.models.aside import aside
from desktop.models.book import Book
from desktop.models.edition import entries_of
from desktop.models.identity import new_device
from desktop.models.places import Place
from desktop.models.refusals import InputRefused, RuleBroken


def _demo(call: Call) -> int:
    file: Path = call.options.file
    today = call.clock().today()
    practice.make(file, today)
    output.say(_("The practice book {path} is made, as of {day}.").format(path=file, day=today))
    return 0


def _init(call: Call) -> int:
    options = call.options
    file: Place = options.file
    if call.options.today and not options.practice:
        raise RuleBroken("day_only_in_practice")
    handed = editions.read(options.catalogue, None)
    faults.listed(handed.faults)
    if not handed.is_fit:
        return faults.refused(handed.faults)
    unit = _unit(handed, options.unit, options.catalogue)
    with aside(file) if isinstance(file, Path) else nullcontext(file) as place:
        device = new_device(practice=options.practice)
        book = Book.create(place, unit, practice=options.practice, clock=call.clock(), device=device)
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


RUNNERS: Mapping[str, Runner] = {"demo": _demo, "init": _init}
