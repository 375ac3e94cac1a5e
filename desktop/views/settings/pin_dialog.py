"""Setting, changing, resetting a PIN, or taking it away."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models import pins
from desktop.models.refusals import InputRefused, Refusal
from desktop.views import theme

_WIDTH = 440
Put = Callable[[str, str], object]
"""Sets a PIN (the new one, the old one; an empty new one takes it away). Raises Refusal."""


class PinDialog(QDialog):
    """Asks for a new PIN twice and, where it is one's own, for the old one. Refusals are said in it."""

    def __init__(self, name: str, put: Put, parent: QWidget, *, old: bool, removable: bool, opening: bool) -> None:
        """`old`: the old PIN is asked; `removable`: it may be taken away; `opening`: it opens an encrypted book."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._put = put
        self.setWindowTitle(_("PIN"))
        self.setMinimumWidth(theme.current().px(_WIDTH))
        self.old, self.new, self.again = QLineEdit(), QLineEdit(), QLineEdit()
        self.save, self.remove = QPushButton(_("Set the PIN")), QPushButton(_("Take the PIN away"))
        self._build(name, old=old, opening=opening)
        self.remove.setVisible(removable)
        self.save.clicked.connect(self._on_save)
        self.remove.clicked.connect(lambda: self._try(""))

    def _build(self, name: str, *, old: bool, opening: bool) -> None:
        head = QLabel(_("PIN of {name}").format(name=name))
        head.setProperty("type", "title")
        hint = QLabel(
            _("It opens the encrypted book too: at least 8 digits, or a passphrase of 8 characters.")
            if opening
            else _("4 to 12 digits, or a passphrase of at least 8 characters.")
        )
        hint.setProperty("tone", "second")
        hint.setWordWrap(True)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setHorizontalSpacing(20)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        asked = [(_("Old PIN"), self.old)] if old else []
        for words, field in (*asked, (_("New PIN"), self.new), (_("New PIN again"), self.again)):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setAccessibleName(words)
            form.addRow(words, field)
        self.fault = QLabel()
        self.fault.setWordWrap(True)
        self.fault.setProperty("tone", "danger")
        self.fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        for part in (head, hint):
            column.addWidget(part)
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        cancel = QPushButton(_("Cancel"))
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.remove)
        foot.addStretch(1)
        for button in (cancel, self.save):
            foot.addWidget(button)
        for button in (cancel, self.remove):
            button.setAutoDefault(False)
        return foot

    def _on_save(self) -> None:
        if pins.plain(self.new.text()) != pins.plain(self.again.text()):
            self._refuse(InputRefused("pins_differ"))
        elif not self.new.text().strip():
            self.new.setFocus()
        else:
            self._try(self.new.text())

    def _try(self, new: str) -> None:
        try:
            self._put(new, self.old.text())
        except Refusal as refusal:
            self._refuse(refusal)
        else:
            self.accept()

    def _refuse(self, refusal: Refusal) -> None:
        self.fault.setText(texts.refusal(refusal))
        self.fault.show()
