"""The list of keys (F1): every deed of the register that has a key, and what tables and forms listen to themselves."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import _, mark
from desktop.views import theme
from desktop.views.deeds import MENUS, Deed, Register
from desktop.views.dialog import Dialog

_WIDTH, _HEIGHT = 900, 600
_CAPS = 132
"""Room for the keys, so that what they do stands in one line."""

_TABLES = (
    ("↑ ↓ ← →", mark("go from item to item")),
    ("Shift+↑ ↓ ← →", mark("choose several")),
    ("Ctrl+A", mark("choose all that is shown")),
    ("Enter", mark("to the panel beside the table")),
    ("Shift+F10", mark("everything that can be done with it")),
    ("Tab", mark("on to the next part of the window")),
)
_FORMS = (
    ("Enter", mark("do it")),
    ("Shift+Enter", mark("a new line")),
    ("↓", mark("in an empty field: the words used last")),
    ("Ctrl+V", mark("evidence: take copied files")),
    ("Esc", mark("put the form by; its words are kept")),
)

Rows = Sequence[tuple[str, str]]


def groups(register: Register, page: str) -> list[tuple[str, Rows]]:
    """Return the keys in groups: title, and for each its key and what it does; empty groups are left out."""
    found = [(page, _of(register.page))]
    for menu, title in MENUS.items():
        rows = _of(deed for deed in register.usual if deed.menu == menu)
        found.append((_(title).split("(")[0].replace("&", ""), rows))
    found.append((_("In tables"), [(key, _(does)) for key, does in _TABLES]))
    found.append((_("In forms"), [(key, _(does)) for key, does in _FORMS]))
    return [(title, rows) for title, rows in found if rows]


def _of(deeds: Iterable[Deed]) -> Rows:
    return [(deed.shown_key, deed.title.rstrip("…")) for deed in deeds if deed.shown_key]


class KeySheet(Dialog):
    """The keys in two columns. It does not stop the program; Esc or F1 closes it."""

    def __init__(self, parent: QWidget, register: Register, page: str) -> None:
        super().__init__(parent, _WIDTH, _HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keys"))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setAccessibleName(_("Keys"))
        scroll.setWidget(self._sheet(groups(register, page)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)

    def _sheet(self, found: Sequence[tuple[str, Rows]]) -> QWidget:
        sheet = QWidget()
        row = QHBoxLayout(sheet)
        row.setContentsMargins(28, 22, 28, 22)
        row.setSpacing(40)
        for part in _halves(found):
            column = QVBoxLayout()
            column.setSpacing(18)
            for title, rows in part:
                column.addLayout(_group(title, rows))
            column.addStretch(1)
            row.addLayout(column, 1)
        return sheet


def _halves(found: Sequence[tuple[str, Rows]]) -> tuple[Sequence[tuple[str, Rows]], Sequence[tuple[str, Rows]]]:
    """Return the groups in two parts of about the same height."""
    heights = [len(rows) + 2 for _title, rows in found]
    cut = min(range(len(found) + 1), key=lambda n: abs(sum(heights[:n]) - sum(heights[n:])))
    return found[:cut], found[cut:]


def _group(title: str, rows: Rows) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(18)
    grid.setVerticalSpacing(7)
    grid.setColumnMinimumWidth(0, theme.current().px(_CAPS))
    grid.setColumnStretch(1, 1)
    head = QLabel(title)
    head.setProperty("weight", "strong")
    grid.addWidget(head, 0, 0, 1, 2)
    for at, (key, does) in enumerate(rows, 1):
        cap, words = QLabel(key), QLabel(does)
        cap.setProperty("kind", "keycap")
        words.setWordWrap(True)
        grid.addWidget(cap, at, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(words, at, 1)
    return grid
