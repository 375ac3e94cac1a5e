"""Where the catalogue comes from: a folder, a workbook, or the official text."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _


class SourcePage(QWidget):
    """Asks for a catalogue. `path_chosen(Path)` or `pasted(text)`."""

    path_chosen = Signal(object)
    pasted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.folder, self.workbook = QPushButton(_("Choose a catalogue folder…")), QPushButton(_("Choose a workbook…"))
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(_("Official text"))
        self.text.setPlaceholderText(_("Paste the official text here, with its numbering, from the title to the date."))
        self.read = QPushButton(_("Read the text"))
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setProperty("tone", "danger")
        self.folder.clicked.connect(self._choose_folder)
        self.workbook.clicked.connect(self._choose_workbook)
        self.read.clicked.connect(self._on_read)
        self._lay_out()

    def _lay_out(self) -> None:
        files = QHBoxLayout()
        for button in (self.folder, self.workbook):
            button.setAutoDefault(False)
            files.addWidget(button)
        files.addStretch(1)
        self.read.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self.problem, 1)
        foot.addWidget(self.read)
        hint = QLabel(_("Nothing is changed by reading: every error is listed first, and you decide afterwards."))
        hint.setWordWrap(True)
        hint.setProperty("tone", "second")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(hint)
        column.addLayout(files)
        column.addWidget(self.text, 1)
        column.addLayout(foot)

    def refuse(self, sentence: str) -> None:
        """Say why it could not be read; an empty text says nothing."""
        self.problem.setText(sentence)

    def _on_read(self) -> None:
        text = self.text.toPlainText()
        if text.strip():
            self.pasted.emit(text)
        else:
            self.refuse(_("Paste the text first."))
            self.text.setFocus()

    def _choose_folder(self) -> None:
        path = QFileDialog.getExistingDirectory(self, _("Choose a catalogue folder"), _documents())
        if path:
            self.path_chosen.emit(Path(path))

    def _choose_workbook(self) -> None:
        kinds = _("Workbooks and texts (*.xlsx *.xlsm *.xls *.ods *.txt *.md)")
        path, _kind = QFileDialog.getOpenFileName(self, _("Choose a workbook"), _documents(), kinds)
        if path:
            self.path_chosen.emit(Path(path))


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
