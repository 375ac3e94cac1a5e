"""Text and days as people type them: what is kept, what is dropped, what a note may not hold."""

import re
import unicodedata
from calendar import monthrange
from datetime import date

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
_GAP = "[ \t\u00a0\u3000\\-\u2010-\u2015\uff0d]{0,2}"
_COUNTRY = rf"(?:(?:\+|00)?86{_GAP})?"
_A_DAY = rf"{_GAP}(?:19|20)\d\d-\d\d?-\d\d?(?!\d)"
_MOBILE = re.compile(
    rf"(?<!\d){_COUNTRY}1[3-9]\d{{9}}(?!\d)"
    # In groups it is no number when a code goes on in digits (W150 2026-09-30) or a day follows a count.
    rf"|(?<![\dA-Za-z]){_COUNTRY}1[3-9]\d(?!{_A_DAY})(?:{_GAP}\d){{8}}(?!\d)",
    re.ASCII,
)
_RESIDENT = re.compile(rf"(?<!\d)(?=([1-9](?:{_GAP}\d){{16}}{_GAP}[\dXx])(?![\dXx]))", re.ASCII)
_NOT_OF_NUMBER = re.compile(r"[^\dX]", re.ASCII)
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
    scanned = _scanned(kept)
    if _has_resident_number(scanned):
        raise InputRefused("text_has_id")
    if _MOBILE.search(scanned):
        raise InputRefused("text_has_mobile")
    return kept


def private(text: str, limit: int = NOTE_LIMIT) -> str:
    """Return cleaned words for the private file: there a telephone may stand, a resident's number never.

    Raises InputRefused `text_too_long` (limit, length) or `private_has_id`.
    """
    kept = clean(text)
    if len(kept) > limit:
        raise InputRefused("text_too_long", limit=limit, length=len(kept))
    if _has_resident_number(_scanned(kept)):
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


def _has_resident_number(scanned: str) -> bool:
    return any(_is_resident_number(found) for found in _RESIDENT.findall(scanned))


def _scanned(text: str) -> str:
    """Return the text with every kind of decimal digit as 0-9 and without invisible characters between them."""
    if text.isascii():
        return text
    visible = (char for char in text if unicodedata.category(char) != "Cf")
    plain = (str(unicodedata.decimal(char)) if char.isdecimal() else char for char in visible)
    return "".join(plain).replace("Ｘ", "X").replace("ｘ", "x")


def _is_resident_number(found: str) -> bool:
    """Tell whether check digit and birth date fit (GB 11643); the area is not asked, since tables of areas age."""
    from stdnum.cn import ric
    from stdnum.exceptions import ValidationError

    number = _NOT_OF_NUMBER.sub("", found.upper())
    if ric.calc_check_digit(number) != number[-1]:
        return False
    try:
        ric.get_birth_date(number)
    except ValidationError:
        return False
    return True


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
