"""English in disguise: finding what was never translated in a text (see `desktop.i18n.PSEUDO`)."""

import re
from collections.abc import Iterable

from desktop.models.catalogue import Catalogue

_NAMES = ("title_zh", "title_en", "name_zh", "name_en", "code")


def undisguised(text: str) -> str:
    """Return what is left of a text without what stands in 【】, other messages within it included."""
    depth, kept = 0, []
    for letter in text:
        depth += letter == "【"
        if not depth:
            kept.append(letter)
        depth -= letter == "】"
    return "".join(kept)


def left(text: str, data: Iterable[str], letters: str = "A-Za-z", least: int = 2) -> list[str]:
    """Return runs of at least so many letters that are neither translated nor data."""
    rest = undisguised(text)
    for word in sorted(data, key=len, reverse=True):
        rest = rest.replace(word, " ")
    return re.findall(f"[{letters}]{{{least},}}", rest)


def data_of(catalogue: Catalogue) -> set[str]:
    """Return what a catalogue is called by: codes, titles, names in both languages."""
    tables = (
        catalogue.units, catalogue.windows, catalogue.actions, catalogue.measures, catalogue.kinds,
        catalogue.categories, {catalogue.edition.id: catalogue.edition},
    )  # fmt: skip
    rows = [(key, row) for table in tables for key, row in table.items()]
    names = {str(getattr(row, name, "")) for _key, row in rows for name in _NAMES}
    return ({key for key, _row in rows} | names) - {""}
