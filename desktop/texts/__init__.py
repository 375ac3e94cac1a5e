"""Words for people, in the language in use: names of things, deeds in one line, refusals in one sentence.

Names of states, roles and moves come from the shipped tables, names of catalogue rows from the rows; everything else
from the message catalogue. Nothing here is read before it is asked for.
"""

from desktop.texts.deeds import deed
from desktop.texts.findings import finding
from desktop.texts.names import (
    accept,
    field,
    kind,
    label,
    lamp,
    mark,
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
from desktop.texts.refusals import refusal

__all__ = [
    "accept",
    "deed",
    "field",
    "finding",
    "kind",
    "label",
    "lamp",
    "mark",
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
