"""The user manual inside the program: the same text as in the documents, with its pictures, without a network."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QDesktopServices,
    QImage,
    QKeySequence,
    QShortcut,
    QShowEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTextBrowser, QVBoxLayout, QWidget

from desktop import paths
from desktop.i18n import _, language
from desktop.views import theme
from desktop.views.dialog import Dialog

_WIDTH, _HEIGHT = 940, 680
_MARGIN = 20
_LINE = 145.0
"""Height of a line in per cent."""
_ABOVE = {1: 6, 2: 26, 0: 6}
"""Room above a heading of the rank, and above a paragraph (0), in pixels."""
_NAMES = {"zh": "manual.zh-CN.md", "en": "manual.md"}


class Pages(QTextBrowser):
    """The text; pictures are shown no wider than the window."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self.setOpenLinks(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(_("User manual"))
        self.anchorClicked.connect(self._follow)

    def show_text(self, text: str) -> None:
        """Show a text in Markdown."""
        self.document().setDefaultFont(theme.current().font(14))
        self.document().setDocumentMargin(theme.current().px(_MARGIN))
        self.setMarkdown(text)
        self._set_apart()

    def _set_apart(self) -> None:
        """Give lines and paragraphs the room that Markdown does not speak of; lists stay close."""
        look, block = theme.current(), self.document().begin()
        while block.isValid():
            form = block.blockFormat()
            form.setLineHeight(_LINE, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            rank = form.headingLevel()
            close = block.textList() is not None or QTextCursor(block).currentTable() is not None
            if "\ufffc" in block.text():
                form.setLineHeight(0, QTextBlockFormat.LineHeightTypes.SingleHeight.value)
            form.setTopMargin(0 if close else look.px(_ABOVE.get(rank, _ABOVE[0])))
            form.setBottomMargin(0 if close else look.px(6))
            QTextCursor(block).setBlockFormat(form)
            block = block.next()

    def _follow(self, link: QUrl) -> None:
        """Go to a heading of this text; a web page is shown by the browser of this computer."""
        if link.scheme() in {"http", "https"}:
            QDesktopServices.openUrl(link)
        elif link.hasFragment():
            self.find_heading(link.fragment())

    def find_heading(self, name: str) -> bool:
        """Show the heading that a link names as Markdown does: in small letters, with hyphens for blanks."""
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and anchor(block.text()) == name.lower():
                cursor = self.textCursor()
                cursor.setPosition(block.position())
                self.setTextCursor(cursor)
                self.verticalScrollBar().setValue(
                    int(self.document().documentLayout().blockBoundingRect(block).top()) - theme.current().px(8)
                )
                return True
            block = block.next()
        return False

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Read a picture of the manual, scaled to the room there is."""
        url = QUrl(name) if isinstance(name, str) else name
        if kind != QTextDocument.ResourceType.ImageResource.value or not url.isRelative():
            return super().loadResource(kind, url)
        picture = QImage(str(self._folder / url.path()))
        room = self.viewport().width() - 2 * theme.current().px(_MARGIN) - 2
        if picture.isNull() or picture.width() <= room:
            return picture
        ratio = self.devicePixelRatioF()
        scaled = picture.scaledToWidth(round(room * ratio), Qt.TransformationMode.SmoothTransformation)
        scaled.setDevicePixelRatio(ratio)
        return scaled


def anchor(heading: str) -> str:
    """Return the name by which a link in Markdown finds a heading."""
    kept = (char if char.isalnum() else "-" if char in " -" else "" for char in heading.strip().lower())
    return "".join(kept)


class ManualDialog(Dialog):
    """The manual with a field to search it. It does not stop the program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, _WIDTH, _HEIGHT)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("User manual"))
        folder = paths.manual()
        self.pages = Pages(folder)
        self.field = QLineEdit()
        self.field.setProperty("kind", "search")
        self.field.setPlaceholderText(_("Find in the manual  Ctrl+F"))
        self.field.setAccessibleName(_("Find in the manual"))
        self.found = QLabel()
        self.found.setProperty("tone", "second")
        head = QHBoxLayout()
        head.addWidget(self.field, 1)
        head.addWidget(self.found, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self.pages, 1)
        self.field.returnPressed.connect(self.find_next)
        QShortcut(QKeySequence.StandardKey.Find, self, self._seek)
        QShortcut(QKeySequence("F3"), self, self.find_next)
        self.pages.setFocus()
        self._text = (folder / _NAMES[language()]).read_text(encoding="utf-8")
        self._room = 0

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._room != self.pages.viewport().width():
            self._room = self.pages.viewport().width()
            self.pages.show_text(self._text)

    def _seek(self) -> None:
        self.field.setFocus()
        self.field.selectAll()

    def find_next(self) -> None:
        """Show the next place of the words in the field, from the top again after the last."""
        words = self.field.text().strip()
        if not words:
            return
        there = self.pages.find(words)
        if not there:
            self.pages.moveCursor(self.pages.textCursor().MoveOperation.Start)
            there = self.pages.find(words)
        self.found.setText("" if there else _("“{words}” does not stand in the manual.").format(words=words))
