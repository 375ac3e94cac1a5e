"""The field for evidence: files dropped, pasted or chosen, each with a small picture, taken out again by a click."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QIcon, QImageReader, QKeyEvent, QKeySequence, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
)

from desktop.i18n import _
from desktop.models.photos import Cover
from desktop.views import brought, icons, theme
from desktop.views.elided_button import ElidedButton
from desktop.views.item.cover import CoverDialog

_PICTURE = 40
_COVERS = Qt.ItemDataRole.UserRole.value + 1


def picture(path: Path, size: int) -> QPixmap:
    """Return a small upright picture of an image file; a null pixmap for what is none."""
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    full = reader.size()
    if full.isValid():
        reader.setScaledSize(full.scaled(size, size, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())


class EvidenceField(QFrame):
    """Files to be attached, as paths. `changed` when files came or went, `sent` on Enter once there are some.

    Enter without files opens the file chooser, so that a report in place needs no mouse.
    """

    changed = Signal()
    sent = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "drop")
        self.setAcceptDrops(True)
        self._folder = ""
        self.list = QListWidget()
        self.list.setAccessibleName(_("Files to attach"))
        self.list.setIconSize(QSize(_PICTURE, _PICTURE))
        self.list.setToolTip(_("Delete takes a file out again; a double click covers parts of a photo"))
        self.list.itemDoubleClicked.connect(self._cover)
        self.list.hide()
        self.button = ElidedButton(_("Choose files, or drop them here"))
        self.button.explain(_("Photos, scans, documents; Ctrl+V pastes copied files"))
        self.button.clicked.connect(self._choose)
        self.cover = ElidedButton(_("Cover…"))
        self.cover.explain(_("Black boxes over faces, names and papers; what lies under them is not kept"))
        self.cover.clicked.connect(self._cover_chosen)
        self.cover.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.list)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.button, 1)
        row.addWidget(self.cover)
        column.addLayout(row)
        self.tint()
        theme.current().changed.connect(self.tint)

    def tint(self) -> None:
        """Tint the icon by the theme in use."""
        self.button.setIcon(icons.icon("attach", "accent"))
        self.cover.setIcon(icons.icon("eye", "accent"))

    @property
    def paths(self) -> tuple[Path, ...]:
        """The chosen files."""
        return tuple(Path(self.list.item(row).data(Qt.ItemDataRole.UserRole)) for row in range(self.list.count()))

    @property
    def covers(self) -> dict[Path, tuple[Cover, ...]]:
        """What is covered in the chosen photos."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return {Path(item.data(Qt.ItemDataRole.UserRole)): item.data(_COVERS) for item in items if item.data(_COVERS)}

    def add(self, paths: list[Path]) -> None:
        """Add files; what is no file, or there already, is left out."""
        there = set(self.paths)
        for path in paths:
            if path.is_file() and path not in there:
                there.add(path)
                self._append(path)
        self._show_list()

    def _append(self, path: Path) -> None:
        item = QListWidgetItem(path.name)
        item.setData(Qt.ItemDataRole.UserRole, str(path))
        item.setToolTip(str(path))
        small = picture(path, _PICTURE)
        item.setIcon(icons.icon("attach") if small.isNull() else QIcon(small))
        item.setData(_COVERS, None if small.isNull() else ())
        self.list.addItem(item)

    def clear(self) -> None:
        """Take all files out."""
        brought.forget(self.paths)
        self.list.clear()
        self._show_list()

    def _show_list(self) -> None:
        count = self.list.count()
        self.list.setVisible(count > 0)
        self.list.setFixedHeight(min(count, 3) * theme.current().px(_PICTURE + 10) + 2)
        self.cover.setVisible(self._photo() is not None)
        self.button.setText(_("Choose more files") if count else _("Choose files, or drop them here"))
        self.changed.emit()

    def _photo(self) -> QListWidgetItem | None:
        """Return the photo to be covered: the current one, or the first."""
        items = [self.list.item(row) for row in range(self.list.count())]
        photos = [item for item in items if item.data(_COVERS) is not None]
        return next((item for item in photos if item is self.list.currentItem()), photos[0] if photos else None)

    def _cover_chosen(self) -> None:
        photo = self._photo()
        if photo is not None:
            self._cover(photo)

    def _cover(self, item: QListWidgetItem) -> None:
        """Show a photo for covering; any other file is left alone."""
        if item.data(_COVERS) is None:
            return
        dialog = CoverDialog(Path(item.data(Qt.ItemDataRole.UserRole)), item.data(_COVERS), self.window())
        dialog.covered.connect(lambda covers: self._take_covers(item, covers))
        dialog.finished.connect(lambda _code: self.list.setFocus())
        dialog.open()

    def _take_covers(self, item: QListWidgetItem, covers: tuple[Cover, ...]) -> None:
        path = Path(item.data(Qt.ItemDataRole.UserRole))
        item.setData(_COVERS, covers)
        item.setText(_("{file} · {n} covered").format(file=path.name, n=len(covers)) if covers else path.name)

    def _choose(self) -> None:
        kinds = _(
            "Photos and documents (*.jpg *.jpeg *.png *.pdf *.doc *.docx *.wps *.xls *.xlsx *.et *.txt);;All files (*)"
        )
        names, _kind = QFileDialog.getOpenFileNames(self, _("Evidence"), self._folder, kinds)
        if names:
            self._folder = str(Path(names[0]).parent)
            self.add([Path(name) for name in names])

    def paste(self) -> bool:
        """Add files copied in the file manager, or a copied picture. Return whether there was anything."""
        files = brought.with_picture(QApplication.clipboard().mimeData())
        self.add(files)
        return bool(files)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.list.currentRow()
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and row >= 0:
            self.list.takeItem(row)
            self._show_list()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.paths:
                self.sent.emit()
            else:
                self._choose()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if brought.files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        self.add(brought.files(event.mimeData()))
        event.acceptProposedAction()
