"""The corner above the frozen columns: both rates over what is shown, with their denominator, each leading to rows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models.totals import Tally
from desktop.models.vocabulary import Mark, Status
from desktop.views.elided import Elided
from desktop.views.links import Link, Links
from desktop.views.meanings import APPLICABLE, DONE, codes


class Corner(QWidget):
    """Says what the shown part of the board comes to. `asked(codes)` of `meanings` when a figure is pressed."""

    asked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rates, self.counts = Links("section", 14), Links("tiny")
        self._keys = Elided()
        self._keys.say(_("1–8 set a status · 0 unchanged · Enter opens"))
        self._keys.setProperty("type", "tiny")
        self._keys.setProperty("tone", "third")
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 8, 0)
        column.setSpacing(2)
        for part in (self.rates, self.counts, self._keys):
            column.addWidget(part)
        column.addStretch(1)
        for links in (self.rates, self.counts):
            links.asked.connect(self.asked)

    def say(self, tally: Tally) -> None:
        """Say both rates, always together, and over how many."""
        in_place, verified = texts.percent(tally.in_place_rate), texts.percent(tally.verified_rate)
        named = _("{name}: {above} of {below}")
        below = tally.applicable
        self.rates.say((
            Link(_("In place {rate}").format(rate=in_place), DONE,
                 named.format(name=_("In-place rate"), above=tally.in_place, below=below)),
            Link(_("Verified {rate}").format(rate=verified), codes(Status.VERIFIED),
                 named.format(name=_("Verified rate"), above=tally.counts[Status.VERIFIED], below=below)),
        ))  # fmt: skip
        counts = [Link(_("Applicable {n}").format(n=below), APPLICABLE)]
        if tally.not_applicable:
            text = _("not applicable {n}").format(n=tally.not_applicable)
            counts.append(Link(text, codes(Status.NOT_APPLICABLE)))
        if tally.disputed:
            counts.append(Link(_("disputed {n}").format(n=tally.disputed), codes(Mark.DISPUTED)))
        self.counts.say(counts)
