"""The map from the edition in force to the new one: what each action comes from, corrected by a person."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from desktop import texts
from desktop.exchange import columns
from desktop.exchange.catalogue_draft import Row
from desktop.exchange.edition_map import Kind, MapRow
from desktop.i18n import _
from desktop.models.catalogue import ServiceAction, WindowKind
from desktop.views import theme
from desktop.views.elided_box import ElidedBox
from desktop.views.exchange.text_table import TextTable

_LONGEST = 36


class MapList(QWidget):
    """The map as a table. `relinked(code, old ids)` when a person says where the chosen action comes from.

    `placed(code, window kinds)` when a person says at which windows an action of a pasted text stands.

    Kinds follow from the links alone: nothing is new, one is the same or reworded, several are merged, and an old
    action named by several new ones is split.
    """

    relinked = Signal(str, object)
    placed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[MapRow] = ()
        self._actions: dict[str, Row] = {}
        self._kinds: Mapping[str, WindowKind] = {}
        self._is_text = False
        self.table = TextTable(_("Map of the editions"))
        self.old = ElidedBox()
        self.old.setAccessibleName(_("Action of the edition in force"))
        self.old.setMaxVisibleItems(16)
        self.old.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.only, self.also = QPushButton(_("Comes from this one")), QPushButton(_("Also from this one"))
        self.none = QPushButton(_("Is new"))
        self.only.clicked.connect(lambda: self._link((self._chosen(),)))
        self.also.clicked.connect(lambda: self._link((*self._rows[self.table.row].old, self._chosen())))
        self.none.clicked.connect(lambda: self._link(()))
        self.windows = QPushButton(_("Windows"))
        self.windows.setToolTip(_("At which kinds of windows the chosen action stands"))
        self._menu = QMenu(self)
        self.windows.setMenu(self._menu)
        self._menu.triggered.connect(lambda _action: self._place())
        self.table.went.connect(self._on_row)
        self._lay_out()

    def _lay_out(self) -> None:
        label = QLabel(_("The chosen action:"))
        label.setProperty("tone", "second")
        self.old.setMinimumWidth(theme.current().px(200))
        foot, head = QHBoxLayout(), QHBoxLayout()
        head.addWidget(label)
        head.addWidget(self.old, 1)
        foot.addStretch(1)
        for button in (self.only, self.also, self.none, self.windows):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addLayout(head)
        column.addLayout(foot)

    def say(self, rows: Sequence[MapRow], before: Mapping[str, ServiceAction], actions: Sequence[Row]) -> None:
        """Show a map. `before`: the actions in force by id; `actions`: rows of the new edition."""
        self._rows = rows
        self._actions = {row["code"]: row for row in actions}
        if self.old.count() != len(before):
            self.old.clear()
            for key, action in before.items():
                self.old.addItem(_named(key, texts.title(action)), key)
        heads = (_("Relation"), _("Edition in force"), _("New edition"), _("Likeness"), _("Window kinds"))
        self.table.fill(heads, [self._cells(row, before) for row in rows])
        self._on_row(self.table.row)

    def offer(self, kinds: Mapping[str, WindowKind], *, is_text: bool) -> None:
        """Offer these kinds of windows for the actions of a pasted text; any other source says them itself."""
        self._is_text, self._kinds = is_text, kinds
        self.windows.setVisible(is_text)
        self._menu.clear()
        for key, kind in kinds.items():
            action = self._menu.addAction(texts.title(kind))
            action.setCheckable(True)
            action.setData(key)

    def _place(self) -> None:
        kinds = tuple(str(action.data()) for action in self._menu.actions() if action.isChecked())
        self.placed.emit(self._rows[self.table.row].code, kinds)

    def _cells(self, row: MapRow, before: Mapping[str, ServiceAction]) -> tuple[str, ...]:
        olds = "; ".join(_named(key, texts.title(before[key]) if key in before else "") for key in row.old)
        new = self._actions.get(row.code, {})
        likeness = f"{row.likeness:.0%}" if row.code and row.kind is not Kind.NEW else ""
        kinds = (self._kinds[key] for key in new.get("window_kinds", "").split(";") if key in self._kinds)
        return (
            columns.choice_label("kind", row.kind), olds, _named(row.code, new.get("title_zh", "")), likeness,
            _("; ").join(map(texts.title, kinds)),
        )  # fmt: skip

    def _chosen(self) -> str:
        return str(self.old.currentData() or "")

    def _link(self, olds: tuple[str, ...]) -> None:
        row = self._rows[self.table.row]
        self.relinked.emit(row.code, tuple(dict.fromkeys(filter(None, olds))))

    def _on_row(self, at: int) -> None:
        row = self._rows[at] if 0 <= at < len(self._rows) else None
        for widget in (self.only, self.also, self.none, self.old, self.windows):
            widget.setEnabled(row is not None and bool(row.code))
        if row is not None and row.old:
            self.old.setCurrentIndex(max(0, self.old.findData(row.old[0])))
        here = self._actions.get(row.code, {}) if row is not None else {}
        standing = here.get("window_kinds", "").split(";")
        for action in self._menu.actions():
            action.setChecked(action.data() in standing)


def _named(code: str, title: str) -> str:
    return f"{code}  {title if len(title) <= _LONGEST else title[: _LONGEST - 1] + '…'}".rstrip()
