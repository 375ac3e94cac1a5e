"""Several matters of a window, chosen one after another: found as in the form for a new request, listed under it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models.catalogue import Catalogue
from desktop.views import icons
from desktop.views.anew import Anew
from desktop.views.bridge import Bridge
from desktop.views.elided_button import ElidedButton
from desktop.views.requests.matter_field import MatterField


class MatterList(QWidget):
    """A field that finds a matter, and those chosen so far; a click takes one out again.

    `left` on Esc, `grown` with each that is chosen.
    """

    left = Signal()
    grown = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.field, self._listed = MatterField(bridge), Anew()
        self.field.setAccessibleName(_("Further matter"))
        self._catalogue: Catalogue | None = None
        self._stands = False
        self.ids: tuple[str, ...] = ()
        """The ids of the actions chosen, in the order in which they were."""
        self.buttons: list[QPushButton] = []
        self.setFocusProxy(self.field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.field)
        column.addWidget(self._listed)
        self.field.chosen.connect(self._on_chosen)
        self.field.left.connect(self.left)

    def offer(self, catalogue: Catalogue, window: str) -> None:
        """Offer the matters of a window, none of them chosen."""
        if not self._stands:
            self._stands = True
            self.field.stand()
        self._catalogue = catalogue
        self.field.offer(catalogue, window)
        self._show(())

    def clear(self) -> None:
        """Choose nothing."""
        if self.ids:
            self._show(())
        self.field.clear()

    def _on_chosen(self, action: str) -> None:
        if action:
            self._show(tuple(dict.fromkeys((*self.ids, action))))
            self.field.clear_choice()

    def _show(self, ids: tuple[str, ...]) -> None:
        self.ids, self.buttons = ids, []
        column = QVBoxLayout(self._listed.fresh())
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for action in ids:
            found = self._catalogue.actions.get(action) if self._catalogue is not None else None
            button = ElidedButton(f"{found.code}  {texts.title(found)}" if found is not None else action)
            button.setProperty("kind", "filter")
            button.setIcon(icons.icon("close", "accent"))
            button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            button.explain(_("Click: take it out again"))
            button.clicked.connect(lambda _on=False, one=action: self._show(tuple(x for x in self.ids if x != one)))
            self.buttons.append(button)
            column.addWidget(button)
        self._listed.setVisible(bool(ids))
        self.grown.emit()
