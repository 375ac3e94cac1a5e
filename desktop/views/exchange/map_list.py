"""The map from the edition in force to the new one: what each action comes from, corrected by a person."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import texts
from desktop.exchange import columns
from desktop.exchange.edition_map import Kind, MapRow
from desktop.i18n import _
from desktop.models.catalogue import ServiceAction
from desktop.views import theme
from desktop.views.exchange.text_table import TextTable

_LONGEST = 36


class MapList(QWidget):
    """The map as a table. `relinked(code, old ids)` when a person says where the chosen action comes from.

    Kinds follow from the links alone: nothing is new, one is the same or reworded, several are merged, and an old
    action named by several new ones is split.
    """

    relinked = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._rows: Sequence[MapRow] = ()
        self.table = TextTable(_("Map of the editions"))
        self.old = QComboBox()
        self.old.setAccessibleName(_("Action of the edition in force"))
        self.old.setMaxVisibleItems(16)
        self.only, self.also = QPushButton(_("Comes from this one")), QPushButton(_("Also from this one"))
        self.none = QPushButton(_("Is new"))
        self.only.clicked.connect(lambda: self._link((self._chosen(),)))
        self.also.clicked.connect(lambda: self._link((*self._rows[self.table.row].old, self._chosen())))
        self.none.clicked.connect(lambda: self._link(()))
        self.table.went.connect(self._on_row)
        self._lay_out()

    def _lay_out(self) -> None:
        label = QLabel(_("The chosen action:"))
        label.setProperty("tone", "second")
        self.old.setMinimumWidth(theme.current().px(200))
        foot = QHBoxLayout()
        foot.addWidget(label)
        foot.addWidget(self.old, 1)
        for button in (self.only, self.also, self.none):
            button.setAutoDefault(False)
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.table, 1)
        column.addLayout(foot)

    def say(self, rows: Sequence[MapRow], before: Mapping[str, ServiceAction], titles: Mapping[str, str]) -> None:
        """Show a map. `before`: the actions in force by id; `titles`: those of the new edition by code."""
        self._rows = rows
        if self.old.count() != len(before):
            self.old.clear()
            for key, action in before.items():
                self.old.addItem(_named(key, texts.title(action)), key)
        heads = (_("Relation"), _("Edition in force"), _("New edition"), _("Likeness"))
        self.table.fill(heads, [_cells(row, before, titles) for row in rows])
        self._on_row(self.table.row)

    def _chosen(self) -> str:
        return str(self.old.currentData() or "")

    def _link(self, olds: tuple[str, ...]) -> None:
        row = self._rows[self.table.row]
        self.relinked.emit(row.code, tuple(dict.fromkeys(filter(None, olds))))

    def _on_row(self, at: int) -> None:
        row = self._rows[at] if 0 <= at < len(self._rows) else None
        for widget in (self.only, self.also, self.none, self.old):
            widget.setEnabled(row is not None and bool(row.code))
        if row is not None and row.old:
            self.old.setCurrentIndex(max(0, self.old.findData(row.old[0])))


def _cells(row: MapRow, before: Mapping[str, ServiceAction], titles: Mapping[str, str]) -> tuple[str, ...]:
    olds = "; ".join(_named(key, texts.title(before[key]) if key in before else "") for key in row.old)
    new = _named(row.code, titles.get(row.code, "")) if row.code else ""
    likeness = f"{row.likeness:.0%}" if row.code and row.kind is not Kind.NEW else ""
    return columns.choice_label("kind", row.kind), olds, new, likeness


def _named(code: str, title: str) -> str:
    return f"{code}  {title if len(title) <= _LONGEST else title[: _LONGEST - 1] + '…'}".rstrip()
