"""One message catalogue for screen, paper and command line. English is the key; Chinese is the default."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from gettext import GNUTranslations, NullTranslations

from desktop import paths

DEFAULT = "zh"
LANGUAGES = ("zh", "en")


class _Speech:
    """The language in use; held in one place so that it can be switched live."""

    language = DEFAULT


_aside = threading.local()
"""Another language for this thread alone: a sheet is written in English while the screen goes on in Chinese."""


@cache
def _catalogue(language: str) -> NullTranslations:
    if language == "en":
        return NullTranslations()
    with (paths.resources() / "locale" / f"{language}.mo").open("rb") as file:
        return GNUTranslations(file)


def use(language: str) -> None:
    """Speak `zh` or `en` from now on."""
    _Speech.language = language if language in LANGUAGES else DEFAULT


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language in this thread alone, for a while."""
    former = getattr(_aside, "language", None)
    _aside.language = language if language in LANGUAGES else DEFAULT
    try:
        yield
    finally:
        _aside.language = former


def language() -> str:
    """Return the language in use here: `zh` or `en`."""
    return getattr(_aside, "language", None) or _Speech.language


def _(message: str) -> str:
    """Return a message in the language in use. Fill blanks afterwards: `_("{n} windows").format(n=3)`."""
    return _catalogue(language()).gettext(message)


def mark(message: str) -> str:
    """Mark a message for the catalogue without translating it yet."""
    return message
