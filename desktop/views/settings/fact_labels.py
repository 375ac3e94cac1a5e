"""Labels of the settings' cards, and buttons that say why they are grey."""

from PySide6.QtWidgets import QLabel, QWidget


def name_label(text: str, buddy: QWidget) -> QLabel:
    """Return the quiet label of a field."""
    label = QLabel(text)
    label.setProperty("tone", "second")
    label.setBuddy(buddy)
    return label


def bar(widget: QWidget, why: str) -> None:
    """Make a widget grey for a reason, which its tip and its description say; without one it can be used."""
    widget.setEnabled(not why)
    widget.setToolTip(why)
    widget.setAccessibleDescription(why)
