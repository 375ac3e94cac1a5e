"""The plain dialog after an error that nobody foresaw: what it means for the work, and a report to be saved."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import _
from desktop.views import theme

_WIDTH = 620
_NAME = "bianmin-report.txt"


class FaultDialog(QDialog):
    """Shows a report before it is saved. It does not stop the program. `said(text)` when it was saved, or why not."""

    said = Signal(str)

    def __init__(self, report: str, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Something went wrong"))
        self._folder = folder
        self._faults = 1
        self._build(report)

    def _build(self, report: str) -> None:
        look = theme.current()
        self.setMinimumWidth(look.px(_WIDTH))
        self.head = QLabel(_("The program met an error that it did not expect."))
        self.head.setProperty("type", "section")
        self.words = QLabel(
            _("What was posted is safe in the book; what you were just doing may not have been. You can go on working.")
        )
        asked = QLabel(
            _("If you save this report, a developer can find the error. It holds no names, numbers or notes:")
        )
        for label in (self.head, self.words, asked):
            label.setWordWrap(True)
        self.text = QPlainTextEdit(report)
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Report"))
        self.text.setMinimumHeight(look.px(180))
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for part in (self.head, self.words, asked, self.text):
            column.addWidget(part, 1 if part is self.text else 0)
        column.addLayout(self._foot())
        self.save.setFocus()

    def _foot(self) -> QHBoxLayout:
        self.log, self.save, self.on = (
            QPushButton(text) for text in (_("Open log folder"), _("Save report…"), _("Go on"))
        )
        self.on.setProperty("kind", "primary")
        self.log.clicked.connect(lambda: open_folder(self._folder))
        self.save.clicked.connect(self._save)
        self.on.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.addWidget(self.log)
        foot.addStretch(1)
        foot.addWidget(self.save)
        foot.addWidget(self.on)
        return foot

    def add(self, report: str) -> None:
        """Take in another error while the first one is still shown: one box for all of them."""
        self._faults += 1
        self.head.setText(_("The program met {n} errors that it did not expect.").format(n=self._faults))
        self.text.setPlainText(f"{report}\n{'─' * 40}\n{self.text.toPlainText()}")

    def _save(self) -> None:
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        path, _kind = QFileDialog.getSaveFileName(self, _("Save report"), str(Path(documents) / _NAME))
        if path:
            self.write(Path(path))

    def write(self, path: Path) -> None:
        """Write the report and say so, or why it could not be written."""
        try:
            path.write_text(self.text.toPlainText(), encoding="utf-8")
        except OSError:
            self.said.emit(_("The report could not be written to {path}.").format(path=path))
        else:
            self.said.emit(_("The report is saved: {path}").format(path=path))
            self.close()


def open_folder(folder: Path) -> None:
    """Show a folder in the file manager of this computer."""
    folder.mkdir(parents=True, exist_ok=True)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
