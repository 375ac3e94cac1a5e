"""The page of units and windows: a tree, and beside it the facts of what is chosen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout

from desktop.i18n import _
from desktop.views.focus import Drill, Focus
from desktop.views.office import units_presenter
from desktop.views.office.sheet import Sheet
from desktop.views.office.tree import Tree
from desktop.views.page import Page


class UnitsScreen(Page):
    """Units and windows as they are in force on the day looked at."""

    def __init__(self, focus: Focus) -> None:
        super().__init__()
        self._focus = focus
        self._build()
        self.tree.went.connect(self._show)
        self.to_board.clicked.connect(self._drill)
        self._focus.board_changed.connect(self.refresh)
        self.refresh()

    def _build(self) -> None:
        self.tree = Tree(_("Units and windows"))
        self.sheet = Sheet(_("Choose a unit or a window."))
        self.to_board = QPushButton(_("Show on the board"))
        left = QFrame()
        left.setProperty("kind", "card")
        inside = QVBoxLayout(left)
        inside.setContentsMargins(10, 10, 10, 10)
        inside.addWidget(self.tree)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.sheet, 1)
        right.addWidget(self.to_board, 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(16)
        row.addWidget(left, 11)
        row.addLayout(right, 9)

    def refresh(self) -> None:
        """Fill the tree from the board looked at."""
        self.tree.grow(units_presenter.branches(self._focus.board))
        self._show(self.tree.key)

    def arrive(self) -> None:
        """Put the keyboard on the tree."""
        self.tree.setFocus()

    def search(self, text: str) -> bool:
        """Keep only units and windows with the text in name or code; an empty text keeps all."""
        self.tree.keep(units_presenter.matching(self._focus.board.catalogue, text) if text else None)
        return True

    def subtitle(self) -> str:
        """Return how many units and windows there are."""
        catalogue = self._focus.board.catalogue
        return _("As of {day} · {units} units · {windows} windows").format(
            day=self._focus.board.as_of.isoformat(), units=len(catalogue.units), windows=len(catalogue.windows)
        )

    def _show(self, key: str) -> None:
        self.sheet.say(units_presenter.facts(self._focus.board, key))
        self.to_board.setEnabled(bool(key))

    def _drill(self) -> None:
        key = self.tree.key
        if key.startswith(units_presenter.WINDOW):
            self._focus.drill(Drill(window=key.removeprefix(units_presenter.WINDOW)))
        else:
            self._focus.drill(Drill(unit=key.removeprefix(units_presenter.UNIT)))
