"""The steps of a rating, one at a time on the page: five levels, the reasons of one of them, thanks."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models import appraisal
from desktop.models.satisfaction import LEVELS
from desktop.texts import satisfaction as words
from desktop.views import theme
from desktop.views.rating.big_button import BigButton, LevelButton, ReasonButton

_ACROSS = 2


class Step(QWidget):
    """One step. `touched` when a finger or the mouse is on one of its buttons."""

    touched = Signal()

    def __init__(self, question: str) -> None:
        super().__init__()
        self.question = QLabel(question)
        self.question.setWordWrap(True)
        self.question.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.buttons: list[BigButton] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(18)
        self.column.addWidget(self.question)

    def add(self, button: BigButton) -> BigButton:
        """Take a button, and return it."""
        button.pressed.connect(self.touched)
        self.buttons.append(button)
        return button

    def fit(self, unit: float) -> None:
        """Take the size of type: 1 for a screen of 1366 by 768."""
        self.question.setFont(large(34, unit))
        for button in self.buttons:
            button.fit(unit)

    def press(self, digit: int) -> None:
        """Press the button of a digit, where there is one."""
        for button in self.buttons:
            if button.digit == digit:
                button.click()


class Levels(Step):
    """The five levels, very satisfied first. `chosen(level)`."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__(_("How satisfied are you with this service?"))
        row = QHBoxLayout()
        row.setSpacing(18)
        for level in LEVELS:
            button = LevelButton(level, words.level(level))
            button.clicked.connect(lambda _on=False, level=level: self.chosen.emit(level))
            row.addWidget(self.add(button))
        self.column.addLayout(row, 1)
        hint = QLabel(_("Touch one, or press its digit."))
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint.setProperty("tone", "second")
        self._hint = hint
        self.column.addWidget(hint)

    def fit(self, unit: float) -> None:
        super().fit(unit)
        self._hint.setFont(large(18, unit, strong=False))


class Reasons(Step):
    """The reasons of a level, any number of them. `sent(codes)`, `left` back to the levels."""

    sent = Signal(object)
    left = Signal()

    def __init__(self, level: int) -> None:
        super().__init__(_("{level}. Why? Choose as many as apply, or none.").format(level=words.level(level)))
        grid = QGridLayout()
        grid.setSpacing(14)
        codes = appraisal.reasons_of(level)
        lines = -(-len(codes) // _ACROSS)
        for at, code in enumerate(codes):
            button = ReasonButton(at + 1, code, words.reason(code))
            button.toggled.connect(lambda _on: self._say())
            grid.addWidget(self.add(button), at % lines, at // lines)
        self.column.addLayout(grid, 1)
        self.back, self.send = QPushButton(_("Another level")), QPushButton()
        self.back.setToolTip(_("Another level (Backspace)"))
        self.send.setProperty("kind", "primary")
        self.back.clicked.connect(self.left)
        self.send.clicked.connect(self.finish)
        foot = QHBoxLayout()
        foot.setSpacing(14)
        for large_button, share in ((self.back, 1), (self.send, 2)):
            large_button.setProperty("rank", "large")
            large_button.setAutoDefault(False)
            foot.addWidget(large_button, share)
        self.column.addLayout(foot)
        self._say()

    @property
    def codes(self) -> Sequence[str]:
        """The codes that are chosen."""
        return [one.code for one in self.buttons if isinstance(one, ReasonButton) and one.isChecked()]

    def choose(self, codes: Collection[str]) -> None:
        """Choose the reasons of these codes."""
        for button in self.buttons:
            if isinstance(button, ReasonButton):
                button.setChecked(button.code in codes)

    def finish(self) -> None:
        """Send the rating with what is chosen."""
        self.sent.emit(tuple(self.codes))

    def fit(self, unit: float) -> None:
        super().fit(unit)
        for button in (self.back, self.send):
            button.setFont(large(22, unit))

    def _say(self) -> None:
        number = len(self.codes)
        told = _("Send with {n} reasons  ⏎").format(n=number) if number else _("Send without a reason  ⏎")
        self.send.setText(told)
        self.send.setToolTip(_("Send (Enter)"))


class Message(Step):
    """A sentence that stands for a moment, with a second one below it."""

    def __init__(self, title: str, text: str) -> None:
        super().__init__(title)
        self.column.insertStretch(0, 1)
        self._text = QLabel(text)
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setProperty("tone", "second")
        self.column.addWidget(self._text)
        self.column.addStretch(2)
        self.setAccessibleName(title)

    def fit(self, unit: float) -> None:
        self.question.setFont(large(44, unit))
        self._text.setFont(large(22, unit, strong=False))


def large(pixels: float, unit: float, *, strong: bool = True) -> QFont:
    """Return type of a size in pixels at a unit of 1, never smaller than can be read."""
    font = theme.current().font(pixels, strong=strong)
    font.setPixelSize(max(13, round(pixels * unit)))
    return font
