"""One message catalogue for screen, paper and command line. English is the key; Chinese is the default."""

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from gettext import GNUTranslations, NullTranslations

from desktop import paths

DEFAULT = "zh"
LANGUAGES = ("zh", "en")
"""What a person can choose."""
PSEUDO = "pseudo"
"""English in disguise, for tests: every message stands in 【】, with tones over its vowels and two fifths longer. What
never came through the catalogue stands out, and what has no room to grow. Never offered to a person."""


class _Speech:
    """The language in use; held in one place so that it can be switched live."""

    language = DEFAULT


_aside = threading.local()
"""Another language for this thread alone: a sheet is written in English while the screen goes on in Chinese."""


class _Disguise(NullTranslations):
    """English as a foreign language: what is not in 【】 was never translated."""

    _tones = str.maketrans("aeiouAEIOU", "āēīōūĀĒĪŌŪ")
    _kept = re.compile(r"(\{[^{}]*\}|%\(\w+\)\w|%[%\w]|<[^<>]*>|&\w+;|\(\*[^()]*\)|;;|[\n\t]|&)")

    def gettext(self, message: str) -> str:
        if not message:  # argparse asks even for texts that it does not have
            return message
        parts = self._kept.split(message)
        parts[::2] = [part.translate(self._tones) for part in parts[::2]]
        letters = sum(len(part) for part in parts[::2])
        told = "".join(parts)
        more = max(0, letters * 2 // 5 - 3)
        return f"【{told}{(' ōōōō' * more)[:more]}】" if letters > 1 else told


_OWN = {"en": NullTranslations(), PSEUDO: _Disguise()}
"""Languages that need no file."""


def _known(language: str) -> str:
    return language if language in LANGUAGES or language in _OWN else DEFAULT


@cache
def _catalogue(language: str) -> NullTranslations:
    if language in _OWN:
        return _OWN[language]
    with (paths.resources() / "locale" / f"{language}.mo").open("rb") as file:
        return GNUTranslations(file)


def use(language: str) -> None:
    """Speak `zh` or `en` (in tests also `PSEUDO`) from now on; anything else is the default."""
    _Speech.language = _known(language)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language in this thread alone, for a while."""
    former = getattr(_aside, "language", None)
    _aside.language = _known(language)
    try:
        yield
    finally:
        _aside.language = former


def _spoken() -> str:
    return getattr(_aside, "language", None) or _Speech.language


def language() -> str:
    """Return the language in use here: `zh` or `en`. The disguise is English to whoever chooses data by it."""
    spoken = _spoken()
    return "en" if spoken == PSEUDO else spoken


def _(message: str) -> str:
    """Return a message in the language in use. Fill blanks afterwards: `_("{n} windows").format(n=3)`."""
    return _catalogue(_spoken()).gettext(message)


def either(zh: str, en: str) -> str:
    """Return, in the language in use, a word that the program ships in both languages outside the catalogue."""
    if language() == "zh":
        return zh
    return _catalogue(PSEUDO).gettext(en) if _spoken() == PSEUDO else en


def mark(message: str) -> str:
    """Mark a message for the catalogue without translating it yet."""
    return message
