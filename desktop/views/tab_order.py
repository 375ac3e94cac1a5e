"""Where widgets that were made later stand in the order of Tab: Qt would put them last in the whole window."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_TAB = Qt.FocusPolicy.TabFocus


def stand_at(place: QWidget, stops: Sequence[QWidget]) -> None:
    """Let stops follow, in their order, whatever takes Tab before a place, which takes none itself."""
    before: QWidget | None = place.previousInFocusChain()
    while before is not None and before is not place and (before in stops or not takes_tab(before)):
        before = before.previousInFocusChain()
    if before is not None and before is not place:
        for one, other in pairwise((before, *stops)):
            QWidget.setTabOrder(one, other)


def takes_tab(widget: QWidget) -> bool:
    """Return whether Tab stops at a widget when it is there."""
    return widget.focusPolicy() & _TAB == _TAB and widget.focusProxy() is None


def hold_keyboard(page: QWidget | None) -> None:
    """Put the keyboard on the first part of a page that did not say which: it must not stand where nobody sees it."""
    if page is None:
        return
    here: QWidget | None = page.window().focusWidget()  # of this window: another, such as the palette, may have it now
    if here is None or here is page:
        first = next((part for part in _following(page) if page.isAncestorOf(part) and takes_tab(part)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.TabFocusReason)


def _following(place: QWidget) -> Iterator[QWidget]:
    """Give everything that follows a place in the order of Tab and can be seen, once round."""
    here = place.nextInFocusChain()
    while here is not None and here is not place:
        if here.isVisible() and here.isEnabled():
            yield here
        here = here.nextInFocusChain()
