"""Every text that a person can read or hear of a widget, and what of it was never translated."""

import re
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from tests.disguise import undisguised

_ROWS = 40
_ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_KEYS = re.compile(
    r"(Ctrl|Shift|Alt)\+(Shift\+)?[\w/↑↓←→]+|\b(F\d+|Enter|Esc|Tab|Del|Delete|Insert|PageUp|PageDown|Home|End|PgUp|PgDown|Space)\b|KiB|MiB|↑|↓|←|→"
)
_MARKUP = re.compile(r"<[^<>]*>|&\w+;|&")
_NUMBERS = re.compile(r"\b[0-9A-Z]{5}\b|(?<!\w)/[\w./-]+|\d{4}-\d\d-\d\d|\d+")


def said(root: QWidget) -> Iterator[tuple[str, str]]:
    """Give every text below a widget with the place where it stands."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.window() is root.window() and widget.isVisible():
            for kind, text in _of(widget):
                if text.strip():
                    yield f"{type(widget).__name__}.{kind}", text


def _of(widget: QWidget) -> Iterator[tuple[str, str]]:
    yield "tip", widget.toolTip()
    yield "name", widget.accessibleName()
    yield "description", widget.accessibleDescription()
    yield "status tip", widget.statusTip()
    yield "what's this", widget.whatsThis()
    if widget.isWindow():
        yield "title", widget.windowTitle()
    if isinstance(widget, QLabel | QAbstractButton):
        yield "text", widget.text()
    elif isinstance(widget, QLineEdit):
        yield "placeholder", widget.placeholderText()
        yield "text", widget.text()
    elif isinstance(widget, QPlainTextEdit):
        yield "placeholder", widget.placeholderText()
    elif isinstance(widget, QGroupBox):
        yield "title", widget.title()
    elif isinstance(widget, QMenu | QMenuBar):
        for action in widget.actions():
            yield "action", action.text()
    else:
        yield from _of_many(widget)


def _of_many(widget: QWidget) -> Iterator[tuple[str, str]]:
    if isinstance(widget, QTabBar):
        for tab in range(widget.count()):
            yield "tab", widget.tabText(tab)
            yield "tab tip", widget.tabToolTip(tab)
    elif isinstance(widget, QComboBox):
        for row in range(min(widget.count(), _ROWS)):
            yield "item", widget.itemText(row)
    elif isinstance(widget, QHeaderView):
        yield from _of_header(widget)
    elif isinstance(widget, QAbstractItemView):
        for text in _of_model(widget.model()):
            yield "cell", text


def _of_header(header: QHeaderView) -> Iterator[tuple[str, str]]:
    model = header.model()
    for section in range(min(header.count(), _ROWS)):
        for role in _ROLES:
            text = model.headerData(section, header.orientation(), role)
            if isinstance(text, str):
                yield "head", text


def _of_model(model: QAbstractItemModel) -> Iterator[str]:
    for row in range(min(model.rowCount(), _ROWS)):
        for column in range(1 if isinstance(model, QAbstractListModel) else min(model.columnCount(), _ROWS)):
            for role in _ROLES:
                text = model.index(row, column).data(role)
                if isinstance(text, str):
                    yield text


def untranslated(text: str, data: Iterable[str], letters: str) -> str:
    """Return what is left of a text without the words of the disguise, the data, keys, markup and numbers.

    `letters` is the class of letters that must not be left, for instance `A-Za-z`.
    """
    rest = _MARKUP.sub("", undisguised(text))
    for word in sorted(data, key=len, reverse=True):
        rest = rest.replace(word, " ")
    rest = _NUMBERS.sub(" ", _KEYS.sub(" ", rest))
    return " ".join(re.findall(f"[{letters}]{{2,}}", rest))
