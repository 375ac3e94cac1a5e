"""Text and days as people type them: what is kept, what is dropped, what a note may not hold."""

import re
import unicodedata
from calendar import monthrange
from datetime import date

from desktop.models import citizen_numbers
from desktop.models.refusals import InputRefused

NOTE_LIMIT = 4000
"""Characters of a note; one cell of a workbook holds 32,767 and is cut without a word beyond."""

_LINE_END = re.compile("\r\n|[\r\u2028\u2029]")
_DROPPED = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # controls but tab, line feed, carriage return
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks that turn the direction of writing
    "\ud800-\udfff\ufffe\uffff]"  # lone surrogates and what XML 1.0 forbids
)
_DIGIT = re.compile(r"\d")
_FEWEST_DIGITS = 11
_DAY = re.compile(r"(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})|年(\d{1,2})月(\d{1,2})日?|(\d{2})(\d{2}))", re.ASCII)
_FIRST_YEAR, _LAST_YEAR = 1900, 2199


def clean(text: str) -> str:
    r"""Return the text as typed, lines ended by `\n`, without characters that cannot be kept or printed.

    Dropped are control characters (but tab), bidirectional marks, lone surrogates and what XML 1.0 forbids.
    """
    return _LINE_END.sub("\n", _DROPPED.sub("", text))


def says_something(text: str) -> bool:
    """Tell whether a person would see anything: blanks and invisible characters (Unicode Cf) alone are no reason."""
    return any(not char.isspace() and unicodedata.category(char) not in {"Cc", "Cf", "Cs"} for char in text)


def note(text: str) -> str:
    """Return a cleaned note for the journal, which never forgets: at most `NOTE_LIMIT` characters, no citizen's number.

    Raises InputRefused `text_too_long` (limit, length), `text_has_mobile` or `text_has_id`.
    """
    kept = clean(text)
    if len(kept) > NOTE_LIMIT:
        raise InputRefused("text_too_long", limit=NOTE_LIMIT, length=len(kept))
    if len(_DIGIT.findall(kept)) < _FEWEST_DIGITS:
        return kept
    scanned = citizen_numbers.scanned(kept)
    if citizen_numbers.resident_numbers(scanned):
        raise InputRefused("text_has_id")
    if citizen_numbers.MOBILE.search(scanned):
        raise InputRefused("text_has_mobile")
    return kept


def private(text: str, limit: int = NOTE_LIMIT) -> str:
    """Return cleaned words for the private file: there a telephone may stand, a resident's number never.

    Raises InputRefused `text_too_long` (limit, length) or `private_has_id`.
    """
    kept = clean(text)
    if len(kept) > limit:
        raise InputRefused("text_too_long", limit=limit, length=len(kept))
    if citizen_numbers.resident_numbers(citizen_numbers.scanned(kept)):
        raise InputRefused("private_has_id")
    return kept


_LAST_FOUR = re.compile(r"\d{3}[\dX]", re.ASCII)


def last_four(text: str) -> str:
    """Return the last four characters of a resident's number, empty for none. Raises InputRefused `not_last_four`."""
    kept = unicodedata.normalize("NFKC", text).strip().upper()
    if kept and not _LAST_FOUR.fullmatch(kept):
        # What was typed may be the whole number, so it is not repeated.
        raise InputRefused("not_last_four", length=len(kept))
    return kept


def day(text: str) -> date:
    """Read a day: 2026-09-30, 2026/9/30, 2026.9.30, 20260930 or 2026年9月30日, with ASCII or full-width digits.

    Raises InputRefused `day_unreadable` or, for a day that no calendar has, `day_impossible`; both carry `value` and
    `right`, the latter a range of days `first..last`. Nothing is guessed.
    """
    form = unicodedata.normalize("NFKC", text).strip()
    found = _DAY.fullmatch(form)
    if not found:
        raise InputRefused("day_unreadable", value=text, right="2026-09-30")
    year, month, number = (int(part) for part in found.groups() if part and part.isdigit())
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        raise InputRefused("day_impossible", value=text, right=f"{_FIRST_YEAR}-01-01..{_LAST_YEAR}-12-31")
    if not 1 <= month <= 12:
        raise InputRefused("day_impossible", value=text, right=f"{year}-01-01..{year}-12-31")
    last = monthrange(year, month)[1]
    if not 1 <= number <= last:
        raise InputRefused("day_impossible", value=text, right=f"{year}-{month:02}-01..{year}-{month:02}-{last}")
    return date(year, month, number)
