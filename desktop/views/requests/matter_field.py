"""The field for the matter: Chinese, pinyin initials or a code find it among the actions that a window offers."""

import json
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desktop import texts
from desktop.i18n import _, language
from desktop.models.catalogue import Catalogue, ServiceAction
from desktop.models.refusals import Refusal
from desktop.search.target import Target
from desktop.views.bridge import Bridge
from desktop.views.named_parts import name_line
from desktop.views.palette.offer import Kind, Offer
from desktop.views.palette.palette import Palette

_ESC = Qt.Key.Key_Escape
_KIND = "action"
_KEPT, _RECENT = "palette", "recent"
_RECENT_MATTERS = "recent-matters"


class MatterField(QLineEdit):
    """Finds an action while it is typed. `chosen(action id)` by Enter or a click, empty when it is typed over.

    Esc closes the list; where there is none, `left` asks for the form to be left.
    """

    chosen = Signal(str)
    left = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self._bridge = bridge
        self._actions: dict[str, ServiceAction] = {}
        self.action = ""
        """The id of the chosen action, empty for none."""
        self.setAccessibleName(_("Matter"))
        self.setPlaceholderText(_("Part of the name, pinyin initials or number"))
        self.setToolTip(self.placeholderText())
        self.setClearButtonEnabled(True)
        name_line(self)
        self.textEdited.connect(self._on_typed)
        self._palette: Palette | None = None

    def stand(self) -> None:
        """Get the list ready, once the field stands in its dialog."""
        kind = Kind(_KIND, _("Action"), "check", self.choose, self._targets)
        self._palette = Palette(self, Offer((kind,), (), lambda: None, self, filters=False), self._stay)
        self.installEventFilter(self)

    def offer(self, catalogue: Catalogue, window: str) -> None:
        """Offer the actions of a window; a chosen one that it does not offer is chosen no more."""
        kind = catalogue.windows[window].kind if window in catalogue.windows else ""
        self._actions = {one.id: one for one in catalogue.actions.values() if kind in one.kinds}
        if self.action and self.action not in self._actions:
            self.clear_choice()

    def choose(self, action: str) -> None:
        """Choose an action by its id, as the list would."""
        found = self._actions.get(action)
        if found is None:
            return
        self.action = action
        self.setText(f"{found.code}  {texts.title(found)}")
        self.setCursorPosition(0)
        self.chosen.emit(action)

    def clear_choice(self) -> None:
        """Choose nothing, and empty the field."""
        self.action = ""
        self.clear()
        self.chosen.emit("")

    @property
    def marked(self) -> str:
        """The id of the action that is marked in the open list, empty for none."""
        row = self._palette.popup.current if self._palette is not None else None
        return row.target.id if row is not None and row.target is not None else ""

    def settle(self) -> None:
        """Choose what is marked in the open list, so that a form can be sent from here."""
        if marked := self.marked:
            self.close_list()
            self.choose(marked)

    def begin(self) -> None:
        """Take the keyboard and show the matters chosen of late."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._palette is not None and not self.action and self.recall(_RECENT):
            self._palette.open()

    def close_list(self) -> None:
        """Close the list."""
        if self._palette is not None:
            self._palette.close()

    @property
    def is_listing(self) -> bool:
        """Whether the list is open."""
        return self._palette is not None and self._palette.popup.isVisible()

    @property
    def is_ready(self) -> bool:
        """Whether the open list has something marked that Enter would choose."""
        return self.is_listing and self._palette is not None and self._palette.popup.current is not None

    def _stay(self) -> None:
        """Keep the keyboard: the list was left without a choice, or a choice is just being made."""

    def _targets(self) -> Sequence[Target]:
        return [
            Target(_KIND, one.id, texts.title(one), one.code, (one.title_zh,) if language() == "en" else ())
            for one in self._actions.values()
        ]

    def _on_typed(self) -> None:
        if self.action:
            self.action = ""
            self.chosen.emit("")

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Close the list by Esc; leave the form where none is open."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or event.key() != _ESC:
            return super().eventFilter(watched, event)
        if self.is_listing:
            self.close_list()
        else:
            self.left.emit()
        return True

    # Memory: readings are the palette's own, what was chosen of late is kept apart

    def recall(self, name: str) -> str | None:
        """Return what was kept in the book. Called on any thread."""
        try:
            return self._bridge.book.kept(_KEPT, _own(name)) if self._bridge.is_open else None
        except Refusal:
            return None

    def keep(self, name: str, text: str) -> None:
        """Keep something in the book; readings join those that are there. Called on any thread."""
        try:
            if self._bridge.is_open:
                self._bridge.book.keep(_KEPT, _own(name), text if name == _RECENT else _joined(self.recall(name), text))
        except Refusal:
            return


def _own(name: str) -> str:
    return _RECENT_MATTERS if name == _RECENT else name


def _joined(before: str | None, text: str) -> str:
    try:
        return json.dumps({**json.loads(before or "{}"), **json.loads(text)})
    except (ValueError, TypeError):
        return text
