"""A rating by name: its level, the reasons of that level, and how it was given."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models import appraisal
from desktop.models.satisfaction import LEVELS
from desktop.texts import satisfaction
from desktop.views import theme
from desktop.views.choices import Chips

_ROWS = 4


class RatingField(QWidget):
    """Five levels as chips; the reasons of the chosen one to be ticked; at the counter or by telephone.

    `grown` when the reasons of a level are shown.
    """

    grown = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Satisfaction"))
        self.reasons = QListWidget()
        self.reasons.setAccessibleName(_("Reasons of the rating"))
        self.ways = Chips(_("How it was given"), _ways(), "counter")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self.levels = self._levels()
        for part in (self.levels, self.reasons, self.ways):
            self._column.addWidget(part)
        self.clear()

    def _levels(self) -> Chips:
        chips = Chips(_("Satisfaction"), [(one, satisfaction.level(one)) for one in sorted(LEVELS, reverse=True)], None)
        chips.chosen.connect(self._on_level)
        return chips

    def clear(self) -> None:
        """Choose nothing."""
        if self.level is not None:
            self._column.removeWidget(self.levels)
            self.levels.deleteLater()
            self.levels = self._levels()
            self._column.insertWidget(0, self.levels)
        self.reasons.clear()
        self.reasons.hide()

    def _on_level(self, level: object) -> None:
        self.reasons.clear()
        for code in appraisal.reasons_of(int(str(level))):
            item = QListWidgetItem(satisfaction.reason(code))
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setCheckState(Qt.CheckState.Unchecked)
            self.reasons.addItem(item)
        self.reasons.setFixedHeight(self.reasons.sizeHintForRow(0) * _ROWS + theme.current().px(6))
        self.reasons.show()
        self.grown.emit()

    @property
    def level(self) -> int | None:
        """The chosen level, 1 to 5, None for none yet."""
        value = self.levels.value
        return value if isinstance(value, int) else None

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the reasons that are ticked."""
        items = (self.reasons.item(row) for row in range(self.reasons.count()))
        return tuple(
            str(one.data(Qt.ItemDataRole.UserRole)) for one in items if one.checkState() is Qt.CheckState.Checked
        )

    @property
    def way(self) -> str:
        """How it was given."""
        return str(self.ways.value)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the keyboard on to the chosen level, or the best."""
        super().focusInEvent(event)
        self.levels.button(self.level or max(LEVELS)).setFocus(event.reason())


def _ways() -> list[tuple[object, str]]:
    names = {
        "counter": _("At the counter"),
        "call_back": _("By telephone"),
        "online": _("Online"),
        "paper": _("On paper"),
    }
    return [(way, names[way]) for way in ("counter", "call_back", "online", "paper")]
