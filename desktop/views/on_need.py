"""Parts of the frame built when they are needed: the strip of a large deed, the offer of an unfinished form."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.bridge import Bridge
from desktop.views.focus import Focus

if TYPE_CHECKING:
    from desktop.views.offer import Offer
    from desktop.views.underway import Underway
    from desktop.views.worker import Job


class OnNeed(QObject):
    """Builds them over the pages (`stack`) and above them in the column in which the pages stand."""

    def __init__(self, stack: QWidget, column: QVBoxLayout, focus: Focus, bridge: Bridge) -> None:
        super().__init__(stack)
        self._stack, self._column, self._focus, self._bridge = stack, column, focus, bridge
        self.offer: Offer | None = None
        self.underway: Underway | None = None
        bridge.opened.connect(self.offer_form)
        bridge.began.connect(self._follow)
        self.offer_form()

    def offer_form(self) -> None:
        """Offer the form that was open when the program ended; where there is none, nothing is built for it."""
        if self.offer is None and not self._bridge.open_form:
            return
        from desktop.views.offer import Offer, offer_form

        if self.offer is None:
            self.offer = Offer()
            self._column.insertWidget(self._column.indexOf(self._stack), self.offer)
        offer_form(self.offer, self._focus, self._bridge)

    def _follow(self, what: str, job: "Job[object]") -> None:
        from desktop.views.underway import Underway

        self.underway = self.underway or Underway(self._stack)
        self.underway.follow(what, job)
