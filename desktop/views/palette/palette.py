"""The palette: a search field with a list under it, from a key press to where it leads."""

import json
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.search.target import Key, Target
from desktop.views.palette.finder import Finder
from desktop.views.palette.listing import Lister
from desktop.views.palette.offer import Offer
from desktop.views.palette.popup import Popup
from desktop.views.palette.rows import Row

_RECENT = "recent"
_REMEMBERED = 20
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WALK = (
    Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Home, Qt.Key.Key_End,
)  # fmt: skip
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_STAYS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
"""Why the field may lose the keyboard and the list stay: it comes back by itself."""
_SYLLABLE_MARKS = str.maketrans("", "", "' ’")
"""What input methods put between the syllables of what is not yet a character."""


class Palette(QObject):
    """Makes a search field the palette. Enter without a choice is left to the field, as is everything it knows itself.

    `back` gives the keyboard to the page when there is nothing else to give it back to.
    """

    def __init__(self, field: QLineEdit, offer: Offer, back: Callable[[], object]) -> None:
        super().__init__(field)
        self._field, self._offer, self._back = field, offer, back
        self._came_from: QWidget | None = None
        self._preedit = ""
        self._recent: list[Key] = []
        self._is_unchosen = self._has_walked = False
        self._waits = False
        self.finder = Finder(offer, self)
        self.popup = Popup(_ground(field))
        self._lister = Lister(offer, self.finder)
        field.installEventFilter(self)
        field.textEdited.connect(self._on_text)
        self.finder.renewed.connect(self._on_renewed)
        self.popup.picked.connect(self._choose)
        self.popup.left.connect(self.close)

    # Opening and closing

    def came_from(self, widget: QWidget | None) -> None:
        """Remember who had the keyboard before the field."""
        if widget is not None:
            self._came_from = widget

    def open(self) -> None:
        """Show what there is, and look whether there is something else to be found."""
        if not self.popup.isVisible():
            self._recent = self._recall()
            self.finder.renew()
        self._list()

    def close(self) -> None:
        """Hide the list."""
        self._waits = False
        self.popup.hide()
        # hidden lines would still be there for readers of the screen
        self.popup.show_rows((), -1)
        self._say()

    def _leave(self) -> None:
        """Close, and give the keyboard back where it was."""
        self.close()
        self._field.clear()
        was = self._came_from
        if was is not None and shiboken6.isValid(was) and was.isVisible():
            was.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._back()

    # What is typed

    @property
    def query(self) -> str:
        """What is typed, with what an input method has not yet made into characters."""
        text, at = self._field.text(), self._field.cursorPosition()
        return (text[:at] + self._preedit.translate(_SYLLABLE_MARKS) + text[at:]).strip()

    def _on_text(self) -> None:
        self._is_unchosen = self._has_walked = self._waits = False
        self.open()

    def _on_renewed(self) -> None:
        if self.popup.isVisible():
            self._list(self.popup.current)
            if self._waits and not self.finder.is_busy:
                self._waits = False
                self._enter()

    def _list(self, walked_to: Row | None = None) -> None:
        """Show the lines for what is typed; choose the best, or the one to which the person had walked."""
        rows = self._lister.rows(self.query, self._recent)
        chosen = -1 if self._is_unchosen else self._lister.first(self.query, rows)
        if walked_to is not None and self._has_walked and walked_to in rows:
            chosen = rows.index(walked_to)
        self.popup.show_rows(rows, chosen)
        self.popup.open_under(self._field)
        self._say()

    def _say(self) -> None:
        """Tell readers of the screen which line is chosen."""
        row = self.popup.current
        said = row.spoken if row is not None else ""
        if said != self._field.accessibleDescription():
            self._field.setAccessibleDescription(said)
            if said:
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._field, said))

    # Going there

    def _choose(self) -> None:
        row = self.popup.current
        if row is None:
            return
        if row.target is None:
            self.close()
            self._field.returnPressed.emit()
            return
        self._leave()
        self._remember(row.target)
        kind = self._offer.kind(row.target.kind)
        if kind is not None:
            kind.go(row.target.id)

    def _enter(self) -> None:
        if self.popup.current is not None:
            self._choose()
        else:
            self.close()
            self._field.returnPressed.emit()

    def _remember(self, target: Target) -> None:
        others = [key for key in self._recent if key != target.key]
        self._recent = [target.key, *others][:_REMEMBERED]
        self._offer.memory.keep(_RECENT, json.dumps(self._recent))

    def _recall(self) -> list[Key]:
        try:
            found = json.loads(self._offer.memory.recall(_RECENT) or "[]")
            return [(str(kind), str(key)) for kind, key in found]
        except (ValueError, TypeError):
            return []

    # Keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hear what the field hears, before the field does."""
        kind = event.type()
        if kind == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._overrides(event)
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if kind == QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._on_preedit(event.preeditString())
        elif kind == QEvent.Type.MouseButtonPress and not self.popup.isVisible():
            self.open()
        elif kind == QEvent.Type.FocusOut and isinstance(event, QFocusEvent) and event.reason() not in _STAYS:
            self.close()
        return False

    def _overrides(self, event: QKeyEvent) -> bool:
        """Take Esc before it means anything to the window; leave Ctrl+K, which Qt's fields cut lines with, to it."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        if event.key() == Qt.Key.Key_K and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return True
        return False

    def _on_preedit(self, preedit: str) -> None:
        if preedit != self._preedit:
            self._preedit = preedit
            self._is_unchosen = self._has_walked = self._waits = False
            if preedit or self.popup.isVisible():
                self.open()

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if self._preedit:
            return self._while_composing(key)
        if key == Qt.Key.Key_Escape:
            self._leave()
            return True
        if key in _WALK and event.modifiers() in _PLAIN:
            return self._walk(key)
        return key in _ENTER and self._on_enter()

    def _while_composing(self, key: Qt.Key) -> bool:
        """While characters are still being made no key chooses a line; Enter only ends the making."""
        if key in _ENTER:
            QGuiApplication.inputMethod().commit()
            return True
        return False

    def _walk(self, key: Qt.Key) -> bool:
        if not self.popup.isVisible():
            if key == Qt.Key.Key_Down:
                self.open()
            return key == Qt.Key.Key_Down
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self.popup.current is None:
            return False
        self.popup.walk(key)
        self._has_walked = True
        self._is_unchosen = self.popup.current is None
        self._say()
        return True

    def _on_enter(self) -> bool:
        """Go to the chosen line. While names are still being read, wait for them rather than find nothing."""
        if self.popup.current is not None:
            self._choose()
            return True
        self._waits = self.popup.isVisible() and self.finder.is_busy and bool(self.query) and not self._is_unchosen
        if not self._waits:
            self.close()
        return self._waits


def _ground(field: QWidget) -> QWidget:
    """Return what fills the window of a field. The list stands in it, so that a cover takes it away with the rest."""
    here = field
    while (above := here.parentWidget()) is not None and not above.isWindow():
        here = above
    return here
