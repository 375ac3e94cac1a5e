"""The dialog that puts a backup in the book's place."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMessageBox, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.backup import Backup
from desktop.models.clock import BEIJING
from desktop.views.dialog import Dialog
from desktop.views.exchange.text_table import TextTable
from desktop.views.named_parts import name_box


class RestoreDialog(Dialog):
    """Lists backups, newest first. `chosen(Backup)` once a person has chosen one and confirmed."""

    chosen = Signal(object)

    def __init__(self, backups: Sequence[Backup], parent: QWidget | None = None) -> None:
        super().__init__(parent, 600, 400)
        self._backups = backups
        self.setWindowTitle(_("Restore a backup"))
        self.confirmation: QMessageBox | None = None
        self._build()

    def _build(self) -> None:
        head = QLabel(_("Restore a backup"))
        head.setProperty("type", "title")
        hint = QLabel(
            _("The book as it stands is kept as a backup of its own before. Photos and files are not touched.")
            if self._backups
            else _("There is no backup of this book yet.")
        )
        hint.setWordWrap(True)
        hint.setProperty("tone", "second")
        self.table = TextTable(_("Backups"))
        heads = (_("Day"), _("Time"), _("Size"), _("Entries"))
        self.table.fill(heads, [_cells(one) for one in self._backups])
        self.cancel, self.restore = QPushButton(_("Cancel")), QPushButton(_("Restore…"))
        self.cancel.setAutoDefault(False)
        self.restore.setProperty("kind", "primary")
        self.restore.setDefault(True)
        self.restore.setEnabled(bool(self._backups))
        self.cancel.clicked.connect(self.reject)
        self.restore.clicked.connect(self._confirm)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.restore)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for part in (head, hint, self.table):
            column.addWidget(part, 1 if part is self.table else 0)
        column.addLayout(foot)

    def _confirm(self) -> None:
        wanted = self._backups[self.table.row]
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(_("Restore a backup"))
        name_box(box)
        box.setText(
            _("Put the book back to {day}, {time}, with {n} entries? What was entered since is not in it.").format(
                day=wanted.day.isoformat(), time=_cells(wanted)[1], n=wanted.entries
            )
        )
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.accepted.connect(lambda: self._answer(wanted))
        self.confirmation = box
        box.open()

    def _answer(self, wanted: Backup) -> None:
        self.accept()
        self.chosen.emit(wanted)


def _cells(one: Backup) -> tuple[str, ...]:
    at = one.at.astimezone(BEIJING)
    return one.day.isoformat(), at.strftime("%H:%M:%S"), QLocale().formattedDataSize(one.size), str(one.entries)
