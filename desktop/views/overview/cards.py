"""The cards at the top of the overview: two rates and seven counts."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.views import glyphs, theme
from desktop.views.card_button import CardButton, label
from desktop.views.elided import Elided
from desktop.views.links import Link, LinkButton, Links
from desktop.views.overview.figures import Figure, Rate

_ROOMY = 1080
"""From this width on the figures stand in full size."""
_POLISHED = Qt.WidgetAttribute.WA_WState_Polished
_BETWEEN = 10
_RATE, _FIGURE = 17, 10
"""Shares of the width."""
_LOW = 620
"""Under this height of the window a second line would leave no room for what stands below."""
_BESIDE = 248
"""What sidebar and margins take of a window that fills the screen."""


def _elided(rank: str, tone: str) -> Elided:
    made = Elided()
    made.setProperty("type", rank)
    made.setProperty("tone", tone)
    made.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return made


class RateCard(QFrame):
    """A rate in large type with numerator and denominator under it; each figure leads to its rows. `asked(Drill)`."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._name = label("small", "second")
        self._name.setContentsMargins(3, 0, 0, 0)  # a link has so much room around its text
        self.value = LinkButton("figure")
        self.counts = Links("tiny", 2)
        self.value.clicked.connect(lambda: self.asked.emit(self.value.asks))
        self.counts.asked.connect(self.asked)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 4, 12)
        column.setSpacing(2)
        for part in (self._name, self.value, self.counts):
            column.addWidget(part)

    @property
    def wanted(self) -> int:
        """The width in pixels at which nothing is cut off."""
        return max(part.sizeHint().width() for part in (self._name, self.value, self.counts)) + 20

    def say(self, rate: Rate) -> None:
        """Show a rate."""
        above, below, beside = rate.drills
        self._name.setText(rate.label)
        share = texts.percent(rate.value, 1)
        named = _("{name}: {above} of {below}").format(name=rate.label, above=rate.above, below=rate.below)
        self.value.say(Link(share, above, f"{share} {named}"))
        self.counts.say((
            Link(f"{rate.above}", above, f"{rate.label} {rate.above}"), Link("/"),
            Link(f"{rate.below}", below, _("Applicable {n}").format(n=rate.below)), Link("·"), Link(rate.note, beside),
        ))  # fmt: skip
        self.setAccessibleName(rate.label)
        self.setAccessibleDescription(f"{share} ({rate.above} / {rate.below}), {rate.note}")


class FigureCard(CardButton):
    """A count that leads to its rows."""

    def __init__(self) -> None:
        super().__init__()
        self._tile = label("small")
        self._name, self._note = _elided("small", "second"), _elided("tiny", "third")
        self.value = label("figure")
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 6, 12)
        column.setSpacing(2)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._tile)
        row.addWidget(self._name, 1)
        column.addLayout(row)
        column.addWidget(self.value)
        column.addWidget(self._note)

    def say(self, figure: Figure) -> None:
        """Show a count; a grave one stands in red."""
        self._name.say(figure.label)
        self.value.setText(f"{figure.value}")
        self._note.say(figure.note)
        self._tile.setVisible(figure.status is not None)
        if figure.status is not None:
            glyphs.show_on(self._tile, figure.status, theme.current().px(18))
        theme.say(self.value, tone="danger" if figure.grave else "")
        self.setAccessibleName(f"{figure.label} {figure.value}")
        self.setAccessibleDescription(figure.note)
        self.setToolTip("\n".join((figure.label, figure.note, _("Show them on the board"))))

    @property
    def wanted(self) -> int:
        """The width in pixels at which nothing is cut off."""
        return max(self.least, self._note.sizeHint().width() + 18)

    @property
    def least(self) -> int:
        """The width in pixels at which name and count can be read; the note is in the tip then."""
        tile = self._tile.sizeHint().width() + 6 if not self._tile.isHidden() else 0
        return self._name.sizeHint().width() + tile + 18


class Cards(QWidget):
    """The row of cards. `asked(Drill)` when a count is pressed."""

    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._row, self._second = QHBoxLayout(), QHBoxLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for lines in (column, self._row, self._second):
            lines.setSpacing(_BETWEEN)
        for row in (self._row, self._second):
            column.addLayout(row)
        self._crowded = False
        self.rates = [RateCard(), RateCard()]
        self.figures: list[FigureCard] = []
        self._shown: tuple[Figure, ...] = ()
        for card in self.rates:
            card.asked.connect(self.asked)
            self._row.addWidget(card, _RATE)

    def say(self, rates: tuple[Rate, ...], figures: tuple[Figure, ...]) -> None:
        """Show rates and counts."""
        self._shown = figures
        while len(self.figures) < len(figures):
            self._add(len(self.figures))
        for card, rate in zip(self.rates, rates, strict=True):
            card.say(rate)
        for button, figure in zip(self.figures, figures, strict=True):
            button.say(figure)
        self._fit()

    def minimumSizeHint(self) -> QSize:
        """Let the row be as narrow as its rates, the counts take a line of their own then; never be pressed flat."""
        return QSize(_needed([card.wanted for card in self.rates]), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Write smaller figures where the cards stand close."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Divide the room anew: the words have their size only now."""
        super().showEvent(event)
        self._divide()

    def _fit(self) -> None:
        rank = "figure" if self._room() >= theme.current().px(_ROOMY) else "less"
        cards: list[RateCard | FigureCard] = [*self.rates, *self.figures]
        for card in cards:
            name = "rank" if isinstance(card, RateCard) else "type"
            if card.value.property(name) != rank:
                theme.say(card.value, **{name: rank})
        if self.testAttribute(_POLISHED):  # no word has its size before
            self._divide()

    def _divide(self) -> None:
        """Put the counts on a line of their own where their names would be cut off beside the rates."""
        rates, room = [card.wanted for card in self.rates], self._room()
        whole, bare = [card.wanted for card in self.figures], [card.least for card in self.figures]
        is_low = self.testAttribute(_POLISHED) and self.window().height() < theme.current().px(_LOW)
        figures = bare if is_low and _needed([*rates, *whole]) > room >= _needed([*rates, *bare]) else whole
        crowded = _needed([*rates, *figures]) > room
        for rate in self.rates:
            rate.setMinimumWidth(rate.wanted)
        for card, width in zip(self.figures, figures, strict=True):
            card.setMinimumWidth(width if not crowded or _needed(figures) <= room else 0)
        if crowded != self._crowded:
            self._crowded = crowded
            for card in self.figures:
                (self._second if crowded else self._row).addWidget(card, _FIGURE)

    def _room(self) -> int:
        """Return the width, before the first showing the likely one: to write the figures once is sooner than twice."""
        if self.testAttribute(_POLISHED):
            return self.width()
        return self.screen().availableGeometry().width() - theme.current().px(_BESIDE)

    def _add(self, number: int) -> None:
        card = FigureCard()
        card.clicked.connect(lambda: self.asked.emit(self._shown[number].drill))
        self.figures.append(card)
        (self._second if self._crowded else self._row).addWidget(card, _FIGURE)


def _needed(widths: Sequence[int]) -> int:
    return sum(widths) + _BETWEEN * (len(widths) - 1)
