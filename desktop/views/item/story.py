"""The story of a commitment on the screen, newest first."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from desktop.i18n import _
from desktop.models.journal import Evidence
from desktop.views import glyphs, icons, theme
from desktop.views.anew import Anew
from desktop.views.item.evidence_field import picture
from desktop.views.item.words import Passage

_FIRST = 20
_TILE, _PICTURE = 18, 56
Finder = Callable[[Evidence], Path | None]


def _label(text: str, **properties: str) -> QLabel:
    label = QLabel(text)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    for name, value in properties.items():
        label.setProperty(name, value)
    return label


class Story(Anew):
    """The passages of a story; the latest twenty at once, older ones on request."""

    def __init__(self, thumbnail: Finder, file: Finder) -> None:
        super().__init__()
        self._thumbnail, self._file = thumbnail, file
        self.setAccessibleName(_("History"))

    def tell(self, passages: list[Passage], shown: int = _FIRST) -> None:
        """Show a story given oldest first."""
        column = QVBoxLayout(self.fresh())
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        if not passages:
            column.addWidget(_label(_("Nothing has been done here yet."), type="small", tone="third"))
        for one in list(reversed(passages))[:shown]:
            column.addWidget(self._passage(one))
        if len(passages) > shown:
            more = QPushButton(_("{n} earlier entries").format(n=len(passages) - shown))
            more.setProperty("kind", "quiet")
            more.clicked.connect(lambda: self.tell(passages, len(passages)))
            column.addWidget(more)

    def _passage(self, one: Passage) -> QFrame:
        frame = QFrame()
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(_label(f"{one.when} · {one.by}", type="tiny", tone="third"))
        column.addLayout(self._deed(one))
        for words in one.words:
            column.addWidget(_label(words, type="small", tone="second"))
        if one.flags:
            column.addWidget(_label(" · ".join(one.flags), type="tiny", tone="warn"))
        for evidence in one.evidence:
            column.addWidget(self._evidence(evidence), 0, Qt.AlignmentFlag.AlignLeft)
        return frame

    def _deed(self, one: Passage) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(6)
        if one.status is not None:
            tile = QLabel()
            glyphs.show_on(tile, one.status, theme.current().px(_TILE))
            row.addWidget(tile, 0, Qt.AlignmentFlag.AlignTop)
        deed = _label(one.deed, tone="third" if one.undone else "")
        font = deed.font()
        font.setStrikeOut(one.undone)
        deed.setFont(font)
        row.addWidget(deed, 1)
        return row

    def _evidence(self, evidence: Evidence) -> QPushButton:
        button = QPushButton(evidence.name)
        button.setProperty("kind", "quiet")
        button.setToolTip(_("Open {name}").format(name=evidence.name))
        small = self._thumbnail(evidence)
        shown = picture(small, _PICTURE) if small else None
        button.setIcon(QIcon(shown) if shown and not shown.isNull() else icons.icon("attach", "accent"))
        button.setIconSize(QSize(_PICTURE, _PICTURE) if shown and not shown.isNull() else icons.extent(16))
        button.clicked.connect(lambda: self._open(evidence))
        return button

    def _open(self, evidence: Evidence) -> None:
        path = self._file(evidence)
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
