"""The panels of the overview that are lists: progress with its legend, lines about commitments, changes."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QStackedLayout, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.views import icons, theme
from desktop.views.day_popup import DayPopup
from desktop.views.overview.events import EventList
from desktop.views.overview.legend import Legend
from desktop.views.overview.presenter import Event, Progress
from desktop.views.overview.progress import ProgressList


class Panel(QWidget):
    """A titled part of the overview. On a tab its title stands on the tab, otherwise over its body."""

    def __init__(self) -> None:
        super().__init__()
        self.title = QLabel()
        self.title.setProperty("type", "section")
        self.head = QHBoxLayout()
        self.head.setSpacing(12)
        self.head.addWidget(self.title)
        self.head.addStretch(1)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(18, 12, 12, 12)
        self.column.setSpacing(6)
        self.column.addLayout(self.head)

    def stand(self, *, on_tab: bool) -> None:
        """Show or hide the title over the body."""
        self.title.setVisible(not on_tab)
        self.column.setContentsMargins(10, 6, 10, 10) if on_tab else self.column.setContentsMargins(18, 12, 12, 12)


class ProgressPanel(Panel):
    """Progress by category or by measure. `asked(Drill)`."""

    asked = Signal(object)

    def __init__(self, *, legend: bool) -> None:
        super().__init__()
        self.list = ProgressList("")
        self.list.asked.connect(self.asked)
        self.column.addWidget(self.list, 1)
        self.legend = Legend() if legend else None
        if self.legend is not None:
            self.column.addWidget(self.legend)

    def say(self, title: str, rows: tuple[Progress, ...]) -> None:
        """Show rows of progress under a title."""
        self.title.setText(title)
        self.list.setAccessibleName(title)
        self.list.say(rows)
        self.setMinimumHeight(0)


class EventPanel(Panel):
    """Lines about commitments, or a sentence when there are none. `asked(commitment id)`, `board_wanted` for all."""

    asked = Signal(str)
    board_wanted = Signal()

    def __init__(self, empty: str) -> None:
        super().__init__()
        self.list = EventList("")
        self.list.asked.connect(self.asked)
        self.board = QPushButton(_("On the board"))
        self.board.setProperty("kind", "quiet")
        self.board.setToolTip(_("Show these rows"))
        self.board.clicked.connect(self.board_wanted)
        self.board.hide()
        self.head.addWidget(self.board)
        self._empty = QLabel(empty)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._empty.setWordWrap(True)
        self._empty.setProperty("tone", "third")
        self.body = QStackedLayout()
        self.body.addWidget(self.list)
        self.body.addWidget(self._empty)
        self.column.addLayout(self.body, 1)

    def say(self, title: str, events: tuple[Event, ...]) -> None:
        """Show lines under a title."""
        self.title.setText(title)
        self.list.setAccessibleName(title)
        self.list.say(events)
        self.body.setCurrentIndex(0 if events else 1)

    def say_empty(self, sentence: str) -> None:
        """Say something else where there are no lines."""
        self._empty.setText(sentence)


class ChangesPanel(EventPanel):
    """What changed since a day that the person may choose. `day_picked(date or None)`, `list_wanted`."""

    day_picked = Signal(object)
    list_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(_("Nothing changed since that day."))
        self._since = self._today = date.min
        self.day = QPushButton()
        self.day.setProperty("kind", "quiet")
        self.day.clicked.connect(self._open)
        self.all = QPushButton()
        self.all.setProperty("kind", "quiet")
        self.all.setAccessibleName(_("All changes with person, day and note"))
        self.all.setToolTip(self.all.accessibleName())
        self.all.clicked.connect(self.list_wanted)
        for button in (self.all, self.day):
            self.head.addWidget(button)
        self.tint()
        theme.current().changed.connect(self.tint)

    def since(self, day: date, today: date) -> None:
        """Say which day is compared with."""
        self._since, self._today = day, today
        self.day.setText(_("since {day}").format(day=day.isoformat()))

    def tint(self) -> None:
        """Tint the icon by the theme in use."""
        self.day.setIcon(icons.icon("calendar", "accent"))
        self.all.setIcon(icons.icon("list", "accent"))
        for button in (self.day, self.all):
            button.setIconSize(icons.extent(16))

    def _open(self) -> None:
        popup = DayPopup(self, self._today, self._since, _("A week before"))
        popup.picked.connect(self.day_picked)
        popup.open_below(self.day)
