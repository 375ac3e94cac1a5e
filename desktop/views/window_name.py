"""The name of a window as it is written where there is little room."""

import re

# A sample window says so in brackets before its name; the whole program says it once, above.
_TAG = re.compile(r"^\s*(?:【[^】]*】|\[[^\]]*\])\s*")


def short(name: str) -> str:
    """Return a window's name without the tag before it."""
    return _TAG.sub("", name) or name
