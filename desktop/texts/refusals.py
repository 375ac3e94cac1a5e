"""One sentence for every refusal: what is wrong, where, what would be right, who may."""

from desktop.i18n import _
from desktop.models.refusals import Refusal
from desktop.texts import facts
from desktop.texts.sentences_of_desks import DESKS
from desktop.texts.sentences_of_evidence import EVIDENCE
from desktop.texts.sentences_of_files import FILES
from desktop.texts.sentences_of_offices import OFFICES
from desktop.texts.sentences_of_private import PRIVATE
from desktop.texts.sentences_of_ratings import RATINGS
from desktop.texts.sentences_of_requests import REQUESTS
from desktop.texts.sentences_of_rules import RULES

SENTENCES = {**RULES, **FILES, **OFFICES, **EVIDENCE, **PRIVATE, **DESKS, **RATINGS, **REQUESTS}


_MOVES = {"no_such_move": "moves", "request_no_move": "ways"}
"""Codes of moves that are in no table, and the fact that holds those that are."""


def refusal(err: Refusal) -> str:
    """Return a refusal as one sentence in the language in use."""
    sentence = SENTENCES.get(_variant(err))
    if sentence is None:
        return facts.unworded(err.code, err.facts)
    return _(sentence).format_map(facts.worded(err.facts))


def _variant(err: Refusal) -> str:
    """Return the key of the sentence: some codes have one for each `what`, or one for a special case."""
    told = err.facts
    if err.code in _MOVES:
        if not told.get(_MOVES[err.code]) and told.get("origin") != told.get("to"):
            return f"{err.code}:none"
        return f"{err.code}:same" if told.get("origin") == told.get("to") else err.code
    what = f"{err.code}:{told.get('what')}"
    return what if what in SENTENCES else err.code
