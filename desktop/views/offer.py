"""The band under the top bar that offers to go on with something: the form that was open when the program ended."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from desktop import texts
from desktop.i18n import _
from desktop.models.catalogue import Catalogue
from desktop.models.refusals import Refusal
from desktop.views.bridge import KEY, KIND, Bridge
from desktop.views.focus import Drill, Focus
from desktop.views.unfinished import Unfinished, read


class Offer(QFrame):
    """Shown while something is offered. It never takes the keyboard by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "offer")
        self._text = QLabel()
        self.take, self.drop = QPushButton(_("Open it")), QPushButton(_("Drop it"))
        self._take: Callable[[], object] = _nothing
        self._drop: Callable[[], object] = _nothing
        for button in (self.take, self.drop):
            button.setProperty("kind", "quiet")
        self.take.clicked.connect(lambda: self._answer(self._take))
        self.drop.clicked.connect(lambda: self._answer(self._drop))
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 2, 24, 2)
        row.addWidget(self._text, 1)
        row.addWidget(self.take)
        row.addWidget(self.drop)
        self.hide()

    @property
    def text(self) -> str:
        """What is offered."""
        return self._text.text()

    def offer(self, text: str, take: Callable[[], object], drop: Callable[[], object]) -> None:
        """Offer something; the band goes when it is taken or dropped."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self._take, self._drop = take, drop
        self.show()

    def _answer(self, deed: Callable[[], object]) -> None:
        self.hide()
        deed()


def _nothing() -> None:
    """Do nothing."""


def offer_form(band: Offer, focus: Focus, bridge: Bridge) -> None:
    """Offer the form that was open when the program ended, where the book keeps one."""
    text = bridge.open_form
    form = read(text)
    band.setVisible(form is not None)
    if form is None:
        return

    def drop() -> None:
        try:
            if bridge.open_form == text:
                bridge.book.keep(KIND, KEY, None)
        except Refusal as refusal:
            bridge.refused.emit(texts.refusal(refusal))

    drill = Drill(commitment=form.commitments[0] if form.commitments else "", form=form)
    band.offer(told(form, focus.board.catalogue), lambda: focus.drill(drill), drop)


def told(form: Unfinished, catalogue: Catalogue) -> str:
    """Return in one line which form it is, and how its words begin."""
    action = catalogue.actions.get(form.commitments[0].partition("@")[0]) if form.commitments else None
    what = texts.title(action) if action is not None else ""
    if len(form.commitments) > 1:
        what = _("{what} and others, {n} in all").format(what=what, n=len(form.commitments))
    words = (form.filled.note or form.filled.reason).strip().replace("\n", " ")
    if words:
        shown = words[:_SHOWN] + "…" * (len(words) > _SHOWN)
        return _("The form you were filling: {what}, “{words}”").format(what=what, words=shown)
    return _("The form you were filling: {what}").format(what=what)


_SHOWN = 30
