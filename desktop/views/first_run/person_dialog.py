"""Who and where am I: role, name, unit and window."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models.catalogue import Catalogue
from desktop.models.vocabulary import Role
from desktop.views.choices import Chips, fill_units, fill_windows
from desktop.views.dialog import Dialog
from desktop.views.elided_box import ElidedBox
from desktop.views.first_run.start import Person


class PersonDialog(Dialog):
    """Asks who sits here. `answered(Person)` once; closing the dialog answers nothing."""

    answered = Signal(object)

    def __init__(self, catalogue: Catalogue, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent, 560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._catalogue = catalogue
        self.setWindowTitle(_("Who sits here"))
        self._build(unit)

    def _build(self, unit: str) -> None:
        self.role = Chips(_("Role"), [(role, texts.role(role)) for role in Role], Role.CLERK)
        self.officer = QLineEdit()
        self.officer.setPlaceholderText(_("Name as it stands on the sheets"))
        self.unit, self.window_box = ElidedBox(), ElidedBox()
        fill_units(self.unit, self._catalogue, "", unit)
        self._fill_windows()
        self.unit.activated.connect(self._fill_windows)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(20)
        for name, field in (
            (_("Role"), self.role),
            (_("Officer"), self.officer),
            (_("Unit"), self.unit),
            (_("My window"), self.window_box),
        ):
            form.addRow(name, field)
        title = QLabel(_("Who sits here, and at which window?"))
        title.setProperty("type", "title")
        hint = QLabel(_("Every change carries this name. It can be changed in the settings at any time."))
        for words in (title, hint):
            words.setWordWrap(True)
        hint.setProperty("type", "small")
        hint.setProperty("tone", "second")
        self.start = QPushButton(_("Start"))
        self.start.setProperty("kind", "primary")
        self.start.setDefault(True)
        self.start.clicked.connect(self._answer)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        column.addWidget(title)
        column.addLayout(form)
        column.addWidget(hint)
        column.addWidget(self.start)
        self.officer.setFocus()  # the one field that nobody else can fill

    def _fill_windows(self) -> None:
        fill_windows(self.window_box, self._catalogue, self.unit.currentData(), _("No window of my own"), "")

    def _answer(self) -> None:
        role = self.role.value
        if not self.officer.text().strip():
            self.officer.setFocus()
            return
        self.accept()
        if isinstance(role, Role):
            person = Person(role, self.officer.text().strip(), self.unit.currentData(), self.window_box.currentData())
            self.answered.emit(person)
