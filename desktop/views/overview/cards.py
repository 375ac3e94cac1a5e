"""The cards at the top of the overview: two rates and seven counts."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.views import glyphs, theme
from desktop.views.overview.presenter import Figure, Rate


def _label(size: str, tone: str = "") -> QLabel:
    label = QLabel()
    label.setProperty("type", size)
    label.setProperty("tone", tone)
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label


class RateCard(QFrame):
    """A rate in large type with numerator and denominator under it."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._name = _label("small", "second")
        self._value = _label("figure")
        self._parts = _label("tiny", "second")
        self._note = _label("tiny", "third")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(2)
        column.addWidget(self._name)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._value)
        row.addWidget(self._parts, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(row)
        column.addWidget(self._note)

    def say(self, rate: Rate) -> None:
        """Show a rate."""
        self._name.setText(rate.label)
        self._value.setText(texts.percent(rate.value, 1))
        self._parts.setText(f"{rate.above} / {rate.below}")
        self._parts.setContentsMargins(0, 0, 0, theme.current().px(6))
        self._note.setText(rate.note)
        self.setAccessibleName(rate.label)
        self.setAccessibleDescription(f"{texts.percent(rate.value, 1)} ({rate.above} / {rate.below}), {rate.note}")


class FigureCard(QPushButton):
    """A count that leads to its rows."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "figure")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._tile = _label("small")
        self._name = _label("small", "second")
        self._value = _label("figure")
        self._note = _label("tiny", "third")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 6, 12)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._tile)
        row.addWidget(self._name, 1)
        column.addLayout(row)
        column.addWidget(self._value)
        column.addWidget(self._note)

    def say(self, figure: Figure) -> None:
        """Show a count; a grave one stands in red."""
        self._name.setText(figure.label)
        self._value.setText(f"{figure.value}")
        self._note.setText(figure.note)
        self._tile.setVisible(figure.status is not None)
        if figure.status is not None:
            size = theme.current().px(18)
            self._tile.setPixmap(glyphs.tile(figure.status, size, self.devicePixelRatioF()))
        theme.say(self._value, tone="danger" if figure.grave else "")
        self.setAccessibleName(f"{figure.label} {figure.value}")
        self.setAccessibleDescription(figure.note)
        self.setToolTip(_("Show them on the board"))

    def sizeHint(self) -> QSize:
        """Take the room that the labels need."""
        inside = self.layout()
        return inside.sizeHint() if inside is not None else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Take no less than the labels need."""
        inside = self.layout()
        return inside.minimumSize() if inside is not None else super().minimumSizeHint()


class Cards(QWidget):
    """The row of cards. `asked(Drill)` when a count is pressed."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._rates = [RateCard(), RateCard()]
        self.figures: list[FigureCard] = []
        self._shown: tuple[Figure, ...] = ()
        for card in self._rates:
            self._row.addWidget(card, 17)

    def say(self, rates: tuple[Rate, ...], figures: tuple[Figure, ...]) -> None:
        """Show rates and counts."""
        self._shown = figures
        while len(self.figures) < len(figures):
            self._add(len(self.figures))
        for card, rate in zip(self._rates, rates, strict=True):
            card.say(rate)
        for button, figure in zip(self.figures, figures, strict=True):
            button.say(figure)

    def _add(self, number: int) -> None:
        card = FigureCard()
        card.clicked.connect(lambda: self.asked.emit(self._shown[number].drill))
        self.figures.append(card)
        self._row.addWidget(card, 10)
