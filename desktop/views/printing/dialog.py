"""The printing desk as a dialog, from any page: Ctrl+P, look, print."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.page import Paper
from desktop.views.printing.desk import PrintDesk

_SIZE, _SHARE = QSize(1180, 720), 0.95


class PrintDialog(QDialog):
    """The desk in a window of its own; closes when the sheet has gone to the printer."""

    def __init__(
        self, focus: Focus, bridge: Bridge, window: str = "", parent: QWidget | None = None,
        wanted: Paper | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self.setWindowTitle(_("Print"))
        self.resize(_SIZE.boundedTo(self.screen().availableGeometry().size() * _SHARE))
        self.desk = PrintDesk(focus, bridge, window, wanted)
        self.desk.print_button.setDefault(True)
        self.desk.printed.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 14)
        column.addWidget(self.desk)

    def done(self, result: int) -> None:
        """Let the desk put its things away."""
        self.desk.leave()
        super().done(result)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.desk.leave()
        super().closeEvent(event)
