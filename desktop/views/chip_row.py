"""The legend that filters: a chip for each state and each sign with its count; a click shows only those."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from desktop.i18n import _
from desktop.models.totals import Tally
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.views import glyphs, theme
from desktop.views.meanings import Meaning, name_of

# Pairs, not a dict: a lamp and a mark of the same bit are equal numbers.
_SIGNS: tuple[tuple[Lamp | Mark, str], ...] = (
    (Lamp.OVERDUE, "overdue"),
    (Lamp.DUE_SOON, "due_soon"),
    (Lamp.STALE, "stale"),
    (Lamp.SILENT, "silent"),
    (Mark.UNREPORTED, "unreported"),
    (Mark.DISPUTED, "disputed"),
)
_PAD, _TILE, _GAP, _HEIGHT, _BETWEEN = 5, 18, 4, 28, 2


def _number(tally: Tally, meaning: Meaning) -> int:
    if isinstance(meaning, Status):
        return tally.counts[meaning]
    return next(int(getattr(tally, field)) for sign, field in _SIGNS if sign is meaning)


def _says_enough(meaning: Meaning) -> bool:
    """Return whether the first character of a sign's name says what it is; a letter does not."""
    return not name_of(meaning)[:1].isascii()


class CountChip(QAbstractButton):
    """A name, where there is one its tile, and how many there are. What it stands for is for who makes it to say."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0
        self.is_short = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def title(self) -> str:
        """Return what it stands for, in the language in use."""
        return ""

    def hint(self) -> str:
        """Return what a click does."""
        return _("Show only these.")

    def tile(self, size: int, ratio: float) -> QPixmap | None:
        """Return the tile of what it stands for, None where it has none."""

    @property
    def is_grave(self) -> bool:
        """Whether its count is a warning."""
        return False

    def say(self, count: int) -> None:
        """Say how many there are."""
        self.count = count
        name = self.title()
        self.setAccessibleName(f"{name} {count}")
        self.setToolTip(f"{name}: {count}\n{self.hint()}")
        self.updateGeometry()
        self.update()

    def _words(self) -> tuple[str, str]:
        name = self.title().partition("(")[0].partition("\uff08")[0].strip()
        if self.is_short:
            name = name[:1]
        return name, str(self.count)

    def sizeHint(self) -> QSize:
        look = theme.current()
        name, count = self._words()
        plain, strong = QFontMetrics(look.font(13)), QFontMetrics(look.font(13, strong=True))
        width = 2 * _PAD + strong.horizontalAdvance(count)
        if self.tile(look.px(_TILE), self.devicePixelRatioF()) is not None:
            width += look.px(_TILE) + _GAP
        width += plain.horizontalAdvance(name) + _GAP if name else 0
        return QSize(width, look.px(_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # the row goes along; a button by itself would take the next widget whatever it is
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        x, (name, count) = _PAD, self._words()
        tile = self.tile(look.px(_TILE), self.devicePixelRatioF())
        if tile is not None:
            painter.drawPixmap(QPoint(x, (self.height() - look.px(_TILE)) // 2), tile)
            x += look.px(_TILE) + _GAP
        tone = look.tokens.text3 if not self.count else look.tokens.text if self.isChecked() else look.tokens.text2
        painter.setPen(QColor(tone))
        painter.setFont(look.font(13))
        middle = Qt.AlignmentFlag.AlignVCenter
        if name:
            painter.drawText(QRectF(x, 0, self.width(), self.height()), int(middle), name)
            x += painter.fontMetrics().horizontalAdvance(name) + _GAP
        painter.setFont(look.font(13, strong=bool(self.count)))
        painter.setPen(QColor(look.tokens.danger if self.is_grave and self.count else tone))
        painter.drawText(QRectF(x, 0, self.width(), self.height()), int(middle), count)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        tokens, box = theme.current().tokens, QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked():
            painter.setPen(QPen(QColor(tokens.accent), 1))
            painter.setBrush(QColor(tokens.accent_soft))
            painter.drawRoundedRect(box, 6, 6)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(tokens.surface2))
            painter.drawRoundedRect(box, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, 6, 6)


class Chip(CountChip):
    """A state or a sign, its name and how many there are."""

    def __init__(self, meaning: Meaning) -> None:
        super().__init__()
        self.meaning = meaning

    def title(self) -> str:
        return name_of(self.meaning)

    def hint(self) -> str:
        if not isinstance(self.meaning, Status):
            return super().hint()
        return _("Show only these. In the table, key {key} sets it.").format(key=self.meaning.code)

    def tile(self, size: int, ratio: float) -> QPixmap | None:
        return glyphs.tile(self.meaning, size, ratio) if isinstance(self.meaning, Status) else None

    @property
    def is_grave(self) -> bool:
        return self.meaning is Lamp.OVERDUE


class ChipRow(QWidget):
    """All chips: one Tab stop, arrows go along. `chosen(state, sign)` on a click, None for neither.

    States stand on the left, signs on the right. Where there is no room for all names, signs are written in short if a
    character of theirs says enough; otherwise the chips go on on a second line.
    """

    chosen = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.chips = [Chip(meaning) for meaning in (*Status, *(sign for sign, _field in _SIGNS))]
        for chip in self.chips:
            chip.setParent(self)
            chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            chip.clicked.connect(lambda _on=False, chip=chip: self._on_click(chip))
        self.chips[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.current().changed.connect(self._fit)

    def say(self, tally: Tally) -> None:
        """Say how many there are of each."""
        for chip in self.chips:
            chip.say(_number(tally, chip.meaning))
        self._fit()

    def mark_chosen(self, status: Status | None, sign: Lamp | Mark | None) -> None:
        """Show which chips are on."""
        for chip in self.chips:
            chip.setChecked(chip.meaning is status or chip.meaning is sign)

    def _on_click(self, chip: Chip) -> None:
        kind = isinstance(chip.meaning, Status)
        for other in self.chips:
            if other is not chip and isinstance(other.meaning, Status) == kind:
                other.setChecked(False)
        on = [other.meaning for other in self.chips if other.isChecked()]
        status = next((meaning for meaning in on if isinstance(meaning, Status)), None)
        sign = next((meaning for meaning in on if not isinstance(meaning, Status)), None)
        self.chosen.emit(status, sign)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Choose short or full signs, then lay the chips out on as few lines as they need."""
        signs = self.chips[len(Status) :]
        for is_short in (False, True, False):
            for chip in signs:
                chip.is_short = is_short and _says_enough(chip.meaning)
            if self._needed() <= self.width():
                break
        self._lay_out()

    def _needed(self) -> int:
        return sum(chip.sizeHint().width() + _BETWEEN for chip in self.chips)

    def _lay_out(self) -> None:
        x, line, height = 0, 0, theme.current().px(_HEIGHT)
        spare = self.width() - self._needed()
        for number, chip in enumerate(self.chips):
            width = chip.sizeHint().width()
            if number == len(Status):
                x, line = (x + spare, line) if spare >= 0 else (0, line + 1)
            elif x and x + width > self.width():
                x, line = 0, line + 1
            chip.setGeometry(x, line * height, width, height)
            x += width + _BETWEEN
        self.setFixedHeight((line + 1) * height)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        here = next((n for n, chip in enumerate(self.chips) if chip.hasFocus()), None)
        if here is None or event.key() not in steps:
            super().keyPressEvent(event)
            return
        self.chips[(here + steps[Qt.Key(event.key())]) % len(self.chips)].setFocus()
