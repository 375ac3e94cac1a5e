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
from desktop.texts.sentences_of_rules import RULES

SENTENCES = {**RULES, **FILES, **OFFICES, **EVIDENCE, **PRIVATE, **DESKS, **RATINGS}


def refusal(err: Refusal) -> str:
    """Return a refusal as one sentence in the language in use."""
    sentence = SENTENCES.get(_variant(err))
    if sentence is None:
        return facts.unworded(err.code, err.facts)
    return _(sentence).format_map(facts.worded(err.facts))


def _variant(err: Refusal) -> str:
    """Return the key of the sentence: some codes have one for each `what`, or one for a special case."""
    told = err.facts
    if err.code == "no_such_move":
        if told.get("origin") == told.get("to"):
            return "no_such_move:same"
        return "no_such_move" if told.get("moves") else "no_such_move:none"
    what = f"{err.code}:{told.get('what')}"
    return what if what in SENTENCES else err.code
