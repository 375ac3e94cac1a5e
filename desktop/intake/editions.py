"""From a catalogue that somebody hands in to an edition that can be imported, with every fault of it."""

from collections.abc import Callable, Collection, Sequence
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
from desktop.exchange.catalogue_draft import CatalogueDraft, Row, plain_row
from desktop.exchange.catalogue_form import EDITION, FORMS
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
    """What was handed in: the draft, the map from the edition in force (empty: none is needed), all faults.

    `raw` is the draft as it was read, before blanks were filled and the map was proposed; `is_text`: pasted text.
    """

    draft: CatalogueDraft
    map: tuple[MapRow, ...]
    faults: tuple[Fault, ...]
    raw: CatalogueDraft
    is_text: bool = False

    @property
    def is_fit(self) -> bool:
        """Whether nothing stops an import; warnings do not."""
        return not errors(self.faults)

    def source(self) -> EditionSource:
        """Return what the book imports."""
        return catalogue_source.source(self.draft)


Born = Callable[[str], Collection[str]]
"""Gives every id of an action that was ever born, but those of the edition named (`born.action_ids`)."""


def _nothing_born(_version: str) -> Collection[str]:
    return ()


def read(path: Path, now: Catalogue | None, born: Born = _nothing_born) -> Handed:
    """Read a catalogue folder, a workbook or official text. `now` is what the book has in force.

    Without a map of its own an edition after the first gets the proposed one. Raises InputRefused.
    """
    return complete(_draft(path), now, born, is_text=path.suffix.lower() in _TEXT)


def paste(text: str, now: Catalogue | None, born: Born = _nothing_born) -> Handed:
    """Read pasted official text. Raises InputRefused `text_too_long`, `text_without_items`."""
    return complete(official_text.read(text), now, born, is_text=True)


def complete(draft: CatalogueDraft, now: Catalogue | None, born: Born = _nothing_born, *, is_text: bool) -> Handed:
    """Map a draft onto the edition in force, fill what a text leaves blank, and find every fault."""
    if now is None or draft.manifest.get("version") == now.edition.id:
        return Handed(draft, (), catalogue_check.check(draft), draft, is_text)
    used = born(draft.manifest.get("version", ""))
    if draft.rows("edition_map"):
        rows = edition_map.of_sheet(draft.rows("edition_map"))
    else:
        rows = edition_map.propose(_rows(now), draft.rows("actions"), used)
    return _mapped(draft, now, rows, used, is_text=is_text)


def relink(handed: Handed, code: str, olds: Sequence[str], now: Catalogue, born: Born = _nothing_born) -> Handed:
    """Return what was handed in after a person said from which old ids a new action comes (none: it is new)."""
    used = born(handed.raw.manifest.get("version", ""))
    rows = edition_map.relinked(handed.map, code, olds, _rows(now), handed.raw.rows("actions"), used=used)
    return _mapped(handed.raw, now, rows, used, is_text=handed.is_text)


def place(handed: Handed, code: str, kinds: Sequence[str], now: Catalogue, born: Born = _nothing_born) -> Handed:
    """Return what was handed in after a person said at windows of which kinds an action of a pasted text stands."""
    rows = handed.raw.rows("actions")
    placed = tuple({**row, "window_kinds": ";".join(kinds)} if row["code"] == code else row for row in rows)
    raw = handed.raw.with_sheet("actions", placed)
    return _mapped(raw, now, handed.map, born(raw.manifest.get("version", "")), is_text=handed.is_text)


def rename(handed: Handed, now: Catalogue | None, born: Born = _nothing_born, **words: str) -> Handed:
    """Return what was handed in under other words of its edition (`catalogue_form.EDITION`); the map stays."""
    told = plain_row(EDITION, {**handed.raw.manifest, **words})
    draft = handed.raw.with_manifest(**told)
    if now is None or not handed.map or told["version"] == now.edition.id:
        return complete(draft, now, born, is_text=handed.is_text)
    return _mapped(draft, now, handed.map, born(told["version"]), is_text=handed.is_text)


def _mapped(
    draft: CatalogueDraft, now: Catalogue, rows: tuple[MapRow, ...], used: Collection[str], *, is_text: bool
) -> Handed:
    new = draft.rows("actions")
    actions = edition_fill.filled(new, rows, _rows(now)) if is_text else new
    whole = draft.with_sheet("actions", actions).with_sheet("edition_map", edition_map.sheet(rows))
    faults = catalogue_check.check(whole, _known(now))
    found = edition_map.check(rows, tuple(now.actions), tuple(row["code"] for row in new), used)
    return Handed(whole, rows, (*faults, *found), draft, is_text)


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
