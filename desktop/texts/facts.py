"""Facts of refusals and findings in words, fit to stand in a sentence."""

from collections.abc import Iterable, Mapping
from datetime import date

from desktop.i18n import _, mark
from desktop.models import plain_text
from desktop.models.vocabulary import Role, Status
from desktop.texts import names, request_names

_LONGEST = 200
_STATES = frozenset({"status", "origin", "to", "moves"})
_ROLES = frozenset({"role", "roles"})
_NAMED = {"record": names.place, "deed": names.kind, "field": names.field}
"""Facts that are a code, and who names it."""

_WHYS = frozenset(
    (
        mark("No such file or directory"),
        mark("Permission denied"),
        mark("Is a directory"),
        mark("Not a directory"),
        mark("No space left on device"),
        mark("Read-only file system"),
        mark("Input/output error"),
        mark("File name too long"),
    )
)
"""What the operating system says most often, always in English."""


class _Facts(dict[str, str]):
    """Facts in words; a sentence whose blank was not handed over still comes out."""

    def __missing__(self, name: str) -> str:
        return "…"


def worded(facts: Mapping[str, object]) -> dict[str, str]:
    """Return facts in words: states and roles by name, days as ISO, texts on one line and not endless."""
    words = _Facts({name: _worded(name, fact) for name, fact in facts.items()})
    field = facts.get("field")
    if isinstance(field, str):
        words["value"] = names.value(field, _text(facts.get("value")))
    return words


def unworded(code: str, facts: Mapping[str, object]) -> str:
    """Return what can be said of a code that has no sentence."""
    told = ", ".join(f"{name} {word}" for name, word in worded(facts).items())
    return _("This was refused ({code}): {facts}").format(code=code, facts=told)


def _worded(name: str, fact: object) -> str:
    if name in _STATES:
        known = (*Status, *names.request_states())
        return _listed(_("“{name}”").format(name=names.value("status", one)) for one in _several(fact, known))
    if name == "ways" and isinstance(fact, tuple):
        return _listed(map(request_names.way, fact))
    if name in _ROLES:
        return _(" or ").join(names.role(Role(one)) for one in _several(fact, Role))
    if name in _NAMED:
        return _NAMED[name](_text(fact))
    return _(str(fact)) if name == "why" and fact in _WHYS else _text(fact)


def _several(fact: object, known: Iterable[str]) -> list[str]:
    every = tuple(known)
    given = fact if isinstance(fact, tuple | list | frozenset | set) else (fact,)
    return [one for one in every if one in given]


def _listed(words: Iterable[str]) -> str:
    return _(", ").join(words)


def _text(fact: object) -> str:
    """Return a fact as it may stand in a sentence: one line, nothing unprintable, not endless."""
    if fact is None:
        return ""
    if isinstance(fact, date):
        return fact.isoformat()
    if isinstance(fact, tuple | list):
        return _listed(_text(one) for one in fact)
    told = " ".join(plain_text.clean(str(fact)).split())
    return told if len(told) <= _LONGEST else f"{told[: _LONGEST // 2]}…{told[-_LONGEST // 4 :]}"
