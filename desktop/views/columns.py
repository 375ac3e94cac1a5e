"""The columns that a table can show, and which of them it does, in which order and how wide. No Qt."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

_LEAST, _MOST = 40, 900


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    id: str
    title: str
    """A marked message: `mark("Status")`."""
    width: int
    """Pixels at 100 per cent text size, until a person drags it."""
    number: bool = False
    """Whether it holds figures, set to the right."""
    usual: bool = True
    """Whether it is shown until a person chooses."""
    fixed: bool = False
    """Whether it cannot be taken away."""
    wide: bool = False
    """Whether it takes the room that is left; one column of a table does."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The ids of the shown columns in their order, and the widths that a person gave, in pixels at 100 per cent."""

    shown: tuple[str, ...]
    widths: tuple[tuple[str, int], ...] = ()

    @classmethod
    def usual(cls, known: Sequence[Column]) -> "Layout":
        """Return the layout before anybody chose."""
        return cls(tuple(column.id for column in known if column.usual))

    @classmethod
    def read(cls, kept: object, known: Sequence[Column]) -> "Layout":
        """Return a layout as it was kept; unknown columns are left out, damage gives the usual one."""
        if not isinstance(kept, dict) or not isinstance(kept.get("shown"), list):
            return cls.usual(known)
        ids = {column.id for column in known}
        shown = [one for one in dict.fromkeys(map(str, kept["shown"])) if one in ids]
        shown += [column.id for column in known if column.fixed and column.id not in shown]
        given = kept.get("widths")
        pairs = given.items() if isinstance(given, dict) else ()
        widths = {key: width for key, width in pairs if key in ids and isinstance(width, int)}
        return cls(tuple(shown), tuple(widths.items()))

    def kept(self) -> dict[str, Any]:
        """Return the layout as it is kept."""
        return {"shown": list(self.shown), "widths": dict(self.widths)}

    def width(self, column: Column) -> int:
        """Return the width of a column in pixels at 100 per cent."""
        return dict(self.widths).get(column.id, column.width)

    def has_width(self, column: str) -> bool:
        """Return whether a person gave this column a width."""
        return column in dict(self.widths)

    def widened(self, column: str, width: int) -> "Layout":
        """Return the layout with another width of a column, within what can still be used."""
        found = {**dict(self.widths), column: min(max(width, _LEAST), _MOST)}
        return replace(self, widths=tuple(found.items()))
