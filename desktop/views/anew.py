"""A place whose content is built anew as a whole."""

from PySide6.QtWidgets import QVBoxLayout, QWidget


class Anew(QWidget):
    """A widget that holds one body at a time.

    The items of a layout are never asked for (`itemAt`, `takeAt`): PySide6 6.11 keeps a wrapper of them after Qt has
    deleted them, another object gets the same address and is taken for the item, and the process ends.
    """

    def __init__(self) -> None:
        super().__init__()
        self._body: QWidget | None = None
        self._place = QVBoxLayout(self)
        self._place.setContentsMargins(0, 0, 0, 0)

    def fresh(self) -> QWidget:
        """Take the former body away and return an empty one in its place; give it a layout."""
        if self._body is not None:
            self._place.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body = QWidget()
        self._body.setProperty("kind", "clear")
        self._place.addWidget(self._body)
        return self._body
