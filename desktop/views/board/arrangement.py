"""In which order and in which groups rows and columns of a board stand. No Qt."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.models.board import Board
from desktop.models.vocabulary import Lamp, Status, UnitKind
from desktop.views.counted import counted

ROW_GROUPS = ("category", "measure", "lead", "")
"""By what rows are grouped; an empty text for no groups."""
COLUMN_GROUPS = ("", "county", "kind")
ORDERS = ("", "rate", "overdue", "changed")
"""By what rows and columns are sorted: printed order, 落实率, number overdue, latest change."""
_OVERDUE = bytes(bool(n & Lamp.OVERDUE) for n in range(256))


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Groups and order. Numbers go down when first chosen: `*_down` turns an order round."""

    group_rows: str = ROW_GROUPS[0]
    group_columns: str = COLUMN_GROUPS[0]
    sort_rows: str = ""
    rows_down: bool = False
    sort_columns: str = ""
    columns_down: bool = False

    @property
    def repeats(self) -> bool:
        """Whether an action may stand in more than one row."""
        return self.group_rows == "measure"


PRINTED = Arrangement()
Placed = list[tuple[str, int]]
"""Group and place on the board, in the order in which they are shown."""


class Line(NamedTuple):
    """The rows and columns to be arranged, as places on the board."""

    rows: Sequence[int]
    columns: Sequence[int]


class Recency(NamedTuple):
    """The stamp of the latest change of each action and of each window, by id."""

    actions: Mapping[str, str]
    windows: Mapping[str, str]


def arranged(
    board: Board, line: Line, how: Arrangement, measure: str, recency: Recency | None
) -> tuple[Placed, Placed]:
    """Return rows and columns with their groups. `measure` is the one filtered by: then only its group is shown."""
    rows = _sorted(board, line, how.sort_rows, recency, down=how.rows_down, is_row=True)
    columns = _sorted(board, line, how.sort_columns, recency, down=how.columns_down, is_row=False)
    return (
        _grouped(rows, lambda row: _row_keys(board, row, how.group_rows, measure), _row_order(board, how.group_rows)),
        _grouped(columns, lambda at: (_column_key(board, at, how.group_columns),), _column_order(board, how)),
    )


def _grouped(places: Sequence[int], keys: Callable[[int], Sequence[str]], order: Sequence[str]) -> Placed:
    if not order:
        return [("", place) for place in places]
    rank = {key: n for n, key in enumerate(order)}
    found = [(key, place) for place in places for key in keys(place)]
    found.sort(key=lambda pair: rank.get(pair[0], len(rank)))
    return found


def _row_keys(board: Board, row: int, group: str, measure: str) -> Sequence[str]:
    action = board.actions[row]
    if group == "category":
        return (action.category,)
    if group == "lead":
        return (action.lead_dept,)
    return tuple(one for one in action.measures if measure in ("", one)) or ("",)


def _row_order(board: Board, group: str) -> Sequence[str]:
    catalogue = board.catalogue
    tables: dict[str, Iterable[str]] = {
        "category": catalogue.categories, "measure": catalogue.measures, "lead": catalogue.units,
    }  # fmt: skip
    return tuple(tables.get(group, ()))


def _column_key(board: Board, column: int, group: str) -> str:
    window, units = board.windows[column], board.catalogue.units
    if group != "county":
        return window.kind
    county = board.catalogue.county(window.unit)
    return units[county].parent if units[county].kind == UnitKind.DEPARTMENT else county


def _column_order(board: Board, how: Arrangement) -> Sequence[str]:
    tables: dict[str, Iterable[str]] = {"county": board.catalogue.units, "kind": board.catalogue.kinds}
    return tuple(tables.get(how.group_columns, ()))


def _sorted(
    board: Board, line: Line, by: str, recency: Recency | None, *, down: bool, is_row: bool
) -> Sequence[int]:  # fmt: skip
    """Return places sorted; those of equal rank stay in printed order, those without a value stand last."""
    places = line.rows if is_row else line.columns
    if not by:
        return places[::-1] if down else places
    if by == "changed":
        known = (recency.actions if is_row else recency.windows) if recency else {}
        ids = board.actions if is_row else board.windows
        stamps = {place: known.get(ids[place].id, "") for place in places}
        return sorted(sorted(places, key=lambda at: stamps[at], reverse=not down), key=lambda at: not stamps[at])
    values = _rates(board, line, is_row=is_row) if by == "rate" else _overdue(board, line, is_row=is_row)
    there = [place for place in places if values[place] is not None]
    rest = [place for place in places if values[place] is None]
    return sorted(there, key=lambda at: values[at] or 0, reverse=(by == "overdue") != down) + rest


def _part(board: Board, array: bytes, line: Line, place: int, *, is_row: bool) -> bytes:
    width = len(board.windows)
    if is_row:
        whole = array[place * width : (place + 1) * width]
        return whole if len(line.columns) == width else bytes(map(whole.__getitem__, line.columns))
    whole = array[place::width]
    return whole if len(line.rows) == len(board.actions) else bytes(map(whole.__getitem__, line.rows))


def _rates(board: Board, line: Line, *, is_row: bool) -> dict[int, float | None]:
    states = counted(board)
    parts = ((at, _part(board, states, line, at, is_row=is_row)) for at in (line.rows if is_row else line.columns))
    return {place: rate_of(part) for place, part in parts}


def _overdue(board: Board, line: Line, *, is_row: bool) -> dict[int, float | None]:
    late = board.lamps.translate(_OVERDUE)
    places = line.rows if is_row else line.columns
    return {place: _part(board, late, line, place, is_row=is_row).count(1) for place in places}


def rate_of(states: bytes) -> float | None:
    """Return 落实率 over some counted states, a fraction; None where nothing is applicable."""
    outside = states.count(0) + states.count(Status.NOT_APPLICABLE.code)
    done = states.count(Status.IN_PLACE.code) + states.count(Status.VERIFIED.code)
    return done / (len(states) - outside) if len(states) > outside else None
