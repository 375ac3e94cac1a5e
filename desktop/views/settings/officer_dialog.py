"""Making an officer known at the book."""

from collections.abc import Callable

from PySide6.QtCore import Qt
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
from desktop.models.catalogue import Catalogue
from desktop.models.refusals import Refusal
from desktop.models.vocabulary import Role
from desktop.views import theme
from desktop.views.choices import Chips, fill_units, fill_windows
from desktop.views.elided_box import ElidedBox

_WIDTH = 600
Add = Callable[[str, Role, str, str], object]
"""Makes an officer known: name, role, unit, window. Raises Refusal."""


class OfficerDialog(QDialog):
    """Asks for name, role, unit and window. Refusals are said in it."""

    def __init__(self, catalogue: Catalogue, unit: str, add: Add, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._catalogue, self._add = catalogue, add
        self.setWindowTitle(_("New officer"))
        self.setMinimumWidth(theme.current().px(_WIDTH))
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Name as it stands on the sheets"))
        self.role = Chips(_("Role"), [(role, texts.role(role)) for role in Role], Role.CLERK)
        self.unit, self.window_box = ElidedBox(), ElidedBox()
        fill_units(self.unit, catalogue, _("All units"), unit)
        self._fill_windows()
        self.unit.activated.connect(self._fill_windows)
        self.save = QPushButton(_("Add"))
        self.save.clicked.connect(self._on_save)
        self._build()

    def _build(self) -> None:
        head = QLabel(_("New officer"))
        head.setProperty("type", "title")
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(20)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in (
            (_("Officer"), self.name), (_("Role"), self.role), (_("Unit shown first"), self.unit),
            (_("My window"), self.window_box),
        ):  # fmt: skip
            field.setAccessibleName(words)
            form.addRow(words, field)
        self.fault = QLabel()
        self.fault.setWordWrap(True)
        self.fault.setProperty("tone", "danger")
        self.fault.hide()
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        cancel = QPushButton(_("Cancel"))
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        column.addWidget(head)
        column.addLayout(form)
        column.addWidget(self.fault)
        column.addLayout(foot)

    def _fill_windows(self) -> None:
        fill_windows(self.window_box, self._catalogue, self.unit.currentData(), _("No window of my own"), "")

    def _on_save(self) -> None:
        role = self.role.value
        if not isinstance(role, Role):
            return
        try:
            self._add(self.name.text(), role, self.unit.currentData(), self.window_box.currentData())
        except Refusal as refusal:
            self.fault.setText(texts.refusal(refusal))
            self.fault.show()
            self.name.setFocus()
        else:
            self.accept()
