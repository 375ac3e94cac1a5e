"""The page of units and windows: a tree, and beside it the facts of what is chosen."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desktop import texts
from desktop.commands.organization import EditUnit, EditWindow
from desktop.i18n import _
from desktop.models.catalogue import ServiceWindow, Unit
from desktop.views import nothing
from desktop.views.bridge import Bridge
from desktop.views.focus import Drill, Focus
from desktop.views.office import edit_form, units_presenter
from desktop.views.office.editing import Editing
from desktop.views.office.sheet import Sheet
from desktop.views.office.tree import Tree
from desktop.views.page import Page


class UnitsScreen(Page):
    """Units and windows as they are in force on the day looked at."""

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__()
        self._focus, self._bridge = focus, bridge
        self._build()
        self._editing = Editing(self, focus, bridge, (self.edit, self.new_window, self.new_unit))
        self._connect()
        self.refresh()

    def _connect(self) -> None:
        self.tree.went.connect(self._show)
        self.to_board.clicked.connect(self._drill)
        self.sheet.asked.connect(self._focus.drill)
        self.edit.clicked.connect(self._edit)
        self.new_window.clicked.connect(self._add_window)
        self.new_unit.clicked.connect(self._add_unit)
        self._focus.board_changed.connect(self.refresh)
        self._focus.desk_changed.connect(self._on_desk)

    def _build(self) -> None:
        self.tree = Tree(_("Units and windows"))
        self.sheet = Sheet(_("Choose a unit or a window."))
        self.hint = QLabel()
        self.hint.setProperty("tone", "warn")
        self.hint.setWordWrap(True)
        self.to_board = QPushButton(_("Show on the board"))
        self.edit = QPushButton(_("Edit…"))
        self.new_window, self.new_unit = QPushButton(_("New window…")), QPushButton(_("New unit…"))
        foot = QHBoxLayout()
        foot.setSpacing(8)
        for button in (self.edit, self.new_window, self.new_unit):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.to_board)
        left = QFrame()
        left.setProperty("kind", "card")
        inside = QVBoxLayout(left)
        inside.setContentsMargins(10, 10, 10, 10)
        inside.addWidget(self.tree)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.sheet, 1)
        right.addWidget(self.hint)
        right.addLayout(foot)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 20, 24, 20)
        row.setSpacing(16)
        row.addWidget(left, 11)
        row.addLayout(right, 9)

    def refresh(self) -> None:
        """Fill the tree from the board looked at."""
        self.tree.grow(units_presenter.branches(self._focus.board))
        self._show(self.tree.key)
        self._editing.allow()
        missing = nothing.why(self._focus.board, self._bridge.book.unit if self._bridge.is_open else "")
        self.hint.setText(f"{missing.title}\n{missing.text}" if missing is not None else "")
        self.hint.setVisible(missing is not None)

    def _on_desk(self) -> None:
        self._editing.allow()

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

    def _edit(self) -> None:
        catalogue, key = self._focus.board.catalogue, self.tree.key
        window = catalogue.windows.get(key.removeprefix(units_presenter.WINDOW))
        unit = catalogue.units.get(key.removeprefix(units_presenter.UNIT))
        if key.startswith(units_presenter.WINDOW) and window is not None:
            self._editing.open(texts.title(window), window.id, edit_form.of_window(catalogue, window), EditWindow)
        elif unit is not None:
            self._editing.open(texts.title(unit), unit.id, edit_form.of_unit(catalogue, unit), EditUnit)

    def _here(self) -> str:
        """Return the unit that is chosen, or the unit of the chosen window."""
        key, catalogue = self.tree.key, self._focus.board.catalogue
        window = catalogue.windows.get(key.removeprefix(units_presenter.WINDOW))
        return window.unit if window is not None else key.removeprefix(units_presenter.UNIT)

    def _add_window(self) -> None:
        blank = ServiceWindow("", "", "", "", "")
        fields = edit_form.of_window(self._focus.board.catalogue, blank)
        self._editing.open(_("New window"), "", edit_form.beginning(fields, unit=self._here()), EditWindow)

    def _add_unit(self) -> None:
        blank = Unit("", "", "", "", "")
        fields = edit_form.of_unit(self._focus.board.catalogue, blank)
        self._editing.open(_("New unit"), "", edit_form.beginning(fields, parent=self._here()), EditUnit)
