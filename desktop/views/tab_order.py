"""Where widgets that were made later stand in the order of Tab: Qt would put them last in the whole window."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

_TAB = Qt.FocusPolicy.TabFocus


def stand_at(place: QWidget, stops: Sequence[QWidget]) -> None:
    """Let stops follow, in their order, whatever takes Tab before a place, which takes none itself."""
    before: QWidget | None = place.previousInFocusChain()
    while before is not None and before is not place and not _takes_tab(before, stops):
        before = before.previousInFocusChain()
    if before is not None and before is not place:
        for one, other in pairwise((before, *stops)):
            QWidget.setTabOrder(one, other)


def _takes_tab(widget: QWidget, but: Sequence[QWidget]) -> bool:
    return widget not in but and widget.focusPolicy() & _TAB == _TAB and widget.focusProxy() is None
