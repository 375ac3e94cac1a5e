"""Covering a window wholly: what stood in it is taken out, so that neither eye, key nor reader finds it.

A widget that is only hidden keeps its texts in the tree that screen readers read, and some of its shortcuts.
"""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from desktop.views.citizen_field import WordsAside


@dataclass(frozen=True, slots=True)
class _Parked:
    """A dialog that was open: how it is put back."""

    widget: QWidget
    flags: Qt.WindowType
    modality: Qt.WindowModality
    place: QRect


class Cover(QObject):
    """Puts a page in place of everything in a window and of every dialog, and gives all of it back as it was."""

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._program = _program()
        self._under: QWidget | None = None
        self._focus: QWidget | None = None
        self._page: QWidget | None = None
        self._parked: list[_Parked] = []
        self._spent: list[QWidget] = []
        self._words = WordsAside()
        self._ground = QWidget()

    @property
    def page(self) -> QWidget | None:
        """The page that covers the window, None while it is uncovered."""
        return self._page

    def put_on(self, page: QWidget) -> None:
        """Cover the window with a page; another page takes the place of the one that covers it already."""
        if self._page is not None:
            self._put_aside(self._window.takeCentralWidget())
            self._page = page
            self._window.setCentralWidget(page)
            return
        self._focus = QApplication.focusWidget()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        self._park_dialogs()
        self._under = self._window.takeCentralWidget()
        self._page = page
        self._window.setCentralWidget(page)
        self._words.take()
        self._program.installEventFilter(self)
        self._window.activateWindow()

    def _put_aside(self, page: QWidget | None) -> None:
        """Keep a page that another one replaced until the cover is off.

        Were it deleted now, the filter would be handed objects in the middle of their end, and the process would end.
        """
        if page is not None:
            page.hide()
            page.setParent(self._ground)
            self._spent.append(page)

    def take_off(self) -> None:
        """Give back what stood there."""
        if self._page is None:
            return
        self._program.removeEventFilter(self)
        spent, self._spent = self._spent, []
        for former in spent:
            former.deleteLater()
        page, under = self._window.takeCentralWidget(), self._under
        self._page = self._under = None
        if under is not None:
            self._window.setCentralWidget(under)
            under.show()
        if page is not None:
            # Its own key may be what takes it off: it has to outlive that, and belongs to nobody otherwise.
            page.setParent(self._ground)
            page.deleteLater()
        self._words.give_back()
        parked, self._parked = self._parked, []
        for one in parked:
            _put_back(one, self._window)
        if self._focus is not None and self._focus.isVisible():
            self._focus.setFocus()
        self._focus = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep windows of the program that want to open meanwhile from being seen; they come afterwards."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and self._is_foreign(watched):
            # Qt is about to show it: it cannot be parked in the middle of that, but nothing of it is painted.
            watched.setUpdatesEnabled(False)
            QTimer.singleShot(0, self, lambda: self._park(watched))
        return super().eventFilter(watched, event)

    def _is_foreign(self, widget: QWidget) -> bool:
        """Tell whether a window is none of the cover's own, such as the list of a field or a tip."""
        if not self._window.isVisible() or not widget.isWindow() or widget is self._window:
            return False
        if widget.windowType() == Qt.WindowType.ToolTip:
            return False
        return self._page is None or not self._page.isAncestorOf(widget)

    def _park_dialogs(self) -> None:
        for widget in QApplication.topLevelWidgets():
            if widget.isVisible() and self._is_foreign(widget):
                self._park(widget)

    def _park(self, widget: QWidget) -> None:
        """Make a dialog a part of something that nobody sees: its window ends, its contents stay."""
        modality = widget.windowModality()
        self._parked.append(_Parked(widget, widget.windowFlags(), modality, widget.geometry()))
        widget.destroyed.connect(lambda: self._forget(widget))
        widget.setParent(self._ground)
        self._window.activateWindow()

    def _forget(self, widget: QWidget) -> None:
        self._parked = [one for one in self._parked if one.widget is not widget]


def _program() -> QCoreApplication:
    program = QCoreApplication.instance()
    if program is None:
        raise RuntimeError("a window stands in a program")
    return program


def _put_back(one: _Parked, window: QMainWindow) -> None:
    one.widget.setParent(window, one.flags)
    one.widget.setUpdatesEnabled(True)
    one.widget.setWindowModality(one.modality)
    one.widget.setGeometry(one.place)
    one.widget.show()
