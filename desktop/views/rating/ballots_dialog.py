"""Paper ballots are keyed twice, the second time without seeing the first; what differs is named."""

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop import texts
from desktop.commands import ballots
from desktop.commands.ballots import Counts, Difference, PaperBallots
from desktop.i18n import _
from desktop.models.refusals import Refusal
from desktop.texts import satisfaction as words
from desktop.views.bridge import Bridge, Told
from desktop.views.choices import Chips
from desktop.views.dialog import Dialog
from desktop.views.elided_box import ElidedBox
from desktop.views.focus import Focus
from desktop.views.named_parts import name_calendar
from desktop.views.rating.keying import COUNTS, SINGLE, Keying

_WIDTH = 620


class BallotsDialog(Dialog):
    """Takes the ballots of one window and day. `form_asked(window)` for the blank form to be printed."""

    form_asked = Signal(str)

    def __init__(self, focus: Focus, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent, _WIDTH)
        self._focus, self._bridge = focus, bridge
        self.first: Counts | None = None
        self.setWindowTitle(_("Paper ballots"))
        self._build()
        self._lay_out()
        self._connect()
        self.keying.begin()

    def _build(self) -> None:
        self.window_box, self.day = ElidedBox(), QDateEdit()
        self.way = Chips(
            _("Way of keying"), ((COUNTS, _("Five counts")), (SINGLE, _("Ballot after ballot"))), COUNTS
        )  # fmt: skip
        self.keying, self.step, self.problem = Keying(), QLabel(), QLabel()
        self.step.setProperty("weight", "strong")
        self.problem.setWordWrap(True)
        self.problem.setProperty("tone", "danger")
        self.problem.hide()
        self.form, self.cancel = QPushButton(_("Print the blank form…")), QPushButton(_("Close"))
        self.again, self.send = QPushButton(_("Key both again")), QPushButton()
        self.send.setProperty("kind", "primary")
        for button in (self.form, self.cancel, self.again):
            button.setAutoDefault(False)
        self._fill()
        self._say()

    def _fill(self) -> None:
        board, scope = self._focus.board, self._bridge.scope or frozenset()
        for one in board.windows:
            if one.unit in scope:
                self.window_box.addItem(f"{one.id}  {texts.title(one)}", one.id)
        self.window_box.setCurrentIndex(max(0, self.window_box.findData(self._focus.window)))
        self.window_box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        today = self._bridge.book.clock.today()
        self.day.setCalendarPopup(True)
        self.day.setDisplayFormat("yyyy-MM-dd")
        self.day.setMaximumDate(QDate(today.year, today.month, today.day))
        self.day.setDate(self.day.maximumDate())
        name_calendar(self.day.calendarWidget())

    def _lay_out(self) -> None:
        head, hint = QLabel(_("Paper ballots")), QLabel(_("Digits alone; key them twice, best by two persons."))
        head.setProperty("type", "section")
        hint.setProperty("tone", "second")
        hint.setWordWrap(True)
        fields = QFormLayout()
        fields.setHorizontalSpacing(20)
        fields.setVerticalSpacing(10)
        for name, field in ((_("Window"), self.window_box), (_("Day"), self.day), (_("Way of keying"), self.way)):
            label = QLabel(name)
            label.setProperty("tone", "second")
            label.setBuddy(field)
            field.setAccessibleName(name)
            fields.addRow(label, field)
        foot = QHBoxLayout()
        foot.addStretch(1)
        for button in (self.cancel, self.again, self.send):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        top = QHBoxLayout()
        top.addWidget(head, 1)
        top.addWidget(self.form)
        column.addLayout(top)
        column.addWidget(hint)
        column.addLayout(fields)
        column.addWidget(self.step)
        column.addWidget(self.keying)
        column.addWidget(self.problem)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.way.chosen.connect(self._on_way)
        self.keying.finished.connect(self.go_on)
        self.send.clicked.connect(self.go_on)
        self.again.clicked.connect(self.start_anew)
        self.cancel.clicked.connect(self.reject)
        self.form.clicked.connect(lambda: self.form_asked.emit(str(self.window_box.currentData())))
        self._bridge.refused.connect(self.refuse)
        self._bridge.posted.connect(self._on_posted)

    # Keying

    def _on_way(self, way: object) -> None:
        self.keying.use(str(way))
        self.start_anew()

    def start_anew(self) -> None:
        """Forget both keyings."""
        self.first = None
        self._say()
        self.keying.clear()

    def go_on(self) -> None:
        """Take the keying that stands there: the first is put out of sight, the second is compared with it."""
        self.problem.hide()
        try:
            counts = self.keying.counts()
        except Refusal as refusal:
            self.refuse(texts.refusal(refusal))
            return
        if self.first is None:
            self.first = counts
            self._say()
            self.keying.clear()
            return
        differing = ballots.differences(self.place, self.first, counts)
        if differing:
            self.refuse(_named(differing))
            self.keying.clear()
        else:
            self._keep(PaperBallots(self.place, self.on_day, self.first, counts))

    def _say(self) -> None:
        is_second = self.first is not None
        told = _("Second keying: the first one is out of sight") if is_second else _("First keying")
        self.step.setText(told)
        self.send.setText(_("Compare and keep  ⏎") if is_second else _("Second keying  ⏎"))
        self.again.setEnabled(is_second)
        self.again.setToolTip("" if is_second else _("Nothing has been keyed yet."))
        for field in (self.window_box, self.day, self.way):
            field.setEnabled(not is_second)
        self.problem.hide()

    @property
    def place(self) -> str:
        """The id of the window whose ballots these are."""
        return str(self.window_box.currentData() or "")

    @property
    def on_day(self) -> date:
        """The day on which they were given."""
        day = self.day.date()
        return date(day.year(), day.month(), day.day())

    # Keeping

    def _keep(self, papers: PaperBallots) -> None:
        """Journal ballots of a day that is over; those of today go into the box with the others."""
        self.send.setEnabled(False)
        if papers.day != self._bridge.book.clock.today():
            self._bridge.do(papers)
            return
        try:
            ballots.take(self._bridge.book, self._focus.desk, papers)
        except Refusal as refusal:
            self.refuse(texts.refusal(refusal))
        else:
            said = _("Kept on this computer; it is written into the ledger with the others when the day is over.")
            self._bridge.said.emit(said)
            self.accept()

    def _on_posted(self, news: Told) -> None:
        """Close once they are posted, also after another program had the book for a while."""
        if not self.send.isEnabled() and any(record.startswith("rating:") for record in news.records):
            self.accept()

    def refuse(self, sentence: str) -> None:
        """Say why nothing was kept, or what differs."""
        self.send.setEnabled(True)
        self.problem.setText(sentence)
        self.problem.show()
        self.fit()


def _named(differing: tuple[Difference, ...]) -> str:
    told = [
        _("{level}: first {first}, second {second}").format(
            level=words.level(one.level), first=one.first, second=one.second
        )
        for one in differing
    ]
    return _("The two keyings differ. {differences}. Look at the papers and key again.").format(
        differences=_("; ").join(told)
    )
