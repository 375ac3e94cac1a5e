"""Which column of an office's own ledger holds what."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from desktop.exchange import wording
from desktop.exchange.fault import Fault
from desktop.exchange.ledger_words import FIELDS
from desktop.i18n import _
from desktop.views import theme
from desktop.views.elided_box import ElidedBox

_ACROSS = 2


class ColumnForm(QWidget):
    """Heads for every field. `chosen(mapping)` when a person changes one: field to head, blank where none."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.boxes = {field: ElidedBox() for field in FIELDS}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for at, (field, box) in enumerate(self.boxes.items()):
            name = wording.column(Fault("", 0, field, "", "blank"))
            label = QLabel(name)
            label.setProperty("tone", "second")
            label.setBuddy(box)
            box.setAccessibleName(name)
            box.setMinimumWidth(theme.current().px(200))
            box.activated.connect(lambda _at: self.chosen.emit(self.mapping()))
            row, column = divmod(at, _ACROSS)
            grid.addWidget(label, row, 2 * column)
            grid.addWidget(box, row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)

    def mapping(self) -> dict[str, str]:
        """Return what is chosen."""
        return {field: str(box.currentData() or "") for field, box in self.boxes.items()}

    def say(self, heads: Sequence[str], mapping: Mapping[str, str]) -> None:
        """Show the heads of the file and which of them means what."""
        for field, box in self.boxes.items():
            box.clear()
            box.addItem(_("no column"), "")
            for head in heads:
                box.addItem(" ".join(head.split()), head)
            box.setCurrentIndex(max(0, box.findData(mapping.get(field, ""))))
