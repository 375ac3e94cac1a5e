"""The corner above the frozen columns: both rates over what is shown, with their denominator, and the keys."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models.totals import Tally


class Corner(QWidget):
    """Says what the shown part of the board comes to."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._rates = self._label("section", "")
        self._counts = self._label("tiny", "second")
        self._keys = self._label("tiny", "third")
        self._keys.setText(_("1–8 set a status · 0 unchanged · Enter opens"))
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 2, 8, 0)
        column.setSpacing(3)
        for label in (self._rates, self._counts, self._keys):
            column.addWidget(label)
        column.addStretch(1)

    def _label(self, size: str, tone: str) -> QLabel:
        label = QLabel()
        label.setProperty("type", size)
        label.setProperty("tone", tone)
        return label

    def say(self, tally: Tally) -> None:
        """Say both rates, always together, and over how many."""
        both = _("In place {in_place} · verified {verified}")
        self._rates.setText(
            both.format(in_place=texts.percent(tally.in_place_rate), verified=texts.percent(tally.verified_rate))
        )
        counts = [_("Applicable {n}").format(n=tally.applicable)]
        if tally.not_applicable:
            counts.append(_("not applicable {n}").format(n=tally.not_applicable))
        if tally.disputed:
            counts.append(_("disputed {n}").format(n=tally.disputed))
        self._counts.setText(" · ".join(counts))
