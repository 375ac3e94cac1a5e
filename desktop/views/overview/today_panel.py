"""“Today for you”: a small button for each kind of task, and the first few by name under them."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.bridge import Bridge
from desktop.views.elided import Elided
from desktop.views.focus import Focus
from desktop.views.overview.panels import EventPanel
from desktop.views.overview.task_button import TaskButton
from desktop.views.overview.today import Today
from desktop.views.overview.waits_strip import WaitsStrip
from desktop.views.tab_order import stand_at
from desktop.views.tasks import Task

_LEAST = 164
_MOST = 5
"""Tasks stand in as many columns as fit, at most so many."""


class TaskGrid(QWidget):
    """The buttons in as many columns as fit. `asked(Drill)` when one is pressed."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[TaskButton] = []
        self._shown: tuple[Task, ...] = ()
        self._placed = (0, 0)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 6, 4)
        self._grid.setSpacing(6)

    def say(self, tasks: tuple[Task, ...]) -> None:
        """Show tasks."""
        self._shown = tasks
        while len(self.buttons) < len(tasks):
            self._add(len(self.buttons))
        for button, task in zip(self.buttons, tasks, strict=False):
            button.say(task)
        for number, button in enumerate(self.buttons):
            button.setVisible(number < len(tasks))
        self.setVisible(bool(tasks))
        self._place()

    def _add(self, number: int) -> None:
        button = TaskButton()
        button.clicked.connect(lambda: self.asked.emit(self._shown[number].drill))
        self.buttons.append(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the buttons for the new width."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        columns = max(1, min(_MOST, self.width() // theme.current().px(_LEAST)))
        if (columns, len(self.buttons)) == self._placed:
            return
        self._placed = (columns, len(self.buttons))
        for number, button in enumerate(self.buttons):
            self._grid.removeWidget(button)
            self._grid.addWidget(button, number // columns, number % columns)
        for column in range(_MOST):
            self._grid.setColumnStretch(column, int(column < columns))

    def minimumSizeHint(self) -> QSize:
        """Let the panel be as narrow as it likes, never so low that the counts cannot be read."""
        return QSize(0, self.sizeHint().height())


class TodayPanel(EventPanel):
    """What waits at the counter, tasks and the first of them by name. `asked(commitment id)`, `drilled(Drill)`.

    In a book in which nothing is reported yet it says how to begin: `went(page id)`, `brought(usual.INTAKE)`.
    """

    drilled = Signal(object)
    went = Signal(str)
    brought = Signal(str)

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__(_("Nothing waits for you today."))
        self._nothing = _("Nothing waits for you today.")
        self._whose = Elided()
        self._whose.setProperty("type", "small")
        self._whose.setProperty("tone", "third")
        self.head.insertWidget(1, self._whose, 50)
        self.grid = TaskGrid()
        self.grid.asked.connect(self.drilled)
        self.column.insertWidget(1, self.grid)
        self.first = self._first_steps()
        self.column.insertWidget(1, self.first)
        self.requests = WaitsStrip(focus, bridge)
        self.requests.counted.connect(self._on_requests)
        self.column.insertWidget(1, self.requests)
        self.list.setMinimumHeight(1)  # where there is no room for both, the counts stay

    def _first_steps(self) -> QWidget:
        first = QWidget()
        text = QLabel(_("Nothing is reported yet. Begin with your window, or take over the ledger kept until now."))
        text.setWordWrap(True)
        text.setProperty("type", "small")
        row = QHBoxLayout()
        row.setSpacing(8)
        for label_, tell, what in (
            (_("To my window"), self.went, "window"),
            (_("Take over the present ledger…"), self.brought, "ledger"),
        ):
            button = QPushButton(label_)
            button.setProperty("kind", "quiet")
            button.clicked.connect(lambda _on=False, tell=tell, what=what: tell.emit(what))
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(first)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(text)
        column.addLayout(row)
        first.hide()
        return first

    def show_first_steps(self, *, on: bool) -> None:
        """Say how to begin, or no longer."""
        self.first.setVisible(on)

    def show_today(self, found: Today, whose: str) -> None:
        """Show what is to be done, and whose it is."""
        self.say(_("Today for you"), found.events)
        self._whose.say(whose)
        self.grid.say(found.tasks)
        stops = (*self.requests.buttons.values(), *self.first.findChildren(QPushButton), *self.grid.buttons)
        stand_at(self.list, stops)

    def _on_requests(self) -> None:
        has_requests = self.requests.counts.any_request
        self.say_empty(_("No item of the board waits for you today.") if has_requests else self._nothing)
