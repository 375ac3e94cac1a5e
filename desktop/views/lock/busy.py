"""What covers the window while the files of a book are turned: what is being done, and with which file."""

from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from desktop.i18n import _
from desktop.views.centred import card_in

_WIDTH = 440


class BusyPage(QWidget):
    """Fills the window. It cannot be stopped: what is half done would be finished at the next start anyway."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        head, hint = QLabel(title), QLabel(_("Do not switch the computer off. It takes some seconds, seldom minutes."))
        head.setProperty("type", "section")
        hint.setProperty("tone", "second")
        hint.setWordWrap(True)
        self.file = QLabel()
        self.file.setProperty("type", "small")
        self.file.setProperty("tone", "third")
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(title)
        column = card_in(self, _WIDTH)
        for part in (head, hint, bar, self.file):
            column.addWidget(part)

    def say(self, name: str) -> None:
        """Say which file is being turned."""
        self.file.setText(name)
