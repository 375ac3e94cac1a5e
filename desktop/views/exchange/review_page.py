"""What would be imported: the edition, all faults, the map, and what becomes of the commitments."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.exchange import catalogue_folder, columns
from desktop.exchange.fault import errors
from desktop.i18n import _
from desktop.intake.editions import Handed
from desktop.intake.effect import Effect
from desktop.models.catalogue import ServiceAction
from desktop.views.exchange.edition_form import EditionForm
from desktop.views.exchange.fault_list import FaultList, told
from desktop.views.exchange.map_list import MapList

_COUNTED = ("categories", "actions", "measures", "window_kinds", "units", "windows", "holidays_cn")
_EDITION, _FAULTS, _MAP = range(3)


class ReviewPage(QWidget):
    """Shows what was read before anything is changed. `wanted` when a person imports it, `left` to go back."""

    wanted = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._handed: Handed | None = None
        self.form, self.faults, self.map = EditionForm(), FaultList(), MapList()
        self.tabs = QTabWidget()
        for page, name in ((_scrolled(self.form), _("Edition")), (self.faults, _("Faults")), (self.map, _("Map"))):
            self.tabs.addTab(page, name)
        self.outcome = QLabel()
        self.outcome.setWordWrap(True)
        self.back, self.bring_in = QPushButton(_("Back")), QPushButton(_("Import"))
        self.draft = QPushButton(_("Save the draft…"))
        self.draft.setToolTip(_("Writes a catalogue folder to be completed in a spreadsheet program and read again."))
        for button in (self.back, self.draft):
            button.setAutoDefault(False)
        self.draft.clicked.connect(self._ask_where)
        self.bring_in.setProperty("kind", "primary")
        self.bring_in.setAutoDefault(False)
        self.back.clicked.connect(self.left)
        self.bring_in.clicked.connect(self.wanted)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addWidget(self.outcome, 1)
        foot.addWidget(self.draft)
        foot.addWidget(self.bring_in)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)

    def say(self, handed: Handed, effect: Effect, before: Mapping[str, ServiceAction]) -> None:
        """Show what was handed in. Importing is possible when no error stands against it."""
        self._handed = handed
        self.form.say(handed.draft.manifest, editable=handed.is_text)
        self.form.counts.setText(_counts(handed))
        self.form.effect.setText(
            _("{carried} carried over · {new} new · {ended} ended").format(
                carried=effect.carried_over, new=effect.new, ended=effect.ended
            )
        )
        self.faults.say(handed.faults)
        self.map.say(handed.map, before, handed.draft.rows("actions"))
        self.tabs.setTabText(_FAULTS, _("Faults ({n})").format(n=len(handed.faults)))
        self.tabs.setTabText(_MAP, _("Map ({n})").format(n=len(handed.map)))
        self.tabs.setTabVisible(_MAP, bool(handed.map))
        self.bring_in.setEnabled(handed.is_fit)
        wrong = len(errors(handed.faults))
        self.outcome.setText(told(wrong, len(handed.faults) - wrong))

    def open_where_needed(self, handed: Handed) -> None:
        """Bring to the front what is to be looked at first: the faults where errors stand, else the edition."""
        self.tabs.setCurrentIndex(_EDITION if handed.is_fit or handed.is_text else _FAULTS)
        self.tabs.tabBar().setFocus()

    def _ask_where(self) -> None:
        path, _kind = QFileDialog.getSaveFileName(self, _("Save the draft as a folder"))
        if path:
            self.save_draft_to(Path(path))

    def save_draft_to(self, folder: Path) -> None:
        """Write the draft as a catalogue folder, to be completed elsewhere and read again; say what came of it."""
        if self._handed is None:
            return
        try:
            catalogue_folder.write(folder, self._handed.draft)
        except OSError as error:
            self.outcome.setText(_("The file cannot be written: {why}").format(why=error.strerror))
        else:
            self.outcome.setText(_("Written: {path}").format(path=folder))


def _scrolled(form: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(form)
    form.setProperty("kind", "clear")
    return area


def _counts(handed: Handed) -> str:
    counted = ((columns.label(name), len(handed.draft.rows(name))) for name in _COUNTED)
    return " · ".join(f"{label} {number}" for label, number in counted if number)
