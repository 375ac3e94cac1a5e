"""What covers a locked window: nothing of the book, only who may take the seat."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.views import icons
from desktop.views.centred import card_in
from desktop.views.lock.recover import Recover
from desktop.views.lock.seat import Seat
from desktop.views.lock.seats import Seats

_WIDTH = 460


class LockPage(QWidget):
    """Fills the window. `taken(id, PIN)`, `recovered(id, recovery key, new PIN)`, `left` for another book."""

    taken = Signal(str, str)
    recovered = Signal(str, str, str)
    left = Signal()

    def __init__(
        self, title: str, sentence: str, seats: Sequence[Seat], here: str = "", leave: str = "", *, opening: bool
    ) -> None:
        """Take who may take the seat: `here` is chosen first; `leave` names the way to another book.

        `opening`: a PIN opens the file of the book as well.
        """
        super().__init__()
        self.setAccessibleName(title)
        self._title, self._sentence = title, sentence
        self.seats = Seats(seats, here, _("Open") if leave else _("Unlock"))
        self.recover = Recover(opening=opening)
        self.forgotten = QPushButton(_("Forgotten PIN…"))
        self.leave = QPushButton(leave)
        self.leave.setVisible(bool(leave))
        self._build()
        self.seats.taken.connect(self.taken)
        self.recover.recovered.connect(self._on_recovered)
        self.recover.back.clicked.connect(lambda: self._turn(0))
        self.forgotten.clicked.connect(lambda: self._turn(1))
        self.leave.clicked.connect(self.left)

    def _build(self) -> None:
        column = card_in(self, _WIDTH)
        column.addLayout(self._head())
        self._first = self._seats_page()
        self.recover.hide()
        for part in (self._first, self.recover):
            column.addWidget(part)

    def _head(self) -> QHBoxLayout:
        picture, name, sentence = QLabel(), QLabel(self._title), QLabel(self._sentence)
        picture.setPixmap(icons.icon("lock", "accent", size=28).pixmap(icons.extent(28)))
        name.setProperty("type", "title")
        sentence.setProperty("tone", "second")
        sentence.setWordWrap(True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(sentence)
        row = QHBoxLayout()
        row.setSpacing(14)
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        return row

    def _seats_page(self) -> QWidget:
        page = QWidget()
        foot = QHBoxLayout()
        for button in (self.forgotten, self.leave):
            button.setProperty("kind", "quiet")
            button.setAutoDefault(False)
        foot.addWidget(self.forgotten)
        foot.addStretch(1)
        foot.addWidget(self.leave)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.seats)
        column.addLayout(foot)
        return page

    def begin(self) -> None:
        """Give the keyboard to what is needed first."""
        if not self.recover.isVisibleTo(self):
            self.seats.begin()
        else:
            self.recover.begin()

    def refuse(self, sentence: str) -> None:
        """Say why the seat cannot be taken."""
        if not self.recover.isVisibleTo(self):
            self.seats.refuse(sentence)
        else:
            self.recover.refuse(sentence)

    def _turn(self, page: int) -> None:
        seat = self.seats.chosen
        if page and seat is not None:
            self.recover.ask(seat.name)
        self._first.setVisible(not page)
        self.recover.setVisible(bool(page))
        self.begin()

    def _on_recovered(self, key: str, pin: str) -> None:
        seat = self.seats.chosen
        if seat is not None:
            self.recovered.emit(seat.id, key, pin)
