"""Tab goes round every page and every dialog: in the order of reading, everywhere, visibly, and never into a trap."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDateEdit, QMenu, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop.app.application import Application
from desktop.models.vocabulary import Role
from tests import books
from tests.views.walk import Stop, Walk, settle

Start = Callable[..., Application]
_MOST, _PARTS = 150, 80
_SEEN = 1000
"""Bits that differ between a part with the keyboard and the same part without it: more than a text cursor has."""


def named(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return f"{type(widget).__name__} {(widget.accessibleName() or text).strip()!r}"


def place(widget: QWidget, root: QWidget) -> QRect:
    return QRect(widget.mapTo(root, QPoint(0, 0)), widget.size())


class Round:
    """One round of Tab through a window."""

    def __init__(self, root: QWidget) -> None:
        self.root = root
        self.stops: list[QWidget] = []
        self.unseen: list[str] = []
        self.closes = False
        settle()
        for _time in range(3):
            self.stops, self.unseen = [], []
            if self._go() and all(isValid(one) for one in self.stops):
                break
            settle()  # the panel has read another item: its buttons are others

    def _go(self) -> bool:
        """Go round once. Return whether nothing went away meanwhile."""
        here = self._first()
        while here is not None and here not in self.stops and len(self.stops) < _MOST:
            self.stops.append(here)
            spot = place(here, self.root).adjusted(-3, -3, 3, 3)
            before = self.root.grab(spot).toImage()
            here = self._next(here)
            if not isValid(self.stops[-1]):
                return False
            if here is not self.stops[-1] and differing(before, self.root.grab(spot).toImage()) < _SEEN:
                self.unseen.append(named(self.stops[-1]))
        self.closes = bool(self.stops) and here is not None and _group(here) is _group(self.stops[0])
        return True

    def _next(self, here: QWidget) -> QWidget | None:
        """Go on. Parts of a date and links of a text come before what stands after them."""
        for _part in range(_PARTS):
            QTest.keyClick(here, Qt.Key.Key_Tab)
            QApplication.processEvents()
            if QApplication.focusWidget() is not here or not isinstance(here, QDateEdit | QTextBrowser):
                break
        return QApplication.focusWidget()

    def _first(self) -> QWidget | None:
        here = QApplication.focusWidget()
        if here is None or here.window() is not self.root:
            while not self.root.isActiveWindow():
                self.root.activateWindow()
                QApplication.processEvents()
            if QApplication.focusWidget() is None:
                QTest.keyClick(self.root, Qt.Key.Key_Tab)
        return QApplication.focusWidget()

    def back(self) -> list[QWidget]:
        """Return the stops of the way back."""
        found: list[QWidget] = []
        for _stop in self.stops:
            QTest.keyClick(
                QApplication.focusWidget() or self.root, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier
            )
            if (here := QApplication.focusWidget()) is not None:
                found.append(here)
        return found

    def missed(self) -> list[str]:
        """Return what Tab should have come to; of an exclusive group one button is enough."""
        groups = {_group(one) for one in self.stops}
        return [named(one) for one in _wanted(self.root) if one not in self.stops and _group(one) not in groups]

    def astray(self) -> list[str]:
        """Return steps against the order of reading: upwards, or to the left on one line. One leads back to the top."""
        steps = [f"{named(a)} > {named(b)}" for a, b in pairwise([*self.stops, *self.stops[:1]]) if _is_astray(a, b)]
        return steps if len(steps) > 1 else []

    def hidden(self) -> list[str]:
        """Return stops that cannot be seen."""
        return [named(one) for one in self.stops if one.visibleRegion().isEmpty()]


def _group(widget: QWidget) -> object:
    if not isinstance(widget, QAbstractButton):
        return widget
    group: object = widget.group()
    return group if group is not None else widget.parentWidget() if widget.autoExclusive() else widget


def _wanted(root: QWidget) -> Iterator[QWidget]:
    tab = Qt.FocusPolicy.TabFocus
    for one in root.findChildren(QWidget):
        parent = one.parentWidget()
        is_there = one.window() is root and one.isVisible() and one.isEnabled()
        is_stop = is_there and one.focusPolicy() & tab == tab and one.focusProxy() is None
        if is_stop and (parent is None or parent.focusProxy() is not one):
            yield one


def _is_astray(one: QWidget, other: QWidget) -> bool:
    """Compare the two parts of their nearest common ground in which they stand."""
    ground = one
    while not ground.isAncestorOf(other):
        parent = ground.parentWidget()
        if parent is None:
            return False
        ground = parent
    if ground in (one, other):
        return False
    parts = ground.findChildren(QWidget, options=_DIRECT)
    a, b = (next(part for part in parts if part is end or part.isAncestorOf(end)) for end in (one, other))
    return _is_before(b.geometry(), a.geometry())


def _is_before(b: QRect, a: QRect) -> bool:
    is_higher = b.bottom() <= a.top() and b.left() < a.right()
    on_one_line = min(a.bottom(), b.bottom()) - max(a.top(), b.top()) > min(a.height(), b.height()) / 2
    return is_higher or (on_one_line and b.right() <= a.left())


_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly


def differing(one: QImage, other: QImage) -> int:
    """Return in how many bits two pictures of the same size differ."""
    if one.isNull() or one.size() != other.size():
        return 0
    a, b = (int.from_bytes(bytes(image.constBits()), "big") for image in (one, other))
    return (a ^ b).bit_count()


@pytest.fixture
def steady(qapp: QApplication) -> Iterator[None]:
    """Keep the text cursor from blinking."""
    before = qapp.cursorFlashTime()
    qapp.setCursorFlashTime(0)
    yield
    qapp.setCursorFlashTime(before)


def test_tab_goes_round_in_the_order_of_reading_and_can_be_seen(program: Start, steady: None, qtbot: QtBot) -> None:
    application = program()
    application.preferences.sit(Role.BUREAU, books.BUREAU.officer)
    found: dict[str, list[str]] = {}
    known: set[frozenset[str]] = set()
    for stop in Walk(application).stops():
        stops = frozenset(re.sub(r"\d+", "", named(one)) for one in _wanted(stop.root.window()))
        is_new = stops not in known and not isinstance(stop.root, QMenu)
        known.add(stops)
        application.window.toast.hide()
        if is_new and QApplication.activeModalWidget() in (None, stop.root):
            found |= {f"{stop.name}: {fault}": ways for fault, ways in _faults(stop).items() if ways}
    assert found == {}


def _faults(stop: Stop) -> dict[str, list[str]]:
    around = Round(stop.root.window())
    back = around.back()
    return {
        "does not close": [] if around.closes else [named(one) for one in around.stops[-2:]],
        "not reached": around.missed(),
        "not seen": around.unseen,
        "out of sight": around.hidden(),
        "against the order of reading": around.astray(),
        "another way back": [named(one) for one in back if one not in around.stops],
    }
