"""Whether what a person typed into a quick filter is part of a name: the one rule of all tables. No Qt."""

import unicodedata


def plain(text: str) -> str:
    """Return text for comparing: width and case made equal, blanks around it dropped."""
    return unicodedata.normalize("NFKC", text).casefold().strip()


def has(text: str, *names: str) -> bool:
    """Return whether a typed text is part of one of these names; an empty text is part of all.

    Every quick filter asks here, so another way to be found (pinyin) is added in one place.
    """
    return plain(text) in plain("\n".join(names))
