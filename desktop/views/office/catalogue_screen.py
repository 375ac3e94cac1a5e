"""The page of the catalogue in force: edition, actions by category or by measure, and the facts of each."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desktop import texts
from desktop.commands.catalog import EditAction
from desktop.i18n import _
from desktop.models.catalogue import ServiceAction
from desktop.models.rights import Right
from desktop.views.bridge import Bridge
from desktop.views.choices import Chips
from desktop.views.focus import Drill, Focus
from desktop.views.keeper import barred
from desktop.views.meanings import NO_MEASURE
from desktop.views.office import catalogue_presenter, edit_form
from desktop.views.office.editing import Editing
from desktop.views.office.sheet import Sheet
from desktop.views.office.tree import Tree
from desktop.views.page import Page


class CatalogueScreen(Page):
    """What is promised, and by which criterion it is accepted. Its wording is locked: a new edition changes it."""

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__()
        self._focus = focus
        self._build()
        self._editing = Editing(self, focus, bridge, (self.edit,))
        self._connect()
        self.refresh()

    def _build(self) -> None:
        self.edition = QLabel()
        self.edition.setProperty("type", "small")
        self.edition.setProperty("tone", "second")
        self.edition.setWordWrap(True)
        views = (("category", _("By category")), ("measure", _("By measure")))
        self.hint = QLabel(_("There are no actions yet. Import an edition that has some."))
        self.hint.setProperty("tone", "warn")
        self.order = Chips(_("Order"), views, "category")
        self.tree = Tree(_("Catalogue"))
        self.sheet = Sheet(_("Choose an action, a category or a measure."))
        self.to_board, self.edit = QPushButton(_("Show on the board")), QPushButton(_("Edit…"))
        self.bring_in = QPushButton(_("Import a catalogue…"))
        self._lay_out()

    def _lay_out(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.edit)
        foot.addStretch(1)
        foot.addWidget(self.to_board)
        left = QFrame()
        left.setProperty("kind", "card")
        inside = QVBoxLayout(left)
        inside.setContentsMargins(10, 10, 10, 10)
        inside.setSpacing(8)
        inside.addWidget(self.order)
        inside.addWidget(self.hint)
        inside.addWidget(self.tree)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.sheet, 1)
        right.addLayout(foot)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(left, 11)
        row.addLayout(right, 9)
        head = QHBoxLayout()
        head.addWidget(self.edition, 1)
        head.addWidget(self.bring_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 20)
        column.setSpacing(10)
        column.addLayout(head)
        column.addLayout(row, 1)

    def _connect(self) -> None:
        self.tree.went.connect(self._show)
        self.order.chosen.connect(lambda _order: self.refresh())
        self.to_board.clicked.connect(self._drill)
        self.sheet.asked.connect(self._focus.drill)
        self.edit.clicked.connect(self._edit)
        self.bring_in.clicked.connect(lambda: self.intake_asked.emit("catalogue"))
        self._focus.board_changed.connect(self.refresh)
        self._focus.desk_changed.connect(self._allow)

    def refresh(self) -> None:
        """Fill tree and edition from the board looked at."""
        catalogue = self._focus.board.catalogue
        self.edition.setText(catalogue_presenter.edition_line(catalogue))
        self.hint.setVisible(not catalogue.actions)
        grouped = catalogue_presenter.by_measure if self.order.value == "measure" else catalogue_presenter.by_category
        self.tree.grow(grouped(catalogue))
        self._show(self.tree.key)

    def arrive(self) -> None:
        """Put the keyboard on the tree."""
        self.tree.setFocus()

    def search(self, text: str) -> bool:
        """Keep only actions with the text in code, title or wording; an empty text keeps all."""
        self.tree.keep(catalogue_presenter.matching(self._focus.board.catalogue, text) if text else None)
        return True

    def subtitle(self) -> str:
        """Return how much the edition in force holds."""
        catalogue = self._focus.board.catalogue
        return _("{categories} categories · {actions} actions · {measures} measures").format(
            categories=len(catalogue.categories),
            actions=len(catalogue.actions), measures=len(catalogue.measures),
        )  # fmt: skip

    def _show(self, key: str) -> None:
        self.sheet.say(catalogue_presenter.facts(self._focus.board, key))
        self.to_board.setEnabled(bool(key))
        self._allow()

    def _allow(self) -> None:
        self._editing.allow()
        if self._action() is None:
            self.edit.setEnabled(False)
        why = barred(self._focus.desk.role, Right.IMPORT_CATALOGUE)
        self.bring_in.setEnabled(not why)
        self.bring_in.setToolTip(why)

    def _action(self) -> ServiceAction | None:
        """Return the chosen action, None when something else is chosen."""
        key = self.tree.key
        found = self._focus.board.catalogue.actions.get(key.removeprefix(catalogue_presenter.ACTION).partition("@")[0])
        return found if key.startswith(catalogue_presenter.ACTION) else None

    def _edit(self) -> None:
        action = self._action()
        if action is not None:
            fields = edit_form.of_action(self._focus.board.catalogue, action)
            self._editing.open(f"{action.code}  {texts.title(action)}", action.id, fields, EditAction)

    def _drill(self) -> None:
        kind, _colon, rest = self.tree.key.partition(":")
        catalogue = self._focus.board.catalogue
        if kind == "action":
            self._focus.drill(Drill(action=catalogue.actions[rest.partition("@")[0]].id))
        elif kind == "category":
            self._focus.drill(Drill(category=rest))
        else:
            self._focus.drill(Drill(measure=rest or NO_MEASURE))
