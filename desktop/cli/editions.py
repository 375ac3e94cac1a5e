"""From a catalogue that somebody hands in to an edition that can be imported, with every fault of it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from pathlib import Path

from desktop.exchange import (
    catalogue_check,
    catalogue_folder,
    catalogue_source,
    catalogue_workbook,
    edition_fill,
    edition_map,
    official_text,
)
from desktop.exchange.catalogue_draft import CatalogueDraft, Row
from desktop.exchange.catalogue_form import FORMS
from desktop.exchange.edition_map import MapRow
from desktop.exchange.fault import Fault, errors
from desktop.models.catalogue import Catalogue
from desktop.models.edition import EditionSource
from desktop.models.refusals import InputRefused

_TEXT = frozenset({".txt", ".md"})
_LARGEST = 4 << 20
_ENCODINGS = ("utf-8-sig", "gb18030")


@dataclass(frozen=True, slots=True)
class Handed:
    """What was handed in: the draft, the map from the edition in force (empty: none is needed), all faults."""

    draft: CatalogueDraft
    map: tuple[MapRow, ...]
    faults: tuple[Fault, ...]

    @property
    def is_fit(self) -> bool:
        """Whether nothing stops an import; warnings do not."""
        return not errors(self.faults)

    def source(self) -> EditionSource:
        """Return what the book imports."""
        return catalogue_source.source(self.draft)


Born = Callable[[str], Collection[str]]
"""Gives every id of an action that was ever born, but those of the edition named (`born.action_ids`)."""


def read(path: Path, now: Catalogue | None, born: Born = lambda _version: ()) -> Handed:
    """Read a catalogue folder, a workbook or official text. `now` is what the book has in force.

    Without a map of its own an edition after the first gets the proposed one. Raises InputRefused.
    """
    draft = _draft(path)
    if now is None or draft.manifest.get("version") == now.edition.id:
        return Handed(draft, (), catalogue_check.check(draft))
    old, new, used = _rows(now), draft.rows("actions"), born(draft.manifest.get("version", ""))
    if draft.rows("edition_map"):
        rows = edition_map.of_sheet(draft.rows("edition_map"))
    else:
        rows = edition_map.propose(old, new, used)
    is_text = path.suffix.lower() in _TEXT
    actions = edition_fill.filled(new, rows, old) if is_text else new
    whole = draft.with_sheet("actions", actions).with_sheet("edition_map", edition_map.sheet(rows))
    faults = catalogue_check.check(whole, _known(now))
    found = edition_map.check(rows, tuple(now.actions), tuple(row["code"] for row in new), used)
    return Handed(whole, rows, (*faults, *found))


def _draft(path: Path) -> CatalogueDraft:
    if not path.exists():
        raise InputRefused("no_such_file", name=str(path))
    if path.is_dir():
        return catalogue_folder.read(path)
    if path.suffix.lower() in _TEXT:
        return official_text.read(_text(path))
    return catalogue_workbook.read(path)


def _text(path: Path) -> str:
    if path.stat().st_size > _LARGEST:
        raise InputRefused("file_too_big", name=path.name, limit=_LARGEST >> 20)
    raw = path.read_bytes()
    for encoding in _ENCODINGS:
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise InputRefused("file_not_text", name=path.name)


def _known(now: Catalogue) -> dict[str, tuple[str, ...]]:
    """Return the codes that outlive an edition; measures and categories belong to one and come with it."""
    return {
        "units": tuple(now.units),
        "windows": tuple(now.windows),
        "window_kinds": tuple(now.kinds),
    }


def _rows(now: Catalogue) -> tuple[Row, ...]:
    """Return the actions in force as rows of the sheet `actions`, with their lasting ids."""
    names = [column.name for column in FORMS["actions"].columns]
    return tuple(
        {name: _told(getattr(one, name, "")) for name in names} | {"id": one.id, "window_kinds": ";".join(one.kinds)}
        for one in now.actions.values()
    )


def _told(value: object) -> str:
    return ";".join(value) if isinstance(value, tuple) else "" if value is None else str(value)
