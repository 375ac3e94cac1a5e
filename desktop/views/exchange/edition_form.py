"""What an edition is called, where it comes from, and from when it is in force."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from desktop.exchange import columns
from desktop.exchange.catalogue_form import EDITION, ORIGINS
from desktop.i18n import _
from desktop.views.elided_box import ElidedBox

_ORIGIN = "origin"
_DAYS = frozenset({"compiled", "from_day"})


class EditionForm(QWidget):
    """The words of the edition, to be edited for a pasted text. `edited(words)` when a person has changed one."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._told: dict[str, str] = {}
        self.lines = {column.name: QLineEdit() for column in EDITION.columns if column.name != _ORIGIN}
        self.origin = ElidedBox()
        self.origin.setAccessibleName(columns.label("edition", _ORIGIN))
        for origin in ORIGINS:
            self.origin.addItem(columns.choice_label(_ORIGIN, origin), origin)
        self.counts, self.effect = QLabel(), QLabel()
        form = QFormLayout(self)
        form.setContentsMargins(0, 12, 0, 0)
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(20)
        for column in EDITION.columns:
            self._add(form, column.name)
        form.addRow(_("Holds"), self.counts)
        form.addRow(_("Commitments"), self.effect)
        for label in (self.counts, self.effect):
            label.setWordWrap(True)
        self.origin.activated.connect(self._answer)

    def _add(self, form: QFormLayout, name: str) -> None:
        label = columns.label("edition", name)
        if name == _ORIGIN:
            form.addRow(label, self.origin)
            return
        line = self.lines[name]
        line.setAccessibleName(label)
        line.editingFinished.connect(self._answer)
        if name in _DAYS:
            line.setPlaceholderText("2026-12-31")
        form.addRow(label, line)

    def say(self, words: Mapping[str, str], *, editable: bool) -> None:
        """Show the words of an edition."""
        for name, line in self.lines.items():
            line.setText(words.get(name, ""))
            line.setCursorPosition(0)
            line.setReadOnly(not editable)
        self.origin.setCurrentIndex(self.origin.findData(words.get(_ORIGIN, "")))
        self.origin.setEnabled(editable)
        self._told = self._words()

    def _words(self) -> dict[str, str]:
        return {name: line.text().strip() for name, line in self.lines.items()} | {
            _ORIGIN: str(self.origin.currentData() or "")
        }

    def _answer(self) -> None:
        words = self._words()
        if words != self._told:
            self._told = words
            self.edited.emit(words)
