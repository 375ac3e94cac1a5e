"""What an official text does not say goes on from the edition before: criteria, windows, promises, English."""

from collections.abc import Iterable, Sequence

from desktop.exchange.catalogue_draft import Row
from desktop.exchange.edition_map import Kind, MapRow, id_of

_GOES_ON = ("lead_dept", "window_kinds", "accept_zh", "accept_en", "cadence", "sources")
_PROMISE = ("promise_value", "promise_unit", "legal_value", "legal_unit", "clock_from", "promise_basis")
_ENGLISH = ("title_en", "text_en")
_DEFAULTS = {"cadence": "standing", "promise_basis": "none", "origin": "official"}


def filled(new: Sequence[Row], rows: Iterable[MapRow], old: Sequence[Row]) -> tuple[Row, ...]:
    """Return the new actions with blanks filled from the first old action each comes from.

    The promise goes on whole or not at all, the English wording only where the Chinese is the same. What is then
    still blank gets the plain default: cadence `standing`, no promise.
    """
    before, came = {id_of(row): row for row in old}, {row.code: row for row in rows if row.code}
    return tuple(_filled(row, came.get(row["code"]), before) for row in new)


def _filled(row: Row, mapped: MapRow | None, before: dict[str, Row]) -> Row:
    source = before.get(mapped.old[0], {}) if mapped and mapped.old else {}
    names = list(_GOES_ON)
    if not any(row.get(name) for name in _PROMISE):
        names += _PROMISE
    if mapped and mapped.kind is Kind.SAME:
        names += _ENGLISH
    given = {name: source[name] for name in names if source.get(name) and not row.get(name)}
    told = {**row, **given}
    return {**told, **{name: value for name, value in _DEFAULTS.items() if not told.get(name)}}
