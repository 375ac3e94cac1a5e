"""The states of the bars by tile and name; each opens the help on it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QPushButton

from desktop import texts
from desktop.i18n import _
from desktop.models.vocabulary import Status
from desktop.views import glyphs, icons, theme
from desktop.views.flow import Flow
from desktop.views.overview.progress import ORDER
from desktop.views.state_help import StateCard

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class Legend(Flow):
    """One Tab stop, arrows go along; Enter or a click says what a state means and who may set it."""

    def __init__(self) -> None:
        super().__init__(gap=2)
        self.states = (*ORDER, Status.NOT_STARTED)
        self.buttons = [self._button(state) for state in self.states]
        for button in self.buttons:
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self.add(button)
        self.buttons[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tint()
        theme.current().changed.connect(self.tint)

    def _button(self, state: Status) -> "_Entry":
        button = _Entry(" " + texts.status(state))
        button.setAccessibleName(texts.status(state))
        button.setProperty("kind", "status")
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setToolTip(_("Meaning of {status}").format(status=texts.status(state)))
        button.setAccessibleDescription(button.toolTip())
        button.clicked.connect(lambda: StateCard(button, state).open_by(button))
        return button

    def tint(self) -> None:
        """Draw the tiles in the theme in use."""
        for button, state in zip(self.buttons, self.states, strict=True):
            size = theme.current().px(16)
            button.setIcon(QIcon(glyphs.tile(state, size, self.devicePixelRatioF())))
            button.setIconSize(icons.extent(16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go along with the arrows."""
        here = next((n for n, button in enumerate(self.buttons) if button.hasFocus()), None)
        if here is None or event.key() not in _STEPS:
            super().keyPressEvent(event)
            return
        self.buttons[(here + _STEPS[Qt.Key(event.key())]) % len(self.buttons)].setFocus()


class _Entry(QPushButton):
    """A button that leaves the arrows to its row."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)
