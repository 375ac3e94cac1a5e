"""Ctrl+E: what the page at the front shows, written as a workbook with the same figures, day and catalogue mark."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.i18n import _
from desktop.models.book import Book
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.page import Page, Shown, Writing
from desktop.views.preferences import Preferences
from desktop.views.worker import Job, Step

_PURPOSE = "export"
_KINDS = (".xlsx", ".csv")


def write(path: Path, shown: Shown, book: Book, as_of: date | None, step: Step) -> Path:
    """Write what is shown. Raises InputRefused when the file cannot be written."""
    # Imported here: the writer of workbooks is heavy and is not to slow the start of the window.
    from desktop.exchange import spreadsheet

    step.tell(0.0)
    commitments = book.commitments(shown.commitments, as_of=as_of)
    spreadsheet.write(path, shown.board, commitments, shown.listing, told=step.tell)
    return path


class Exporter(QObject):
    """Answers the window's wish to write a page as a workbook. The outcome is said through the bridge."""

    def __init__(self, focus: Focus, bridge: Bridge, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self._focus, self._bridge, self._preferences, self._parent = focus, bridge, preferences, parent
        self._job: Job[Path] | None = None

    def export(self, page: Page | None) -> None:
        """Ask where to, then write what the page shows."""
        if not self._bridge.is_open:
            return
        own = page.writing() if page is not None else None
        name = f"{own.name if own else _('Commitments')}-{self._focus.board.as_of.isoformat()}.xlsx"
        kinds = _("Workbooks (*.xlsx)") + (f";;{_('Tables as text (*.csv)')}" if own else "")
        target, kind = QFileDialog.getSaveFileName(
            self._parent,
            _("Write this view as a spreadsheet"),
            str(Path(self._preferences.folder(_PURPOSE)) / name),
            kinds,
        )
        if target:
            is_text = own is not None and kind.endswith("(*.csv)") and not target.lower().endswith(_KINDS)
            self.export_to(Path(f"{target}.csv" if is_text else target), page)

    def export_to(self, target: Path, page: Page | None) -> None:
        """Write what the page shows (the whole board where it has no view of its own) to a file, in a job."""
        own = page.writing() if page is not None else None
        kinds = _KINDS if own is not None else _KINDS[:1]
        path = target if target.suffix.lower() in kinds else target.with_name(f"{target.name}.xlsx")
        self._preferences.remember_folder(_PURPOSE, str(path.parent))
        self._job = Job(self._work(path, page, own), self)
        self._job.succeeded.connect(self._tell)
        self._bridge.follow(_("Writing {name}").format(name=path.name), self._job)
        self._job.start()

    def _work(self, path: Path, page: Page | None, own: Writing | None) -> Callable[[Step], Path]:
        if own is not None:
            return partial(own.write, path)
        shown = (page.shown() if page is not None else None) or self._everything()
        book, as_of = self._bridge.book, self._focus.as_of
        return lambda step: write(path, shown, book, as_of, step)

    def _everything(self) -> Shown:
        board = self._focus.board
        places = ((row, column) for row in range(len(board.actions)) for column in range(len(board.windows)))
        cells = (cell for row, column in places if (cell := board.cell(row, column)) is not None)
        return Shown(board, tuple(cell.id for cell in cells))

    def _tell(self, path: Path) -> None:
        self._bridge.said.emit(_("Written: {path}").format(path=path))
