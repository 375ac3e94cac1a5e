"""The top bar: title and sub-title of the page, the search field, the day looked at, and one primary button."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton

from desktop.i18n import _
from desktop.views import icons, theme
from desktop.views.as_of import AsOfButton
from desktop.views.deeds import tip
from desktop.views.elided import Elided
from desktop.views.named_parts import name_line

_HEIGHT = 64


class TopBar(QFrame):
    """`searched(text)` on Enter in the search field, `sought` when the keyboard was put there by its key.

    `day_picked(date or None)`, `print_asked` on the big button.
    """

    searched = Signal(str)
    sought = Signal()
    day_picked = Signal(object)
    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "topbar")
        self._build()
        self._connect()
        self.tint()

    def _build(self) -> None:
        self.title = QLabel()
        self.title.setProperty("type", "title")
        self.subtitle = Elided()
        self.subtitle.setProperty("type", "small")
        self.subtitle.setProperty("tone", "second")
        self.search = QLineEdit()
        self.search.setProperty("kind", "search")
        self.search.setPlaceholderText(_("Search or do  Ctrl+K"))
        self.search.setAccessibleName(_("Search actions, windows, units, people and commands"))
        self.search.setClearButtonEnabled(True)
        self._glass = QAction(self)
        self.search.addAction(self._glass, QLineEdit.ActionPosition.LeadingPosition)
        name_line(self.search)
        self.as_of = AsOfButton()
        self.primary = QPushButton(" " + _("Print progress sheet"))
        self.primary.setAccessibleName(_("Print progress sheet"))
        self.primary.setProperty("kind", "primary")
        self.primary.setToolTip(tip(_("Print progress sheet"), "Ctrl+P"))
        self.search.setToolTip(self.search.placeholderText())
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 0, 24, 0)
        row.setSpacing(8)
        row.addWidget(self.title)
        row.addWidget(self.subtitle, 1)
        row.addWidget(self.search, 3)
        row.addWidget(self.as_of)
        row.addWidget(self.primary)

    def _connect(self) -> None:
        self.search.returnPressed.connect(lambda: self.searched.emit(self.search.text().strip()))
        self.as_of.picked.connect(self.day_picked)
        self.primary.clicked.connect(self.print_asked)
        theme.current().changed.connect(self.tint)

    def say(self, title: str, subtitle: str) -> None:
        """Say which page this is, and what it shows."""
        self.title.setText(title)
        self.subtitle.say(subtitle)

    def show_day(self, today: date, shown: date | None) -> None:
        """Say which day is looked at; None is today."""
        self.as_of.show_day(today, shown)

    def seek(self) -> None:
        """Put the keyboard into the search field."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()
        self.sought.emit()

    def tint(self) -> None:
        """Tint icons and take the measures of the theme in use."""
        look = theme.current()
        self.setFixedHeight(look.px(_HEIGHT))
        self.search.setMinimumWidth(look.px(60))
        self.search.setMaximumWidth(look.px(290))
        self._glass.setIcon(icons.icon("search", "text3"))
        self.primary.setIcon(icons.icon("printer", "on_accent"))
        self.primary.setIconSize(icons.extent(16))
