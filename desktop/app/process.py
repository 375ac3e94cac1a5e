"""The one QApplication of this process."""

from PySide6.QtWidgets import QApplication


def qt() -> QApplication:
    """Return the QApplication of this process, made when there is none."""
    made = QApplication.instance()
    if not isinstance(made, QApplication):
        made = QApplication(["bianmin"])
        made.setApplicationName("bianmin")
    return made
