"""The foot of a panel: buttons for what may be done, and words on who may do the rest."""

from PySide6.QtWidgets import QMenu, QPushButton, QVBoxLayout

from desktop.views.anew import Anew
from desktop.views.labels import label


class PanelFoot(Anew):
    """`rest` says who may make the other moves; it takes room, so the panel puts it where there is some."""

    def __init__(self) -> None:
        super().__init__()
        self.buttons: list[QPushButton] = []
        self._menu: QMenu | None = None
        self.rest = label("", type="tiny", tone="third")

    def clear(self) -> QVBoxLayout:
        """Take every button away and return the column for new ones."""
        self.buttons = []
        self.say_rest([])
        column = QVBoxLayout(self.fresh())
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        return column

    def bar(self, sentence: str) -> None:
        """Offer nothing, and say why."""
        self.clear().addWidget(label(sentence, type="small", tone="second"))

    def say_rest(self, barred: list[str]) -> None:
        """Say who may make the other moves, a line for each; nothing where there are none."""
        self.rest.setText("\n".join(barred))
        self.rest.setVisible(bool(barred))

    def enter(self) -> None:
        """Put the keyboard on the first button."""
        if self.buttons:
            self.buttons[0].show()  # a layout shows a new button only later, and a hidden one takes no focus
            self.buttons[0].setFocus()
