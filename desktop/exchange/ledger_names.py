"""Find actions and windows by what an office wrote: a code, or the exact name."""

from dataclasses import dataclass, field
from typing import TypeVar

from desktop.exchange.columns import folded
from desktop.exchange.likeness import bare, likeness
from desktop.models.catalogue import Catalogue, ServiceAction, ServiceWindow

_NEAR = 0.3
_Thing = TypeVar("_Thing", ServiceAction, ServiceWindow)


@dataclass(slots=True)
class Names:
    """Codes and bare names of the actions and windows in force; a name that two share finds neither."""

    catalogue: Catalogue
    actions: dict[str, ServiceAction | None] = field(default_factory=dict)
    titles: dict[str, ServiceAction | None] = field(default_factory=dict)
    windows: dict[str, ServiceWindow | None] = field(default_factory=dict)

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
        best = max(self.catalogue.actions.values(), key=lambda action: likeness(action.title_zh, text), default=None)
        return f"{best.code} {best.title_zh}" if best and likeness(best.title_zh, text) >= _NEAR else ""

    def nearest_window(self, text: str) -> str:
        """Return code and name of the window most like a text, empty when none is."""
        best = max(self.catalogue.windows.values(), key=lambda window: likeness(window.name_zh, text), default=None)
        return f"{best.id} {best.name_zh}" if best and likeness(best.name_zh, text) >= _NEAR else ""


def _put(table: dict[str, _Thing | None], name: str, thing: _Thing) -> None:
    if name:
        table[name] = None if name in table and table[name] is not thing else thing
