"""What a reader of the screen would be told of a window: every control by role and name."""

from collections.abc import Iterator

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

_CONTROLS = frozenset({
    QAccessible.Role.PushButton, QAccessible.Role.EditableText, QAccessible.Role.ComboBox, QAccessible.Role.CheckBox,
    QAccessible.Role.RadioButton, QAccessible.Role.Table, QAccessible.Role.Tree, QAccessible.Role.List,
    QAccessible.Role.ListItem, QAccessible.Role.Cell, QAccessible.Role.TreeItem, QAccessible.Role.PageTab,
    QAccessible.Role.PageTabList, QAccessible.Role.SpinBox, QAccessible.Role.ProgressBar, QAccessible.Role.Slider,
    QAccessible.Role.Link, QAccessible.Role.ButtonMenu, QAccessible.Role.ButtonDropDown, QAccessible.Role.Graphic,
    QAccessible.Role.MenuItem,
})  # fmt: skip
_MANY = frozenset({QAccessible.Role.Table, QAccessible.Role.Tree, QAccessible.Role.List})
_SOME = 12
"""Rows, cells and entries of a table or a list that are looked at."""


def nameless(root: QWidget) -> Iterator[str]:
    """Give every control below a window that a reader could not call by a name."""
    yield from _below(QAccessible.queryAccessibleInterface(root), "")


def _below(here: QAccessibleInterface, path: str) -> Iterator[str]:
    name = here.text(QAccessible.Text.Name).strip()
    place = f"{path}/{here.role().name} {name[:20]}"
    if here.role() in _CONTROLS and not name and here.role() is not QAccessible.Role.Cell:  # a cell may be blank
        yield f"{place} ({type(here.object()).__name__})"
    for at in range(min(here.childCount(), _SOME if here.role() in _MANY else 200)):
        child = here.child(at)
        if child.isValid() and not child.state().invisible:
            yield from _below(child, place)
