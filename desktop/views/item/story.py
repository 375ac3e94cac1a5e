"""The story of a commitment: its evidence stands under each entry and opens on a click."""

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QDesktopServices, QIcon
from PySide6.QtWidgets import QPushButton

from desktop.i18n import _
from desktop.models.journal import Evidence
from desktop.models.vocabulary import Status
from desktop.views import glyphs, icons
from desktop.views.item.evidence_field import picture
from desktop.views.passage import Passage
from desktop.views.story import Story

_PICTURE = 56
Finder = Callable[[Evidence], Path | None]


class CommitmentStory(Story):
    """The passages of a commitment's story, each with its evidence."""

    def __init__(self, thumbnail: Finder, file: Finder) -> None:
        super().__init__(_("History"), glyphs.show_on, _("Nothing has been done here yet."))
        self._thumbnail, self._file = thumbnail, file

    def beside(self, one: Passage[Status]) -> Iterable[QPushButton]:
        """Return a button for each piece of evidence."""
        return map(self._evidence, one.evidence)

    def _evidence(self, evidence: Evidence) -> QPushButton:
        button = QPushButton(evidence.name)
        button.setProperty("kind", "quiet")
        button.setToolTip(_("Open {name}").format(name=evidence.name))
        small = self._thumbnail(evidence)
        shown = picture(small, _PICTURE) if small else None
        button.setIcon(QIcon(shown) if shown and not shown.isNull() else icons.icon("attach", "accent"))
        button.setIconSize(QSize(_PICTURE, _PICTURE) if shown and not shown.isNull() else icons.extent(16))
        button.clicked.connect(lambda: self._open(evidence))
        return button

    def _open(self, evidence: Evidence) -> None:
        path = self._file(evidence)
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
