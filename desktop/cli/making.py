"""Commands that make a book: demo, init."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from desktop import practice
from desktop.cli import faults, output, values
from desktop.cli.call import Call, Runner
from desktop.i18n import _
from desktop.intake import editions
from desktop.intake.editions import Handed
from desktop.models.book import Book
from desktop.models.edition import entries_of
from desktop.models.places import Place
from desktop.models.refusals import BookRefused, InputRefused, RuleBroken


@contextmanager
def _whole_or_not_at_all(path: Path) -> Iterator[None]:
    """Leave nothing behind when making a book fails: a half-made one would be taken for a book."""
    if path.exists():
        raise BookRefused("exists", path=str(path))
    evidence = path.with_name(path.name + ".evidence")
    is_ours = not evidence.exists()
    try:
        yield
    except BaseException:
        for end in ("", "-wal", "-shm", ".part"):
            with suppress(OSError):
                path.with_name(path.name + end).unlink(missing_ok=True)
        if is_ours:
            shutil.rmtree(evidence, ignore_errors=True)
        raise


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
    with _whole_or_not_at_all(file) if isinstance(file, Path) else nullcontext():
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


RUNNERS: Mapping[str, Runner] = {"demo": _demo, "init": _init}
