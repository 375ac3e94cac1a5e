"""The printing desk as a page of the window."""

from PySide6.QtWidgets import QVBoxLayout

from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.page import Page
from desktop.views.printing.desk import PrintDesk


class PrintScreen(Page):
    """The desk, set up when there is a book; made anew when the day or the book is another one."""

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__()
        self._focus, self._bridge = focus, bridge
        self.desk: PrintDesk | None = None
        self._shown: tuple[str, str] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(24, 18, 24, 18)
        self._bridge.opened.connect(self._on_book)

    def arrive(self) -> None:
        """Set the desk up for the book and the day looked at; a sheet that was made before is made anew."""
        if not self._bridge.is_open:
            return
        wanted = (str(self._bridge.book.place), self._focus.board.as_of.isoformat())
        if self.desk is not None and self._shown == wanted:
            self.desk.renew()
            return
        self._drop()
        self.desk = PrintDesk(self._focus, self._bridge)
        self._column.addWidget(self.desk)
        self._shown = wanted

    def _on_book(self) -> None:
        if self.isVisible():
            self.arrive()

    def _drop(self) -> None:
        if self.desk is not None:
            self.desk.leave()
            self._column.removeWidget(self.desk)
            self.desk.hide()
            self.desk.deleteLater()
            self.desk = None

    def refresh(self) -> None:
        """Make the sheet anew."""
        self.arrive()
