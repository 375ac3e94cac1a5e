"""Two small dialogs about views: a name for a new one, and all of them to be renamed, deleted, put in order."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import _
from desktop.views import theme
from desktop.views.ordered_list import OrderedList
from desktop.views.shelf import LONGEST, Shelf, View

_WIDTH, _LIST_HEIGHT = 460, 300
_ID = Qt.ItemDataRole.UserRole


class NameDialog(QDialog):
    """Asks for a name. `named(text)` when one was given. It does not stop the program."""

    named = Signal(str)

    def __init__(self, parent: QWidget, title: str, name: str) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.current().px(_WIDTH - 60))
        self.field = QLineEdit(name)
        self.field.setMaxLength(LONGEST)
        label = QLabel(_("&Name of the view"))
        label.setBuddy(self.field)
        self.field.setAccessibleName(_("Name of the view"))
        hint = QLabel(_("It keeps filters, groups, order and columns as they are now, in this book."))
        hint.setProperty("type", "tiny")
        hint.setProperty("tone", "second")
        hint.setWordWrap(True)
        buttons = QDialogButtonBox()
        self.ok = buttons.addButton(_("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.ok.setProperty("kind", "primary")
        buttons.addButton(_("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(10)
        for part in (label, self.field, hint, buttons):
            column.addWidget(part)
        self.field.textChanged.connect(self._allow)
        self._allow()
        self.field.setFocus()

    def _allow(self) -> None:
        self.ok.setEnabled(bool(self.field.text().strip()))

    def _accept(self) -> None:
        self.named.emit(self.field.text().strip())
        self.accept()


class ViewsDialog(QDialog):
    """All views of a page in their order, which is that of their keys. Own ones can be renamed and deleted."""

    def __init__(self, parent: QWidget, shelf: Shelf) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Manage views"))
        self._shelf = shelf
        self._build()
        self._connect()
        self._fill("")

    def _build(self) -> None:
        look = theme.current()
        self.list = OrderedList()
        self.list.setAccessibleName(_("Views in their order"))
        self.list.setMinimumSize(look.px(_WIDTH - 150), look.px(_LIST_HEIGHT))
        self.up, self.down = QPushButton(_("Up")), QPushButton(_("Down"))
        self.rename, self.delete = QPushButton(_("Rename…")), QPushButton(_("Delete"))
        self.start = QPushButton(_("Open at start"))
        self.start.setCheckable(True)
        self.close_button = QPushButton(_("Close"))
        buttons = QVBoxLayout()
        for button in (self.up, self.down, self.rename, self.delete, self.start):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        hint = QLabel(_("The first nine have the keys Alt+1 to Alt+9. Alt+↑ and Alt+↓ move a view."))
        hint.setProperty("type", "tiny")
        hint.setProperty("tone", "second")
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(self.list, 1)
        row.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(hint)

    def _connect(self) -> None:
        self.list.currentRowChanged.connect(lambda _row: self._allow())
        self.list.move_asked.connect(self._move)
        self.up.clicked.connect(lambda: self._move(-1))
        self.down.clicked.connect(lambda: self._move(1))
        self.rename.clicked.connect(self.ask_name)
        self.delete.clicked.connect(self._delete)
        self.start.clicked.connect(self._begin)
        self.close_button.clicked.connect(self.accept)

    def _fill(self, key: str) -> None:
        self.list.clear()
        for number, view in enumerate(self._shelf.views, 1):
            beside = [f"Alt+{number}"] if number <= 9 else []
            beside += [_("opens at start")] if view.id == self._shelf.start else []
            item = QListWidgetItem("   ".join([view.title, " · ".join(beside)]) if beside else view.title)
            item.setData(_ID, view.id)
            self.list.addItem(item)
            if view.id == key:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._allow()

    @property
    def view(self) -> View | None:
        """The chosen view."""
        row = self.list.currentRow()
        return self._shelf.find(str(self.list.item(row).data(_ID))) if row >= 0 else None

    def _allow(self) -> None:
        view, row = self.view, self.list.currentRow()
        is_own = view is not None and view.own
        for button in (self.rename, self.delete):
            button.setEnabled(is_own)
            button.setToolTip("" if is_own else _("A shipped view keeps its name and cannot be deleted."))
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.list.count() - 1)
        self.start.setChecked(view is not None and view.id == self._shelf.start)

    def _move(self, step: int) -> None:
        view = self.view
        if view is not None and self._shelf.move(view.id, step):
            self._fill(view.id)

    def ask_name(self) -> NameDialog | None:
        """Ask for another name of the chosen view."""
        view = self.view
        if view is None or not view.own:
            return None
        dialog = NameDialog(self, _("Rename the view"), view.name)
        dialog.named.connect(lambda name: self._rename(view.id, name))
        dialog.open()
        return dialog

    def _rename(self, key: str, name: str) -> None:
        if self._shelf.rename(key, name):
            self._fill(key)

    def _delete(self) -> None:
        view, row = self.view, self.list.currentRow()
        if view is not None and self._shelf.delete(view.id):
            self._fill("")
            self.list.setCurrentRow(min(row, self.list.count() - 1))

    def _begin(self) -> None:
        view = self.view
        if view is not None:
            self._shelf.begin_with("" if view.id == self._shelf.start else view.id)
            self._fill(view.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Rename by F2, delete by Delete."""
        if event.key() == Qt.Key.Key_F2:
            self.ask_name()
        elif event.key() == Qt.Key.Key_Delete:
            self._delete()
        else:
            super().keyPressEvent(event)
