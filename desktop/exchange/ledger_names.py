"""Find actions and windows by what an office wrote: a code, or the exact name."""

from dataclasses import dataclass, field
from typing import TypeVar

from desktop.exchange.columns import folded
from desktop.exchange.likeness import bare, likeness
from desktop.models.catalogue import Catalogue, ServiceAction, ServiceWindow

_NEAR = 0.3
_MOST_ASKED = 1_000
"""Names for which a nearest one is looked up; a sheet with more unknown names is another kind of sheet."""

_Thing = TypeVar("_Thing", ServiceAction, ServiceWindow)


@dataclass(slots=True)
class Names:
    """Codes and bare names of the actions and windows in force; a name that two share finds neither."""

    catalogue: Catalogue
    actions: dict[str, ServiceAction | None] = field(default_factory=dict)
    titles: dict[str, ServiceAction | None] = field(default_factory=dict)
    windows: dict[str, ServiceWindow | None] = field(default_factory=dict)
    _nearest: dict[tuple[str, str], str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for action in self.catalogue.actions.values():
            for code in {folded(action.code), folded(action.id)}:
                _put(self.actions, code, action)
            for title in {bare(action.title_zh), bare(action.title_en)}:
                _put(self.titles, title, action)
        for window in self.catalogue.windows.values():
            for name in {folded(window.id), bare(window.name_zh), bare(window.name_en)}:
                _put(self.windows, name, window)

    def by_code(self, text: str) -> ServiceAction | None:
        """Return the action with this code or id."""
        return self.actions.get(folded(text)) if text else None

    def by_title(self, text: str) -> ServiceAction | None:
        """Return the action with this title, spaces and punctuation aside."""
        return self.titles.get(bare(text)) if text else None

    def window(self, text: str) -> ServiceWindow | None:
        """Return the window with this code or name."""
        return (self.windows.get(folded(text)) or self.windows.get(bare(text))) if text else None

    def nearest_title(self, text: str) -> str:
        """Return code and title of the action most like a text, empty when none is."""
        return self._near("title", text, [(one.code, one.title_zh) for one in self.catalogue.actions.values()])

    def nearest_window(self, text: str) -> str:
        """Return code and name of the window most like a text, empty when none is."""
        return self._near("window", text, [(one.id, one.name_zh) for one in self.catalogue.windows.values()])

    def _near(self, kind: str, text: str, rows: list[tuple[str, str]]) -> str:
        asked = (kind, text)
        if asked not in self._nearest:
            if len(self._nearest) >= _MOST_ASKED:
                return ""
            value, code, name = max(((likeness(name, text), code, name) for code, name in rows), default=(0.0, "", ""))
            self._nearest[asked] = f"{code} {name}" if value >= _NEAR else ""
        return self._nearest[asked]


def _put(table: dict[str, _Thing | None], name: str, thing: _Thing) -> None:
    if name:
        table[name] = None if name in table and table[name] is not thing else thing
