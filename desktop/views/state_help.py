"""Help on a state where it stands: a small card that says what it means, who may set it and what that needs."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop import texts
from desktop.i18n import _
from desktop.models.vocabulary import Status
from desktop.views import glyphs, icons, theme
from desktop.views.labels import label
from desktop.views.state_words import StateWords, about

_WIDTH = 340
_SHEET = (900, 690)
_EDGE = 60
"""Pixels that the sheet leaves free of a small screen."""
_TILE = 22


def _words(words: StateWords, ratio: float) -> QVBoxLayout:
    """Return tile, name, meaning, how it counts and the ways to it, one under the other."""
    tile, name = QLabel(), label(words.name, weight="strong")
    tile.setPixmap(glyphs.tile(words.state, theme.current().px(_TILE), ratio))
    tile.setAccessibleName(words.name)
    head = QHBoxLayout()
    head.setSpacing(8)
    head.addWidget(tile)
    head.addWidget(name, 1)
    column = QVBoxLayout()
    column.setSpacing(5)
    column.addLayout(head)
    column.addWidget(label(words.meaning))
    column.addWidget(label(words.counts, type="small", tone="second"))
    for way in words.ways:
        column.addWidget(label(way, type="small", tone="second"))
    return column


class StateCard(QFrame):
    """The help on one state, over the window until Esc or a click elsewhere."""

    def __init__(self, parent: QWidget, state: Status) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setProperty("kind", "card")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.words = about(state)
        self.setAccessibleName(self.words.name)
        self.setAccessibleDescription(self.words.whole)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        column = _words(self.words, self.devicePixelRatioF())
        column.setContentsMargins(16, 14, 16, 14)
        self.setLayout(column)
        self.setFixedWidth(theme.current().px(_WIDTH))

    def open_by(self, widget: QWidget) -> None:
        """Show the card under a widget, or above it where there is no room."""
        self.adjustSize()
        self.resize(self.width(), max(self.sizeHint().height(), self.heightForWidth(self.width())))
        room = widget.screen().availableGeometry()
        corner = widget.mapToGlobal(QPoint(0, widget.height() + 4))
        top = corner.y()
        if top + self.height() > room.bottom():
            top = max(room.top() + 8, widget.mapToGlobal(QPoint(0, -4)).y() - self.height())
        self.move(max(room.left() + 8, min(corner.x(), room.right() - self.width() - 8)), top)
        self.show()
        self.setFocus()


class StateHelp(QToolButton):
    """A small “i” beside a state that opens its card."""

    def __init__(self, state: Status | None = None) -> None:
        super().__init__()
        self._state = state or Status.NOT_STARTED
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._open)
        self.tint()
        self.say(self._state)

    def say(self, state: Status) -> None:
        """Be about a state."""
        self._state = state
        self.setAccessibleName(_("Meaning of {status}").format(status=texts.status(state)))
        self.setToolTip(self.accessibleName())

    def tint(self) -> None:
        """Tint the icon by the theme in use."""
        self.setIcon(icons.icon("info", "text3"))
        self.setIconSize(icons.extent(16))

    def _open(self) -> None:
        StateCard(self, self._state).open_by(self)


class StateSheet(QDialog):
    """The help on all eight states. It does not stop the program; Esc closes it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("What the states mean"))
        look = theme.current()
        room = self.screen().availableGeometry()
        self.resize(min(look.px(_SHEET[0]), room.width() - _EDGE), min(look.px(_SHEET[1]), room.height() - _EDGE))
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(28, 22, 28, 22)
        row.setSpacing(40)
        half = len(Status) // 2
        for part in (tuple(Status)[:half], tuple(Status)[half:]):
            side = QVBoxLayout()
            side.setSpacing(22)
            for state in part:
                side.addLayout(_words(about(state), self.devicePixelRatioF()))
            side.addStretch(1)
            row.addLayout(side, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName(self.windowTitle())
        scroll.setAccessibleDescription("\n\n".join(about(state).whole for state in Status))
        scroll.setWidget(sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
