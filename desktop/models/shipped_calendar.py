"""The calendar that travels with the program: what a book does not know, and what stands where there is no book.

The years before 2021 lie beside the catalogue and not in it. A catalogue is journaled, the same bytes in every book
(pseudo-device `cat-…`): hundreds of rows of years before any request would change that device and ride in every book
for ever, for nothing but a look back.
"""

import csv
from functools import cache
from pathlib import Path

from desktop import paths
from desktop.models.workdays import Calendar


def _read(path: Path) -> Calendar:
    with path.open(encoding="utf-8", newline="") as file:
        return Calendar.of(csv.DictReader(file))


@cache
def older() -> Calendar:
    """Return the workdays of 2010 to 2020 by the State Council's notices."""
    return _read(paths.resources() / "calendar" / "holidays_2010_2020.csv")


@cache
def shipped() -> Calendar:
    """Return the workdays of 2010 and later as shipped; the last year may be provisional."""
    return reaching_back(_read(paths.resources() / "catalogue" / "holidays_cn.csv"))


def reaching_back(calendar: Calendar) -> Calendar:
    """Return a book's calendar with the years before its own; what the book says of a year stands."""
    return calendar.filled(older())
