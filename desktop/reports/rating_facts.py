"""What the sheets on ratings tell: the satisfaction figures of a span of days, and the blank form of a window."""

from dataclasses import dataclass
from datetime import date

from desktop import texts
from desktop.models import appraisal
from desktop.models.book import Book
from desktop.models.refusals import RuleBroken
from desktop.models.satisfaction import LEVELS, Satisfaction
from desktop.reports.paper import Imprint
from desktop.reports.slip_facts import Level, Office, RatingFormFacts
from desktop.texts import satisfaction as words


@dataclass(frozen=True, slots=True)
class SatisfactionFacts:
    """The figures of the days from `first` to `last`; `names` are those of the groups, in their order."""

    found: Satisfaction
    by: str
    names: tuple[str, ...]
    first: date
    last: date
    issuer: str
    imprint: Imprint


def satisfaction(book: Book, first: date, last: date, by: str = "unit", heard: int | None = None) -> SatisfactionFacts:
    """Gather the figures, as far as entries had arrived (None: all). Raises BookRefused where there is no catalogue."""
    found, catalogue = book.satisfaction(first, last, by, heard), book.catalogue(last)
    names = tuple(words.group(catalogue, by, one.key) for one in found.groups)
    return SatisfactionFacts(
        found, by, names, first, last, texts.title(catalogue.units[book.unit]), _imprint(book, last, heard)
    )


def form(book: Book, window: str) -> RatingFormFacts:
    """Gather the blank form of a window; its day is left to be written. Raises RuleBroken `unknown_window`."""
    catalogue, today = book.catalogue(), book.clock.today()
    found = catalogue.windows.get(window)
    if found is None:
        raise RuleBroken("unknown_window", code=window)
    levels = tuple(
        Level(level, words.level(level), tuple((code, words.reason(code)) for code in appraisal.reasons_of(level)))
        for level in LEVELS
    )
    office = Office(texts.title(catalogue.units[found.unit]), texts.title(found))
    return RatingFormFacts(office, levels, None, _imprint(book, today))


def _imprint(book: Book, as_of: date, heard: int | None = None) -> Imprint:
    board = book.board(None if as_of >= book.clock.today() else as_of, heard)
    return Imprint(board.as_of, board.heard, board.catalogue.edition, book.clock.today(), book.practice)
