"""Fields that screens have in common: a row of chips of which one is chosen, and a list of windows by unit."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QPushButton

from desktop import texts
from desktop.models.catalogue import Catalogue
from desktop.views.elided_box import ElidedBox
from desktop.views.flow import Flow


class Chips(Flow):
    """A few values of which one is chosen. `chosen(value)` when the person chooses another one."""

    chosen = Signal(object)

    def __init__(self, name: str, values: Sequence[tuple[object, str]], shown: object) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._values = [value for value, _label in values]
        for number, (value, label) in enumerate(values):
            button = QPushButton(label)
            button.setProperty("kind", "chip")
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setAutoDefault(False)
            button.setChecked(value == shown)
            self._group.addButton(button, number)
            self.add(button)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._values[number]))

    @property
    def value(self) -> object:
        """The chosen value, None when nothing is chosen yet."""
        number = self._group.checkedId()
        return self._values[number] if number >= 0 else None

    def show_value(self, value: object) -> None:
        """Show another value without telling anybody."""
        self._group.button(self._values.index(value)).setChecked(True)

    def button(self, value: object) -> QPushButton:
        """Return the chip of a value."""
        found = self._group.button(self._values.index(value))
        if not isinstance(found, QPushButton):
            raise TypeError(value)
        return found


def filter_box(name: str, letters: int) -> QComboBox:
    """Return a list to filter by, which makes do with the room for so many letters; its tip says all that is chosen."""
    box = ElidedBox()
    box.setAccessibleName(name)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(letters)
    box.setMaxVisibleItems(24)
    return box


def unit_tree(catalogue: Catalogue) -> list[tuple[str, int]]:
    """Return the ids of all units, each below its parent, with its depth."""
    children: dict[str, list[str]] = {}
    for unit in catalogue.units.values():
        children.setdefault(unit.parent if unit.parent in catalogue.units else "", []).append(unit.id)
    found: list[tuple[str, int]] = []
    waiting = [(unit, 0) for unit in reversed(children.get("", []))]
    while waiting:
        here, depth = waiting.pop()
        found.append((here, depth))
        waiting += [(child, depth + 1) for child in reversed(children.get(here, []))]
    return found


def fill_units(box: QComboBox, catalogue: Catalogue, every: str, shown: str) -> None:
    """Fill a list with all units, indented by their depth; `every` stands for none."""
    box.clear()
    if every:
        box.addItem(every, "")
    for unit, depth in unit_tree(catalogue):
        box.addItem("\u3000" * depth + texts.title(catalogue.units[unit]), unit)
    box.setCurrentIndex(max(0, box.findData(shown)))


def fill_windows(box: QComboBox, catalogue: Catalogue, unit: str, none: str, shown: str) -> None:
    """Fill a list with the windows of a unit and of those below it; `none` stands for none."""
    box.clear()
    box.addItem(none, "")
    under = catalogue.under(unit) if unit else frozenset(catalogue.units)
    for window in catalogue.windows.values():
        if window.unit in under:
            box.addItem(texts.title(window), window.id)
    box.setCurrentIndex(max(0, box.findData(shown)))
