"""From a checked draft to what the book imports."""

from datetime import date

from desktop.exchange.catalogue_draft import CatalogueDraft, Row
from desktop.models import plain_text
from desktop.models.edition import EditionSource

_BESIDE = frozenset({"edition_map"})


def source(draft: CatalogueDraft) -> EditionSource:
    """Return the edition of a draft without errors: blanks left out, actions with their lasting ids.

    An action's `id` and `came_from` come from the sheet `edition_map`; where that is silent the code is the id.
    """
    words = draft.manifest
    compiled = plain_text.day(words["compiled"])
    sheets = {name: tuple(map(_told, rows)) for name, rows in draft.sheets.items() if rows and name not in _BESIDE}
    lasting = {row["code"]: row for row in draft.rows("edition_map") if row["code"]}
    sheets["actions"] = tuple(_lasting(row, lasting.get(row["code"])) for row in sheets.get("actions", ()))
    return EditionSource(
        words["version"], words["title_zh"], words.get("title_en", ""), words["origin"], compiled,
        _from_day(words, compiled), words.get("source", ""), words.get("number", ""), sheets,
    )  # fmt: skip


def _from_day(words: Row, compiled: date) -> date:
    return plain_text.day(words["from_day"]) if words.get("from_day") else compiled


def _told(row: Row) -> Row:
    return {name: value for name, value in row.items() if value}


def _lasting(row: Row, mapped: Row | None) -> Row:
    if mapped is None or not mapped["id"]:
        return {**row, "id": row["code"]}
    came = [] if mapped["old"] in ("", mapped["id"]) else [("came_from", mapped["old"])]
    return {**row, "id": mapped["id"], **dict(came)}
