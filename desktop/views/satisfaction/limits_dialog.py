"""The numbers behind ratings, which the bureau may change: three limits in workdays, the least number for a rank."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desktop.commands.organization import SetRules
from desktop.i18n import _, mark
from desktop.models.rectification import RatingRules
from desktop.views.dialog import Dialog
from desktop.views.number_box import NumberBox

_WIDTH, _MOST = 460, 1000
_TITLES = {
    "rating_contact_workdays": mark("First contact, workdays"),
    "rating_correct_workdays": mark("Correction, workdays"),
    "rating_complex_workdays": mark("Correction of a complex one, workdays"),
    "rating_rank_least": mark("Ratings needed for a rank"),
}


class LimitsDialog(Dialog):
    """`asked(Command)` with what was changed; it stays open until it is accepted."""

    asked = Signal(object)

    def __init__(self, rules: RatingRules, parent: QWidget | None = None) -> None:
        super().__init__(parent, _WIDTH)
        self._numbers = rules.numbers()
        self.setWindowTitle(_("Limits of ratings"))
        self.boxes: dict[str, NumberBox] = {}
        self.reason, self.problem = QLineEdit(), QLabel()
        self.problem.setWordWrap(True)
        self.problem.setProperty("tone", "danger")
        self.problem.hide()
        self.cancel, self.save = QPushButton(_("Cancel")), QPushButton(_("Save"))
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self.cancel.setAutoDefault(False)
        self._lay_out()
        self.save.clicked.connect(self._answer)
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        head, hint = (
            QLabel(_("Limits of ratings")),
            QLabel(_("They hold for every bad rating, also for those that wait.")),
        )
        head.setProperty("type", "section")
        hint.setProperty("tone", "second")
        hint.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(20)
        form.setVerticalSpacing(10)
        for name, title in _TITLES.items():
            box = self.boxes[name] = NumberBox(0, _MOST)
            box.setValue(self._numbers[name])
            self._row(form, _(title), box)
        self._row(form, _("Reason for the change"), self.reason)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for part in (head, hint):
            column.addWidget(part)
        column.addLayout(form)
        column.addWidget(self.problem)
        column.addLayout(foot)

    def _row(self, form: QFormLayout, title: str, field: QWidget) -> None:
        label = QLabel(title)
        label.setProperty("tone", "second")
        label.setBuddy(field)
        field.setAccessibleName(title)
        form.addRow(label, field)

    def refuse(self, sentence: str) -> None:
        """Say why nothing was saved."""
        self.problem.setText(sentence)
        self.problem.show()
        self.fit()

    def _answer(self) -> None:
        told = {name: box.value() for name, box in self.boxes.items() if box.value() != self._numbers[name]}
        if told:
            self.asked.emit(SetRules(dict(told), self.reason.text()))
        else:
            self.accept()
