"""Saving a finished PDF where a person says, and saying in one sentence what became of it."""

import shutil
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.i18n import _


class Saved(NamedTuple):
    """Whether a file was written, and the sentence about it."""

    is_done: bool
    sentence: str

    @property
    def tone(self) -> str:
        """The tone of the sentence, as the style sheet names it."""
        return "good" if self.is_done else "danger"


def ask(parent: QWidget, name: str) -> Path | None:
    """Ask where a file is to be saved, its own name offered; None where the person thinks better of it."""
    home = str(Path.home() / name)
    target, _kind = QFileDialog.getSaveFileName(parent, _("Save as PDF"), home, _("PDF files (*.pdf)"))
    return Path(target) if target else None


def named(target: Path) -> Path:
    """Return a path with the ending of a PDF, whatever was typed."""
    return target if target.suffix.lower() == ".pdf" else target.with_name(f"{target.name}.pdf")


def save(made: Path, target: Path) -> Saved:
    """Copy a finished file to where a person wants it."""
    path = named(target)
    try:
        shutil.copyfile(made, path)
    except OSError as error:
        return Saved(
            is_done=False, sentence=_("{path} could not be written: {why}").format(path=path, why=error.strerror or "")
        )
    return Saved(is_done=True, sentence=_("Saved: {path}").format(path=path))
