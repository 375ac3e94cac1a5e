"""A checked catalogue draft as the source of an edition's journal entries."""

from datetime import date

from desktop.exchange.catalogue_draft import CatalogueDraft
from desktop.models.edition import EditionSource


def source(draft: CatalogueDraft) -> EditionSource:
    """Return what `edition.entries_of` turns into entries. The draft's manifest must have passed the check."""
    words = draft.manifest
    compiled = date.fromisoformat(words["compiled"])
    from_day = words.get("from_day", "")
    return EditionSource(
        version=words["version"],
        title_zh=words.get("title_zh", ""),
        title_en=words.get("title_en", ""),
        origin=words.get("origin", ""),
        compiled=compiled,
        from_day=date.fromisoformat(from_day) if from_day else compiled,
        source=words.get("source", ""),
        number=words.get("number", ""),
        sheets=draft.sheets,
    )
