"""The recovery key in place of a forgotten PIN, and a new PIN."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models import pins, recovery_key
from desktop.models.refusals import InputRefused, Refusal


class Recover(QWidget):
    """`recovered(recovery key, new PIN)` once the key can be read and the PIN is one; `back` is its button."""

    recovered = Signal(str, str)

    def __init__(self, *, opening: bool) -> None:
        """Take whether the new PIN has to open an encrypted book as well."""
        super().__init__()
        self._opening = opening
        self._build()
        self.done.clicked.connect(self._answer)
        for field in (self.key, self.new, self.again):
            field.returnPressed.connect(self._answer)

    def _build(self) -> None:
        self.words = QLabel()
        self.words.setWordWrap(True)
        self.key, self.new, self.again = QLineEdit(), QLineEdit(), QLineEdit()
        self.key.setPlaceholderText(recovery_key.SHAPE)
        for field in (self.new, self.again):
            field.setEchoMode(QLineEdit.EchoMode.Password)
        form = QFormLayout()
        form.setVerticalSpacing(10)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        label = QLabel(_("Recovery key"))
        label.setBuddy(self.key)
        self.key.setAccessibleName(_("Recovery key"))
        form.addRow(label)
        form.addRow(self.key)
        for name, field in ((_("New PIN"), self.new), (_("New PIN again"), self.again)):
            field.setAccessibleName(name)
            form.addRow(name, field)
        self.fault = QLabel()
        self.fault.setWordWrap(True)
        self.fault.setProperty("tone", "danger")
        self.fault.setProperty("type", "small")
        self.fault.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.words)
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        self.back, self.done = QPushButton(_("Back")), QPushButton(_("Set the new PIN"))
        self.done.setProperty("kind", "primary")
        for button in (self.back, self.done):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.done)
        return foot

    def ask(self, name: str) -> None:
        """Ask for the key with which an officer gets a new PIN."""
        self.words.setText(
            _("A chief or the bureau resets {name}'s PIN. Or type the printed recovery key and a new PIN.").format(
                name=name
            )
        )
        for field in (self.key, self.new, self.again):
            field.clear()
        self.fault.hide()

    def begin(self) -> None:
        """Give the keyboard to the first field."""
        self.key.setFocus()

    def refuse(self, sentence: str) -> None:
        """Say what is wrong."""
        self.fault.setText(sentence)
        self.fault.show()

    def _answer(self) -> None:
        try:
            recovery_key.read(self.key.text())
            if not pins.opens_books(pins.cleaned(self.new.text())) and self._opening:
                raise InputRefused("pin_too_short_to_open", fewest=pins.OPENING)
            if pins.plain(self.new.text()) != pins.plain(self.again.text()):
                raise InputRefused("pins_differ")
        except Refusal as refusal:
            self.refuse(texts.refusal(refusal))
        else:
            self.recovered.emit(self.key.text(), self.new.text())
