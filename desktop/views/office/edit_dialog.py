"""The form with which the bureau edits a unit, a window or an action."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import _
from desktop.views import theme
from desktop.views.dialog import Dialog
from desktop.views.elided_box import ElidedBox
from desktop.views.office.edit_form import Field, changed

_CODE = "code"
_REASON = "reason"


class EditDialog(Dialog):
    """Shows fields and takes new values. `saved(code, changed values, reason)`; it stays open until it is accepted.

    Without a code the dialog asks for one: something new is to be made.
    """

    saved = Signal(str, object, str)

    def __init__(self, title: str, code: str, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent, 560)
        self._code = code
        self.fields = fields
        self._boxes: dict[str, QWidget] = {}
        self.setWindowTitle(title)
        self._build(title)

    def _build(self, title: str) -> None:
        head = QLabel(title)
        head.setProperty("type", "section")
        head.setWordWrap(True)
        self._form = QFormLayout()
        self._form.setVerticalSpacing(10)
        self._form.setHorizontalSpacing(20)
        if not self._code:
            self._add(Field(_CODE, _("Code"), ""))
        for field in self.fields:
            self._add(field)
        self._add(Field(_REASON, _("Reason for the change"), ""))
        self.problem = QLabel()
        self.problem.setWordWrap(True)
        self.problem.setProperty("tone", "danger")
        self.cancel, self.save = QPushButton(_("Cancel")), QPushButton(_("Save"))
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._answer)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(head)
        column.addLayout(self._form)
        column.addWidget(self.problem)
        column.addLayout(foot)

    def _add(self, field: Field) -> None:
        box = _box(field)
        label = QLabel(field.label)
        label.setProperty("tone", "second")
        label.setBuddy(box)
        box.setAccessibleName(field.label)
        self._boxes[field.name] = box
        self._form.addRow(label, box)

    def box(self, name: str) -> QWidget:
        """Return the widget of a field."""
        return self._boxes[name]

    def refuse(self, sentence: str) -> None:
        """Say why it was not saved."""
        self.problem.setText(sentence)

    def _answer(self) -> None:
        values = {name: _value(box) for name, box in self._boxes.items()}
        code = self._code or values[_CODE]
        self.saved.emit(code, changed(self.fields, values), values[_REASON])


def _box(field: Field) -> QWidget:
    if field.choices is not None:
        box = ElidedBox()
        for value, name in field.choices:
            box.addItem(name, value)
        box.setCurrentIndex(max(0, box.findData(field.start)))
        return box
    if field.long:
        text = QPlainTextEdit(field.start)
        text.setTabChangesFocus(True)
        text.setFixedHeight(theme.current().px(76))
        return text
    line = QLineEdit(field.start)
    if field.name.startswith("valid_"):
        line.setPlaceholderText("2026-12-31")
    return line


def _value(box: QWidget) -> str:
    if isinstance(box, QComboBox):
        return str(box.currentData() or "")
    if isinstance(box, QPlainTextEdit):
        return box.toPlainText().strip()
    return box.text().strip() if isinstance(box, QLineEdit) else ""
