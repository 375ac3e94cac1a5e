"""A recovery key to be printed, and one group of it typed back from the sheet."""

import secrets
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import _
from desktop.models import recovery_key
from desktop.models.recovery_key import GROUPS, RecoveryKey
from desktop.views import pdf_saving, theme
from desktop.views.worker import Job

if TYPE_CHECKING:
    from desktop.reports.recovery_sheet import RecoveryFacts

_ACROSS = 4


class RecoveryView(QWidget):
    """Shows the key. `confirmed` once it was printed or saved and the group that is asked for is typed."""

    confirmed = Signal()

    def __init__(self, facts: "RecoveryFacts") -> None:
        super().__init__()
        self._facts = facts
        self._printed = False
        self.asked = secrets.randbelow(GROUPS) + 1
        self._build()
        self._offer_queue()
        self.print_button.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.group.textEdited.connect(self._judge)

    @property
    def key(self) -> RecoveryKey:
        """The key that is shown."""
        return self._facts.key

    @property
    def is_confirmed(self) -> bool:
        """Whether the key is on paper, or in a file, and can be read there."""
        return self._printed and recovery_key.is_group(self.group.text(), self.key, self.asked)

    def _build(self) -> None:
        self.print_button, self.save = QPushButton(_("Print the sheet")), QPushButton(_("Save the sheet as PDF…"))
        for button in (self.print_button, self.save):
            button.setAutoDefault(False)
        self.note, self.group = QLabel(), QLineEdit()
        self.note.setWordWrap(True)
        self.note.setProperty("type", "small")
        ask = _("Group {number}, from the sheet").format(number=self.asked)
        self.group.setAccessibleName(ask)
        self.group.setMaximumWidth(theme.current().px(140))
        label = QLabel(ask)
        label.setBuddy(self.group)
        row = QHBoxLayout()
        for part in (self.print_button, self.save):
            row.addWidget(part)
        row.addStretch(1)
        asked = QHBoxLayout()
        asked.addWidget(label)
        asked.addWidget(self.group)
        asked.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._grid())
        column.addLayout(row)
        column.addWidget(self.note)
        column.addLayout(asked)

    def _grid(self) -> QFrame:
        card = QFrame()
        card.setProperty("kind", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(18, 14, 18, 14)
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(12)
        for at, group in enumerate(self.key.groups):
            cell, number, signs = QVBoxLayout(), QLabel(str(at + 1)), QLabel(group)
            number.setProperty("type", "tiny")
            number.setProperty("tone", "third")
            signs.setProperty("type", "section")
            signs.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
            cell.setSpacing(0)
            cell.addWidget(number)
            cell.addWidget(signs)
            grid.addLayout(cell, at // _ACROSS, at % _ACROSS)
        return card

    def _offer_queue(self) -> None:
        from desktop.reports import printing

        found = printing.queues()
        self._queue = found[0].name if found else ""
        self.print_button.setVisible(bool(found))

    def _judge(self) -> None:
        if self.is_confirmed:
            self.confirmed.emit()

    def _print(self) -> None:
        """Print on the usual printer; the file lives only as long as that takes."""
        facts, queue = self._facts, self._queue

        def work(_step: object) -> str:
            from desktop.reports import printing, recovery_sheet

            folder = Path(tempfile.mkdtemp(prefix="bianmin-key-"))
            try:
                sheet = recovery_sheet.write(facts, folder / "sheet.pdf").path
                return printing.send(sheet, queue, duplex=False, title=_("Recovery key"))
            finally:
                shutil.rmtree(folder, ignore_errors=True)

        job: Job[str] = Job(work, self)
        job.succeeded.connect(lambda name: self._say(_("Sent to the printer: {job}").format(job=name), good=True))
        job.failed.connect(lambda why: self._say(why, good=False))
        job.start()

    def _save(self) -> None:
        name = Path.home() / (_("Recovery key") + ".pdf")
        target, _kind = QFileDialog.getSaveFileName(
            self, _("Save the sheet as PDF…"), str(name), _("PDF files (*.pdf)")
        )
        if target:
            self.save_to(Path(target))

    def save_to(self, target: Path) -> None:
        """Write the sheet to a file, in a job."""
        facts = self._facts
        named = pdf_saving.named(target)

        def work(_step: object) -> Path:
            from desktop.reports import recovery_sheet

            recovery_sheet.write(facts, named)
            named.chmod(0o600)
            return named

        job: Job[Path] = Job(work, self)
        said = _("Saved: {path}. Print it, then delete the file.").format(path=named)
        job.succeeded.connect(lambda _path: self._say(said, good=True))
        job.failed.connect(lambda why: self._say(why, good=False))
        job.start()

    def _say(self, words: str, *, good: bool) -> None:
        self._printed |= good
        self.note.setText(words)
        theme.say(self.note, tone="good" if good else "danger")
        if good:
            self.group.setFocus()
            self._judge()
