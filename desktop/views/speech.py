"""Qt's own dialogs and dates in the language in use, whatever the locale of the computer."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from desktop import i18n
from desktop.i18n import _, mark

_WORDS = {
    ("QFileDialog", "&Look in:"): mark("&Look in:"),
    ("QFileDialog", "Files of &type:"): mark("Files of &type:"),
    ("QAbstractFileIconProvider", "Drive"): mark("Drive"),
    ("QAbstractFileIconProvider", "Folder"): mark("Folder"),
}
"""What Qt 6.11 itself leaves in English in the dialogs that are used here."""


class _Rest(QTranslator):
    def isEmpty(self) -> bool:
        return False

    def translate(self, context: str, source: str, *_more: object) -> str:
        found = _WORDS.get((context, source))
        return _(found) if found else source


class Speech:
    """Qt's texts. `use` after every switch of language."""

    def __init__(self, program: QApplication) -> None:
        self._program = program
        self._installed: list[QTranslator] = []

    def use(self) -> None:
        """Let Qt speak the language in use."""
        chinese = i18n.language() == "zh"
        QLocale.setDefault(QLocale(QLocale.Language.Chinese if chinese else QLocale.Language.English))
        for former in self._installed:
            self._program.removeTranslator(former)
        self._installed = self._chinese() if chinese else []
        for made in self._installed:
            self._program.installTranslator(made)

    def _chinese(self) -> list[QTranslator]:
        made = QTranslator()
        there = made.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        # The one installed last is asked first, and an empty answer is an answer to Qt.
        return [_Rest(), made] if there else [_Rest()]
