"""Words for people, in the language in use: names of things, deeds in one line, refusals in one sentence.

Names of states, roles and moves come from the shipped tables, names of catalogue rows from the rows; everything else
from the message catalogue. Nothing here is read before it is asked for; the sentences are not even imported, so that
the first figures of the window do not wait for them.
"""

from typing import TYPE_CHECKING

from desktop.texts.names import (
    accept,
    field,
    kind,
    label,
    lamp,
    mark,
    meaning,
    need,
    percent,
    place,
    role,
    rounded,
    state_named,
    status,
    status_in_full,
    text,
    title,
    value,
)

if TYPE_CHECKING:
    from desktop.models.catalogue import Catalogue
    from desktop.models.refusals import Refusal
    from desktop.models.undo import Step
    from desktop.texts.findings import Found

__all__ = [
    "accept",
    "deed",
    "field",
    "finding",
    "kind",
    "label",
    "lamp",
    "mark",
    "meaning",
    "need",
    "percent",
    "place",
    "refusal",
    "role",
    "rounded",
    "state_named",
    "status",
    "status_in_full",
    "text",
    "title",
    "value",
]


def deed(step: "Step | None", catalogue: "Catalogue | None" = None) -> str:
    """Return a step in one line, empty for None. With the catalogue actions and windows go by title, without by id."""
    from desktop.texts import deeds

    return deeds.deed(step, catalogue)


def finding(found: "Found") -> str:
    """Return a finding of a check as one sentence in the language in use."""
    from desktop.texts import findings

    return findings.finding(found)


def refusal(err: "Refusal") -> str:
    """Return a refusal as one sentence in the language in use."""
    from desktop.texts import refusals

    return refusals.refusal(err)
