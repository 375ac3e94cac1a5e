"""One sentence for every refusal: what is wrong, where, what would be right, who may."""

from collections.abc import Iterable
from datetime import date

from desktop.i18n import _
from desktop.models import plain_text
from desktop.models.refusals import Refusal
from desktop.models.vocabulary import Role, Status
from desktop.texts import names
from desktop.texts.sentences_of_evidence import EVIDENCE
from desktop.texts.sentences_of_files import FILES
from desktop.texts.sentences_of_offices import OFFICES
from desktop.texts.sentences_of_rules import RULES

SENTENCES = {**RULES, **FILES, **OFFICES, **EVIDENCE}
_LONGEST = 200
_STATES = frozenset({"status", "origin", "to", "moves"})
_ROLES = frozenset({"role", "roles"})


class _Facts(dict[str, str]):
    """Facts in words; a sentence whose blank was not handed over still comes out."""

    def __missing__(self, name: str) -> str:
        return "…"


def refusal(err: Refusal) -> str:
    """Return a refusal as one sentence in the language in use."""
    words = _Facts({name: _worded(name, fact) for name, fact in err.facts.items()})
    field = err.facts.get("field")
    if isinstance(field, str):
        words["value"] = names.value(field, _text(err.facts.get("value")))
    sentence = SENTENCES.get(_variant(err))
    if sentence is None:
        told = ", ".join(f"{name} {word}" for name, word in words.items())
        return _("This was refused ({code}): {facts}").format(code=err.code, facts=told)
    return _(sentence).format_map(words)


def _variant(err: Refusal) -> str:
    """Return the key of the sentence: some codes have one for each `what`, or one for a special case."""
    facts = err.facts
    if err.code == "no_such_move":
        if facts.get("origin") == facts.get("to"):
            return "no_such_move:same"
        return "no_such_move" if facts.get("moves") else "no_such_move:none"
    what = f"{err.code}:{facts.get('what')}"
    return what if what in SENTENCES else err.code


def _worded(name: str, fact: object) -> str:
    if name in _STATES:
        return _listed(_("“{name}”").format(name=names.status(Status(one))) for one in _several(fact, Status))
    if name in _ROLES:
        return _(" or ").join(names.role(Role(one)) for one in _several(fact, Role))
    if name == "record":
        return names.place(_text(fact))
    if name == "field":
        return names.field(_text(fact))
    return _text(fact)


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
