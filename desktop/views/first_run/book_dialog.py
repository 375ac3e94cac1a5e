"""Which book: the practice book by one click, one that exists, or a new one for a unit."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop.i18n import _
from desktop.views import icons
from desktop.views.card_button import CardButton, label
from desktop.views.dialog import Dialog
from desktop.views.elided_box import ElidedBox
from desktop.views.first_run.start import Start, Way

SUFFIX = ".bianmin"


class WayCard(CardButton):
    """A large button with a title and a sentence under it."""

    def __init__(self, icon: str, title: str, sentence: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setAccessibleDescription(sentence)
        picture, head, text = label(""), label("", text=title), label("small", "second", sentence)
        picture.setPixmap(icons.icon(icon, "accent", size=28).pixmap(icons.extent(28)))
        picture.setAccessibleName(title)
        head.setProperty("weight", "strong")
        text.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(head)
        words.addWidget(text)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 14, 18, 14)
        row.setSpacing(16)
        row.addWidget(picture)
        row.addLayout(words, 1)


class BookDialog(Dialog):
    """Asks for a book. `answered(Start)` once; closing the dialog answers nothing."""

    answered = Signal(object)

    def __init__(self, units: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent, 560)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Bianmin ledger"))
        self._units = units
        self._pages = QStackedWidget()
        self._pages.addWidget(self._ways())
        self._pages.addWidget(self._new())
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 24)
        column.setSpacing(14)
        column.addWidget(_heading(_("Which ledger do you want to work with?"), "title"))
        column.addWidget(self._pages)

    def _ways(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.practice = WayCard(
            "eye",
            _("Look around in the practice book"),
            _("Sample windows and a year of made-up work; try anything."),
        )
        self.existing = WayCard("folder", _("Open a book"), _("A ledger file on this computer."))
        self.new = WayCard(
            "plus", _("Start a new book"), _("An empty ledger for your unit, with the shipped catalogue.")
        )
        for card in (self.practice, self.existing, self.new):
            column.addWidget(card)
        self.practice.clicked.connect(lambda: self._answer(Start(Way.PRACTICE)))
        self.existing.clicked.connect(self._choose_file)
        self.new.clicked.connect(lambda: self._pages.setCurrentIndex(1))
        return page

    def _new(self) -> QWidget:
        page = QWidget()
        self.unit = ElidedBox()
        self.unit.setMaxVisibleItems(16)
        for code, name in self._units:
            self.unit.addItem(name, code)
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.addRow(_("Unit of the book"), self.unit)
        self.back, self.make = QPushButton(_("Back")), QPushButton(_("Choose a place and start…"))
        self.make.setProperty("kind", "primary")
        self.back.clicked.connect(lambda: self._pages.setCurrentIndex(0))
        self.make.clicked.connect(self._choose_place)
        foot = QHBoxLayout()
        foot.addWidget(self.back)
        foot.addStretch(1)
        foot.addWidget(self.make)
        hint = _heading(
            _("The unit decides what may be written here: its own windows and those of units below it."), "small"
        )
        hint.setProperty("tone", "second")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(14)
        column.addLayout(form)
        column.addWidget(hint)
        column.addStretch(1)
        column.addLayout(foot)
        return page

    def _choose_file(self) -> None:
        path, _filter = QFileDialog.getOpenFileName(self, _("Open a book"), _documents(), _filters())
        if path:
            self._answer(Start(Way.OPEN, path))

    def _choose_place(self) -> None:
        name = Path(_documents()) / f"{self.unit.currentText().strip()}{SUFFIX}"
        path, _filter = QFileDialog.getSaveFileName(self, _("Start a new book"), str(name), _filters())
        if path:
            chosen = path if Path(path).suffix else path + SUFFIX
            self._answer(Start(Way.NEW, chosen, self.unit.currentData()))

    def _answer(self, start: Start) -> None:
        self.accept()
        self.answered.emit(start)


def _documents() -> str:
    return QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)


def _filters() -> str:
    return _("Ledgers (*{suffix});;All files (*)").format(suffix=SUFFIX)


def _heading(text: str, rank: str) -> QLabel:
    label = QLabel(text)
    label.setProperty("type", rank)
    label.setWordWrap(True)
    return label
