"""The key of the shutter in dialogs: a window does not hear its own keys while a dialog is open over it."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desktop.app.seating import Seating

_KEY, _HEARS = "F12", "hears_cover_key"


class CoverKey(QObject):
    """Lets every dialog hear the key as soon as it has the keyboard, whoever opened it."""

    def __init__(self, program: QApplication, seating: Seating, window: QWidget) -> None:
        super().__init__(seating)
        self._seating, self._window = seating, window
        program.focusWindowChanged.connect(self._on_window)

    def _on_window(self) -> None:
        dialog = QApplication.activeModalWidget()
        if dialog is not None and self._is_over(dialog) and not dialog.property(_HEARS):
            from PySide6.QtGui import QKeySequence, QShortcut

            dialog.setProperty(_HEARS, "yes")
            QShortcut(QKeySequence(_KEY), dialog, self._seating.shut)

    def _is_over(self, dialog: QWidget) -> bool:
        """Tell whether a dialog was opened over this window."""
        one: QWidget | None = dialog
        while one is not None and one is not self._window:
            one = one.parentWidget()
        return one is not None
