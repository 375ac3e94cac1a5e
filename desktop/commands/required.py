"""What a person must have written for a deed: a note or a reason that says something."""

from desktop.models import plain_text
from desktop.models.refusals import RuleBroken


def note(words: str, subject: str) -> str:
    """Return a note for the journal. Raises RuleBroken `needs_note` (id), and what `plain_text.note` refuses."""
    kept = plain_text.note(words)
    if not plain_text.says_something(kept):
        raise RuleBroken("needs_note", id=subject)
    return kept


def reason(words: str, subject: str) -> str:
    """Return a reason for the journal. Raises RuleBroken `needs_reason` (id), and what `plain_text.note` refuses."""
    kept = plain_text.note(words)
    if not plain_text.says_something(kept):
        raise RuleBroken("needs_reason", id=subject)
    return kept
