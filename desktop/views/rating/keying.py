"""Fields for paper ballots: five counts, or one digit a ballot; digits and Enter are all they know."""

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QKeyEvent, QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.commands import ballots
from desktop.commands.ballots import Counts
from desktop.i18n import _
from desktop.models.satisfaction import LEVELS
from desktop.texts import satisfaction as words

COUNTS, SINGLE = "counts", "single"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BACK = Qt.Key.Key_Up


class _Digits(QLineEdit):
    """Takes digits. Enter and Down go on, Up goes back."""

    went = Signal(int)

    def __init__(self, name: str, pattern: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setValidator(QRegularExpressionValidator(QRegularExpression(pattern), self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER or event.key() == Qt.Key.Key_Down:
            self.went.emit(1)
        elif event.key() == _BACK:
            self.went.emit(-1)
        else:
            super().keyPressEvent(event)


class Keying(QWidget):
    """`finished` on Enter in the last field. `counts` reads what was keyed."""

    finished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.way = COUNTS
        self.fields = [_Digits(f"{level}★ {words.level(level)}", "[0-9]{0,5}") for level in LEVELS]
        self.row = _Digits(_("Ballots, one digit each"), "[1-5 ]*")
        self.row.setPlaceholderText("5 5 4 3 …")
        self.tally = QLabel()
        self.tally.setProperty("type", "small")
        self.tally.setProperty("tone", "second")
        self._grid, self._single = QWidget(), QWidget()
        self._lay_out()
        for at, field in enumerate(self.fields):
            field.went.connect(lambda step, at=at: self._go(at + step))
        self.row.went.connect(lambda step: self.finished.emit() if step > 0 else None)
        self.row.textChanged.connect(self._say)
        self.use(COUNTS)

    def _lay_out(self) -> None:
        grid = QGridLayout(self._grid)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        for at, field in enumerate(self.fields):
            label = QLabel(field.accessibleName())
            label.setProperty("type", "small")
            label.setWordWrap(True)
            label.setAlignment(Qt.AlignmentFlag.AlignBottom)
            label.setBuddy(field)
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(label, 0, at)
            grid.addWidget(field, 1, at)
            grid.setColumnStretch(at, 1)
        single = QVBoxLayout(self._single)
        single.setContentsMargins(0, 0, 0, 0)
        single.addWidget(self.row)
        single.addWidget(self.tally)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._grid)
        column.addWidget(self._single)

    def use(self, way: str) -> None:
        """Key five counts, or ballot after ballot."""
        self.way = way
        self._grid.setVisible(way == COUNTS)
        self._single.setVisible(way == SINGLE)
        self._say()

    def clear(self) -> None:
        """Empty all fields, and give the keyboard to the first."""
        for field in (*self.fields, self.row):
            field.clear()
        self.begin()

    def begin(self) -> None:
        """Give the keyboard to the first field."""
        (self.fields[0] if self.way == COUNTS else self.row).setFocus()

    def counts(self) -> Counts:
        """Return how many ballots have each level. Raises InputRefused as `ballots.counted` and `ballots.tallied`."""
        if self.way == SINGLE:
            return ballots.tallied(self.row.text())
        return ballots.counted(" ".join(field.text() or "0" for field in self.fields))

    def _go(self, at: int) -> None:
        if at >= len(self.fields):
            self.finished.emit()
        else:
            self.fields[max(0, at)].setFocus()
            self.fields[max(0, at)].selectAll()

    def _say(self) -> None:
        number = sum(char.isdigit() for char in self.row.text())
        self.tally.setText(_("{n} ballots").format(n=number))
