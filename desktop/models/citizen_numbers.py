"""Numbers of citizens and firms: how they look in a text, and whether they are valid. Checked, never stored."""

import re
import unicodedata


class _Plain(dict[int, str]):
    """What becomes of a character when a text is scanned; each is looked up once, for a list scans many."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        plain = str(unicodedata.decimal(char)) if char.isdecimal() else char
        self[code] = "" if unicodedata.category(char) == "Cf" else plain
        return self[code]


_GAP = "[ \t\u00a0\u3000\\-\u2010-\u2015\uff0d]{0,2}"
_COUNTRY = rf"(?:(?:\+|00)?86{_GAP})?"
_A_DAY = rf"{_GAP}(?:19|20)\d\d-\d\d?-\d\d?(?!\d)"
MOBILE = re.compile(
    rf"(?<!\d){_COUNTRY}1[3-9]\d{{9}}(?!\d)"
    # In groups it is no number when a code goes on in digits (W150 2026-09-30) or a day follows a count.
    rf"|(?<![\dA-Za-z]){_COUNTRY}1[3-9]\d(?!{_A_DAY})(?:{_GAP}\d){{8}}(?!\d)",
    re.ASCII,
)
"""A mobile telephone in a `scanned` text."""
_RESIDENT = re.compile(rf"(?<!\d)(?=([1-9](?:{_GAP}\d){{16}}{_GAP}[\dXx])(?![\dXx]))", re.ASCII)
_NOT_OF_NUMBER = re.compile(r"[^\dX]", re.ASCII)
_PLAIN = _Plain({ord("Ｘ"): "X", ord("ｘ"): "x"})
_BLANKS = re.compile(r"[\s\-]+")


def id_is_valid(text: str) -> bool:
    """Tell whether a text is a resident's number with a right check digit and a birth date (GB 11643).

    Blanks, hyphens and full-width digits are allowed; the area is not asked, since tables of areas age. Never raises.
    """
    number = _plain(text)
    return bool(re.fullmatch(r"[1-9]\d{16}[\dX]", number, re.ASCII)) and _is_resident_number(number)


def credit_code_is_valid(text: str) -> bool:
    """Tell whether a text is a unified social credit code, check character right (GB 32100-2015). Never raises."""
    from stdnum.cn import uscc

    return bool(uscc.is_valid(_plain(text)))


def resident_numbers(scanned: str) -> list[str]:
    """Return the valid residents' numbers of a `scanned` text, as they stand there."""
    return [found for found in _RESIDENT.findall(scanned) if _is_resident_number(found)]


def scanned(text: str) -> str:
    """Return the text with every kind of decimal digit as 0-9 and without invisible characters between them."""
    if text.isascii():
        return text
    return text.translate(_PLAIN)


def _plain(text: str) -> str:
    return _BLANKS.sub("", unicodedata.normalize("NFKC", scanned(text))).upper()


def _is_resident_number(found: str) -> bool:
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
