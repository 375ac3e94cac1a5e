"""A button of the sidebar: icon, name, and a calm badge at the right that says what waits on its page."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton

from desktop.views import theme
from desktop.views.badges import Badge

_HEIGHT, _PAD, _EDGE = 20, 7, 10
_SMALL_HEIGHT, _SMALL_PAD, _DOT, _SMALL_TEXT = 14, 3, 8, 3
"""The badge over an icon without a name: a number of so many digits, else a dot."""
_BESIDE = 48
"""What edge, icon and the gap after it take of the width."""


class NavButton(QPushButton):
    """The way to one page. The badge is the button's description for readers and stands in its tip."""

    def __init__(self, name: str, tip: str) -> None:
        super().__init__("  " + name)
        self._name, self._tip = name, tip
        self._is_folded = False
        self.badge: Badge | None = None
        self.setAccessibleName(name)
        self.setProperty("kind", "nav")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(tip)

    @property
    def wanted(self) -> int:
        """The width that icon and whole name need without a badge, in pixels."""
        look = theme.current()
        metrics = QFontMetrics(look.font(14, strong=True))
        return metrics.horizontalAdvance("  " + self._name) + look.px(_BESIDE)

    def wear(self, badge: Badge | None) -> None:
        """Show a badge, or none."""
        if badge == self.badge:
            return
        self.badge = badge
        self.setAccessibleDescription(badge.says if badge else "")
        self.setToolTip(f"{self._tip}\n{badge.says}" if badge else self._tip)
        self._cut()
        self.update()

    def fold(self, *, is_folded: bool) -> None:
        """Show the icon alone, or icon and name."""
        self._is_folded = is_folded
        self._cut()
        self.update()

    def _cut(self) -> None:
        """Cut the name where a badge stands; it goes where the button is folded."""
        if self._is_folded:
            self.setText("")
            return
        shown = self._name
        if self.badge is not None:
            look = theme.current()
            free = self.width() - look.px(_BESIDE) - self._badge_width() - look.px(_EDGE)
            metrics = QFontMetrics(look.font(14, strong=True))
            shown = metrics.elidedText(shown, Qt.TextElideMode.ElideRight, free)
        self.setText("  " + shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the name for the new width."""
        super().resizeEvent(event)
        self._cut()

    def _badge_width(self) -> int:
        look = theme.current()
        text = QFontMetrics(look.font(12, strong=True)).horizontalAdvance(self.badge.text if self.badge else "")
        return max(look.px(_HEIGHT), text + 2 * look.px(_PAD))

    def _beside_name(self) -> QRectF:
        look = theme.current()
        width, height = self._badge_width(), look.px(_HEIGHT)
        return QRectF(self.width() - width - look.px(_EDGE), (self.height() - height) / 2, width, height)

    def _over_icon(self, metrics: QFontMetrics) -> tuple[str, QRectF]:
        """Return what stands over the upper right of the icon: the number, or nothing in a dot."""
        look = theme.current()
        said = self.badge.text if self.badge is not None else ""
        text = said if said.isdecimal() and len(said) <= _SMALL_TEXT else ""
        height = look.px(_SMALL_HEIGHT if text else _DOT)
        width = max(height, metrics.horizontalAdvance(text) + 2 * look.px(_SMALL_PAD)) if text else height
        return text, QRectF(self.width() - width - 2, 2, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the button, then the badge."""
        super().paintEvent(event)
        if self.badge is None:
            return
        look = theme.current()
        font = look.font(10 if self._is_folded else 12, strong=True)
        text, pill = self._over_icon(QFontMetrics(font)) if self._is_folded else (self.badge.text, self._beside_name())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = look.tokens.sidebar if self.isChecked() else look.tokens.sidebar_active
        ground = ground if text else look.tokens.sidebar_text
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setFont(font)
        painter.setPen(QColor(look.tokens.sidebar_text))
        painter.drawText(pill, int(Qt.AlignmentFlag.AlignCenter), text)
        painter.end()
