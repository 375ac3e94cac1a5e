"""A citizen unmasked: painted for a minute, never the text of any widget, gone with the page, the shutter or the lock.

A reader of the screen finds that somebody is shown, and not who: what is painted stands in no tree of widgets.
"""

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.private_rows import Private
from desktop.views import theme
from desktop.views.deeds import tip
from desktop.views.labels import label, make_link

KEYS = "Ctrl+Shift+M"
SECONDS = 60
"""How long a citizen's name and telephone stay on the screen."""
_FLAGS = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class _Painted(QWidget):
    """Paints lines that no other program can ask for."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[tuple[str, bool], ...] = ()
        self.setAccessibleName(_("The applicant is shown"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_lines(self, lines: tuple[tuple[str, bool], ...]) -> None:
        """Paint these lines, the strong ones large; none paints nothing."""
        self._lines = lines
        self.updateGeometry()
        self.update()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is painted."""
        return not self._lines

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return sum(self._box(text, width, strong=strong).height() + 4 for text, strong in self._lines)

    def sizeHint(self) -> QSize:
        width = max(self.width(), 200)
        return QSize(width, self.heightForWidth(width))

    def _box(self, text: str, width: int, *, strong: bool) -> QRect:
        metrics = QFontMetrics(_font(strong=strong))
        return metrics.boundingRect(QRect(0, 0, width, 10000), _FLAGS, text)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter, top = QPainter(self), 0
        painter.setPen(QColor(theme.current().tokens.text))
        for text, strong in self._lines:
            box = self._box(text, self.width(), strong=strong)
            painter.setFont(_font(strong=strong))
            painter.drawText(QRect(0, top, self.width(), box.height()), _FLAGS, text)
            top += box.height() + 4
        painter.end()


def _font(*, strong: bool) -> QFont:
    return theme.current().font(16 if strong else 13, strong=strong)


class ContactCard(QWidget):
    """The place where a citizen's name and telephone are painted; `button` asks for them, and stands elsewhere.

    `asked` when somebody wants to see them, `hidden_again` when they went.
    """

    asked = Signal()
    hidden_again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.button, self.hide_button = QPushButton(_("Unmask…")), QPushButton(_("Hide now"))
        for one in (self.button, self.hide_button):
            make_link(one)
        self.button.setAccessibleName(_("Show name and telephone"))
        self.button.setToolTip(
            f"{tip(_('Show name and telephone'), KEYS)}\n{_('Asks for a reason; who looked is written down.')}"
        )
        self.painted = _Painted()
        self.told = label(type="tiny", tone="third")
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self._tick)
        self._left, self._is_on_file = 0, False
        row = QHBoxLayout()
        row.addWidget(self.told, 1)
        row.addWidget(self.hide_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.painted)
        column.addLayout(row)
        self.button.clicked.connect(self.asked)
        self.hide_button.clicked.connect(self.cover)
        self.cover()

    def offer(self, *, on: bool) -> None:
        """Offer to show somebody where anything is on file."""
        self._is_on_file = on
        self._say()

    @property
    def is_shown(self) -> bool:
        """Whether somebody is unmasked now."""
        return not self.painted.is_empty

    def unmask(self, one: Private) -> None:
        """Paint a citizen for a minute."""
        last = _("ID ends in {digits}").format(digits=one.id_last4) if one.id_last4 else ""
        lines = ((one.name, True), (one.phone, True), (last, False), (one.text, False))
        self.painted.show_lines(tuple(line for line in lines if line[0]))
        self._left = SECONDS
        self._say()
        self._timer.start()

    def cover(self) -> None:
        """Paint nobody any more."""
        was_shown = self.is_shown
        self._timer.stop()
        self.painted.show_lines(())
        self._say()
        if was_shown:
            self.hidden_again.emit()

    def _tick(self) -> None:
        self._left -= 1
        if self._left <= 0:
            self.cover()
        else:
            self._say()

    def _say(self) -> None:
        on = self.is_shown
        self.button.setVisible(self._is_on_file and not on)
        self.setVisible(on)
        self.told.setText(_("Masked again in {n} s").format(n=self._left) if on else "")

    def hideEvent(self, event: QHideEvent) -> None:
        """Go with the page, the shutter and the lock."""
        super().hideEvent(event)
        self.cover()
