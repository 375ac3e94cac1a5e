"""Encrypting the book, step by step: what it means, the PIN that opens it, the recovery key on paper."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop import texts
from desktop.i18n import _
from desktop.models import pins
from desktop.models.refusals import InputRefused, Refusal
from desktop.views import theme
from desktop.views.settings.recovery_view import RecoveryView

_WIDTH = 600


class EncryptDialog(QDialog):
    """`wanted(PIN now, PIN that opens)` once the recovery key of `recovery` is known to be on paper."""

    wanted = Signal(str, str)

    def __init__(self, name: str, recovery: RecoveryView, parent: QWidget, *, has_pin: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.recovery = recovery
        self.setWindowTitle(_("Encrypt the book"))
        self.setMinimumWidth(theme.current().px(_WIDTH))
        self.now, self.new, self.again = QLineEdit(), QLineEdit(), QLineEdit()
        self.fault = QLabel()
        self.next, self.encrypt = QPushButton(_("Next")), QPushButton(_("Encrypt now"))
        self._pages = (self._first(name, has_pin=has_pin), self._second())
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        for page in self._pages:
            column.addWidget(page)
        self._pages[1].hide()
        self.next.clicked.connect(self._on_next)
        self.encrypt.clicked.connect(self._on_encrypt)
        recovery.confirmed.connect(lambda: self.encrypt.setEnabled(True))
        recovery.group.textEdited.connect(lambda _text: self.encrypt.setEnabled(recovery.is_confirmed))

    def _first(self, name: str, *, has_pin: bool) -> QWidget:
        page = QWidget()
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(20)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        own = [(_("PIN of {name} now").format(name=name), self.now)] if has_pin else []
        for words, field in (
            *own, (_("PIN that will open the book"), self.new), (_("The same again"), self.again),
        ):  # fmt: skip
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setAccessibleName(words)
            form.addRow(words, field)
        self.fault.setWordWrap(True)
        self.fault.setProperty("tone", "danger")
        self.fault.hide()
        column = _page(page, _("Encrypt the book"))
        for sentence in (
            _("Book, photos, files and all backups become unreadable to whoever has not a PIN of this book."),
            _("When every PIN and the printed recovery key are lost, nobody can open the book any more."),
            _("Copies that were made elsewhere, such as on a stick, stay as they are: destroy them."),
            _("The PIN: at least 8 digits, or a passphrase of 8 characters. Others get theirs at their seat."),
        ):
            column.addWidget(_sentence(sentence))
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addStretch(1)
        column.addLayout(self._foot(self.next))
        return page

    def _second(self) -> QWidget:
        page = QWidget()
        column = _page(page, _("The recovery key"))
        column.addWidget(_sentence(_("Print it and lock it away: it opens the book when a PIN is forgotten.")))
        column.addWidget(self.recovery)
        column.addStretch(1)
        column.addLayout(self._foot(self.encrypt))
        self.encrypt.setEnabled(False)
        return page

    def _foot(self, button: QPushButton) -> QHBoxLayout:
        cancel = QPushButton(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        button.setProperty("kind", "primary")
        button.setDefault(button is self.next)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(button)
        return foot

    def _on_next(self) -> None:
        try:
            if not pins.opens_books(pins.cleaned(self.new.text())):
                raise InputRefused("pin_too_short_to_open", fewest=pins.OPENING)
            if pins.plain(self.new.text()) != pins.plain(self.again.text()):
                raise InputRefused("pins_differ")
        except Refusal as refusal:
            self.fault.setText(texts.refusal(refusal))
            self.fault.show()
            self.adjustSize()
            self.new.setFocus()
            return
        for page, shown in zip(self._pages, (False, True), strict=True):
            page.setVisible(shown)
        self.adjustSize()
        self.encrypt.setDefault(True)

    def _on_encrypt(self) -> None:
        if self.recovery.is_confirmed:
            self.accept()
            self.wanted.emit(self.now.text(), self.new.text())


class RecoveryDialog(QDialog):
    """A new recovery key for a book as it is. `wanted` once it is known to be on paper."""

    wanted = Signal()

    def __init__(self, recovery: RecoveryView, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("The recovery key"))
        self.setMinimumWidth(theme.current().px(_WIDTH))
        self.recovery = recovery
        self.use = QPushButton(_("Use this key"))
        self.use.setProperty("kind", "primary")
        self.use.setEnabled(False)
        cancel = QPushButton(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.use.clicked.connect(self._on_use)
        recovery.confirmed.connect(lambda: self.use.setEnabled(True))
        recovery.group.textEdited.connect(lambda _text: self.use.setEnabled(recovery.is_confirmed))
        inside = QWidget()
        column = _page(inside, _("A new recovery key"))
        column.addWidget(
            _sentence(_("Whoever holds it sets any PIN anew. The former key counts no more once this one is used."))
        )
        column.addWidget(recovery)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.use)
        column.addLayout(foot)
        around = QVBoxLayout(self)
        around.setContentsMargins(28, 24, 28, 24)
        around.addWidget(inside)

    def _on_use(self) -> None:
        if self.recovery.is_confirmed:
            self.accept()
            self.wanted.emit()


def _page(page: QWidget, title: str) -> QVBoxLayout:
    head = QLabel(title)
    head.setProperty("type", "title")
    column = QVBoxLayout(page)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(12)
    column.addWidget(head)
    return column


def _sentence(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setProperty("tone", "second")
    return label
