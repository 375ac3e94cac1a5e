"""A clerk before a station's book with requests, and the panel of one of them, for tests by keys and clicks."""

from dataclasses import dataclass, field

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.models.book import Book
from desktop.models.requests import RequestRow
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.requests.panel import RequestPanel
from tests import books


@dataclass
class Desk:
    """Who sits there, before which book, and what was said."""

    book: Book
    focus: Focus
    bridge: Bridge
    hands: books.Hands
    panel: RequestPanel
    refused: list[str] = field(default_factory=list)
    slips: list[tuple[str, str]] = field(default_factory=list)

    def row(self, key: str) -> RequestRow:
        """Return a request as it stands."""
        found = self.book.request(key)
        assert found is not None
        return found

    def show(self, key: str) -> None:
        """Show a request in the panel, read at once."""
        self.panel.show_request(key)
        self.panel.enter()

    def digit(self, number: int) -> None:
        """Press a digit in the panel."""
        QTest.keyClick(self.panel, Qt.Key(Qt.Key.Key_0.value + number))

    def save(self) -> None:
        """Save the form by Ctrl+Enter, from wherever the keyboard is."""
        here = QApplication.focusWidget() or self.panel.form
        QTest.keyClick(here, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    def told(self) -> str:
        """Return all that the panel says."""
        return texts(self.panel)


def texts(widget: QWidget) -> str:
    """Return every word of the labels and buttons of a widget that are shown, and every name told to readers."""
    QApplication.processEvents()
    shown = [one for one in widget.findChildren(QWidget) if one.isVisible()]
    said = [one.text() for one in shown if isinstance(one, QLabel)]
    said += [one.accessibleName() for one in shown] + [str(one.property("text") or "") for one in shown]
    return "\n".join(said)
