"""Covering a photo before it is attached: black boxes over faces and papers."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.photos import Cover
from desktop.views import theme
from desktop.views.item.cover_canvas import Canvas

_SEEN = 1600
"""Pixels to which a large photo is read: as much as is kept."""
_WIDTH, _HEIGHT = 760, 560


class CoverDialog(QDialog):
    """Shows one photo upright and takes boxes. `covered(tuple of Cover)` when the person is done with it."""

    covered = Signal(object)

    def __init__(self, path: Path, covers: tuple[Cover, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Cover parts of {file}").format(file=path.name))
        self.canvas = Canvas(_read(path), covers)
        self._build()
        self.canvas.changed.connect(self._count)
        self._count()
        look = theme.current()
        self.resize(look.px(_WIDTH), look.px(_HEIGHT))
        self.canvas.setFocus()

    def _build(self) -> None:
        words = QLabel(_("Draw black boxes over faces, names and papers. What lies under them is not kept."))
        words.setWordWrap(True)
        keys = QLabel(_("By keyboard: Insert a box · arrows move it · Shift+arrows stretch it · Page Down the next"))
        keys.setProperty("type", "tiny")
        keys.setProperty("tone", "second")
        keys.setWordWrap(True)
        self.remove, self.undo = QPushButton(_("Remove box")), QPushButton(_("Undo"))
        self.drop, self.use = QPushButton(_("Cancel")), QPushButton()
        self.use.setProperty("kind", "primary")
        self.use.setDefault(True)
        for button, deed in (
            (self.remove, self.canvas.remove), (self.undo, self.canvas.take_back),
            (self.drop, self.reject), (self.use, self._finish),
        ):  # fmt: skip
            button.clicked.connect(deed)
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addWidget(self.undo)
        foot.addStretch(1)
        foot.addWidget(self.drop)
        foot.addWidget(self.use)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        column.addWidget(words)
        column.addWidget(self.canvas, 1)
        column.addWidget(keys)
        column.addLayout(foot)

    def _count(self) -> None:
        count = len(self.canvas.covers)
        self.remove.setEnabled(count > 0)
        self.use.setText(_("Use with {n} boxes  ⏎").format(n=count) if count else _("Use as it is  ⏎"))

    def _finish(self) -> None:
        self.covered.emit(tuple(self.canvas.covers))
        self.accept()


def _read(path: Path) -> QImage:
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > _SEEN:
        reader.setScaledSize(size.scaled(_SEEN, _SEEN, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
