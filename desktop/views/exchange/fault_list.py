"""Every fault of what was handed in: sheet, row, column, value, and what would be right."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.exchange import columns, wording
from desktop.exchange.fault import Fault, errors
from desktop.i18n import _
from desktop.views import theme
from desktop.views.exchange.text_table import TextTable


class FaultList(QWidget):
    """The faults as a table that can be copied and saved as text."""

    def __init__(self) -> None:
        super().__init__()
        self.head = QLabel()
        self.head.setWordWrap(True)
        self.table = TextTable(_("Faults"))
        self.copy, self.save = QPushButton(_("Copy all")), QPushButton(_("Save as text…"))
        for button in (self.copy, self.save):
            button.setAutoDefault(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self.table.text()))
        self.save.clicked.connect(self._ask_where)
        foot = QHBoxLayout()
        foot.addWidget(self.head, 1)
        foot.addWidget(self.copy)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(8)
        column.addLayout(foot)
        column.addWidget(self.table, 1)

    def say(self, faults: Sequence[Fault]) -> None:
        """Show faults: errors first, each kind in the order of the file."""
        ordered = [*errors(faults), *(fault for fault in faults if fault.is_warning)]
        heads = (_("Kind"), _("Sheet"), _("Row"), _("Column"), _("What stands there"), _("What would be right"))
        self.table.fill(heads, [_cells(fault) for fault in ordered])
        wrong = len(errors(faults))
        self.head.setText(told(wrong, len(faults) - wrong))
        theme.say(self.head, tone="danger" if wrong else "good")
        self.copy.setEnabled(bool(faults))
        self.save.setEnabled(bool(faults))

    def _ask_where(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, _("Save as text"), "", _("Text files (*.txt)"))
        if path:
            self.save_to(Path(path))

    def save_to(self, path: Path) -> None:
        """Write all faults as a text that a spreadsheet program opens; say so, or why it cannot be written."""
        target = path if path.suffix else path.with_suffix(".txt")
        try:
            target.write_text(self.table.text() + "\n", encoding="utf-8-sig")
        except OSError as error:
            self.head.setText(_("The file cannot be written: {why}").format(why=error.strerror))
        else:
            self.head.setText(_("Written: {path}").format(path=target))


def told(wrong: int, notes: int) -> str:
    """Return in a sentence how many faults there are."""
    if wrong:
        return _("{n} errors stand against it and {m} notes; correct the file and read it again.").format(
            n=wrong, m=notes
        )
    return _("No errors; {m} notes.").format(m=notes) if notes else _("No errors.")


def _cells(fault: Fault) -> tuple[str, ...]:
    return (
        _("Only a note") if fault.is_warning else _("Error"),
        _("Pasted text") if fault.sheet == "text" else columns.label(fault.sheet),
        str(fault.row) if fault.row else "",
        wording.column(fault) if fault.column else "",
        fault.value,
        wording.right(fault),
    )
