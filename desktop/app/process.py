"""The one QApplication of this process."""

from PySide6.QtWidgets import QApplication


def qt() -> QApplication:
    """Return the QApplication of this process, made when there is none: in the Fusion style, whatever the desktop."""
    made = QApplication.instance()
    if not isinstance(made, QApplication):
        # Named here, where it costs nothing: `setStyle` returns a QStyle, and to wrap one takes PySide 5 ms.
        made = QApplication(["bianmin", "-style", "fusion"])
        made.setApplicationName("bianmin")
    return made
