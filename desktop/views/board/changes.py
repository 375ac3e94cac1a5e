"""What changed between two days: the switch with its day, and the list of all changes."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop import texts
from desktop.i18n import _
from desktop.models.board import Cell
from desktop.models.vocabulary import Status
from desktop.views import glyphs, icons, theme
from desktop.views.board.choice import Scene
from desktop.views.day_popup import DayPopup
from desktop.views.window_name import short

_SIZE = (640, 420)
_TILE = 20


@dataclass(frozen=True, slots=True)
class Difference:
    """A commitment and the state that it had then."""

    cell: Cell
    former: Status


def differences(scene: Scene) -> list[Difference]:
    """Return what a compared scene shows as changed, row by row."""
    found: list[Difference] = []
    if scene.former is None:
        return found
    width = len(scene.board.windows)
    for row in scene.rows:
        for column in scene.columns:
            cell = scene.lit_cell(row, column)
            code = scene.former[row * width + column]
            if cell is not None and code:
                found.append(Difference(cell, Status.of(code)))
    return found


class ChangesList(QFrame):
    """A popup with one line for each change. `picked(commitment id)` when one is activated."""

    picked = Signal(str)

    def __init__(self, parent: QWidget, found: list[Difference], since: date) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = QLabel(_("{n} changes since {day}").format(n=len(found), day=since.isoformat()))
        title.setProperty("weight", "strong")
        self.list = QListWidget()
        self.list.setAccessibleName(title.text())
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        size = theme.current().px(_TILE)
        for one in found:
            item = QListWidgetItem(line(one))
            item.setIcon(glyphs.tile(one.cell.status, size, self.devicePixelRatioF()))
            item.setData(Qt.ItemDataRole.UserRole, one.cell.id)
            self.list.addItem(item)
        self.list.itemActivated.connect(self._pick)
        self.list.itemClicked.connect(self._pick)
        column = QVBoxLayout(self)
        column.addWidget(title)
        column.addWidget(self.list)
        self.resize(*_SIZE)

    def open_below(self, button: QWidget) -> None:
        """Show the list under a button, its right edge under the button's."""
        self.move(button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + 4)))
        self.show()
        self.list.setFocus()

    def _pick(self, item: QListWidgetItem) -> None:
        self.close()
        self.picked.emit(str(item.data(Qt.ItemDataRole.UserRole)))


def line(one: Difference) -> str:
    """Return a change in one line."""
    return _("{code} {action} · {window}: {before} → {after}").format(
        code=one.cell.action.code, action=texts.title(one.cell.action), window=short(texts.title(one.cell.window)),
        before=texts.status(one.former), after=texts.status(one.cell.status),
    )  # fmt: skip


class Changes(QWidget):
    """The switch. `switched(bool)`, `day_picked(date)`, `list_wanted` on its three buttons."""

    switched = Signal(bool)
    day_picked = Signal(object)
    list_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._as_of, self._since = date.min, date.min
        self.switch, self.day, self.all = QPushButton(), QPushButton(), QPushButton()
        for button in (self.switch, self.day, self.all):
            button.setProperty("kind", "chip")
        self.switch.setCheckable(True)
        self.switch.setToolTip(_("Show only what changed, with its former state in the corner"))
        self.day.setToolTip(_("Compare with another day"))
        self.day.setAccessibleName(self.day.toolTip())
        self.all.setToolTip(_("List of all changes"))
        self.all.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        for button in (self.all, self.switch, self.day):
            row.addWidget(button)
        self.switch.clicked.connect(self.switched)
        self.day.clicked.connect(self._choose_day)
        self.all.clicked.connect(self.list_wanted)
        theme.current().changed.connect(self.tint)
        self.tint()

    def tint(self) -> None:
        """Tint the icon by the theme in use."""
        self.day.setIcon(icons.icon("calendar", "text2"))

    @property
    def on(self) -> bool:
        """Whether two days are compared."""
        return self.switch.isChecked()

    def turn_off(self) -> None:
        """Compare no longer, without telling anybody."""
        self.switch.setChecked(False)

    def say(self, as_of: date, since: date) -> None:
        """Say with which day the board is compared."""
        self._as_of, self._since = as_of, since
        self.switch.setText(_("Changed since {day}").format(day=since.isoformat()))

    def count(self, number: int) -> None:
        """Say how many changes there are; the list is offered while two days are compared."""
        self.all.setText(_("{n} changes").format(n=number))
        self.all.setVisible(self.on)
        self.all.setEnabled(number > 0)

    def _choose_day(self) -> None:
        popup = DayPopup(self, self._as_of, self._since, _("A week ago"))
        popup.picked.connect(self.day_picked)
        popup.open_below(self.day)
