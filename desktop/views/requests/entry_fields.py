"""The fields of a request that is taken in, and how they are laid out."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDateTimeEdit,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop import texts
from desktop.i18n import _
from desktop.models import plain_text
from desktop.models.catalogue import ServiceWindow
from desktop.models.private_rows import LONGEST_NAME, LONGEST_PHONE
from desktop.models.request_rules import Applicant, Channel
from desktop.texts.words_of_requests import APPLICANTS, CHANNELS
from desktop.views import citizen_field
from desktop.views.bridge import Bridge
from desktop.views.choices import Chips, filter_box
from desktop.views.elided import Elided
from desktop.views.labels import of_field
from desktop.views.named_parts import name_calendar
from desktop.views.requests.id_field import IdField
from desktop.views.requests.matter_field import MatterField
from desktop.views.window_name import short

_LINES, _LETTERS = 3, 18
"""The key that a label ends in, which is no part of the name of its field."""


class Story(QPlainTextEdit):
    """What the citizen says. Enter goes on (`passed`), Shift+Enter starts a line."""

    passed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setMinimumHeight(self.fontMetrics().lineSpacing() * _LINES + 18)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.passed.emit()
        else:
            super().keyPressEvent(event)


class EntryFields(QWidget):
    """The fields, each with a label that has an access key. `edited` on every change by the person."""

    edited = Signal()

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.matter, self.promise = MatterField(bridge), Elided()
        self._choices()
        self._typed()
        self._lay_out()
        self._connect()

    def _choices(self) -> None:
        self.window_box = filter_box(_("Window"), _LETTERS)
        self.channel = Chips(
            _("Channel"),
            [(one, _("{n} {name}").format(n=at, name=_(CHANNELS[one]))) for at, one in enumerate(Channel, 1)],
            Channel.COUNTER,
        )
        self.applicant = Chips(
            _("Applicant"),
            [(Applicant.PERSON, _("{name} (Alt+7)").format(name=_(APPLICANTS[Applicant.PERSON]))),
             (Applicant.FIRM, _("{name} (Alt+8)").format(name=_(APPLICANTS[Applicant.FIRM])))],
            Applicant.PERSON,
        )  # fmt: skip

    def _typed(self) -> None:
        self.name, self.phone, self.number = QLineEdit(), QLineEdit(), IdField()
        self.name.setMaxLength(LONGEST_NAME)
        self.phone.setMaxLength(LONGEST_PHONE)
        self.words = Story()
        citizen_field.mark(self.name, self.phone, self.number, self.words)
        self.is_earlier, self.at = QCheckBox(_("From paper, &taken in on")), QDateTimeEdit()
        self.at.setDisplayFormat("yyyy-MM-dd HH:mm")
        self.at.setCalendarPopup(True)
        self.at.setAccessibleName(_("Taken in on"))
        name_calendar(self.at.calendarWidget())
        self.at.setEnabled(False)
        self.follows = QPushButton()
        self.follows.setProperty("kind", "filter")
        self.follows.setAutoDefault(False)
        self.follows.hide()

    def _lay_out(self) -> None:
        self.promise.setProperty("type", "small")
        self.promise.setProperty("tone", "second")
        self.promise.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(_under(_("&Matter"), self.matter, self.promise))
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        for row, (label, field) in enumerate((
            (_("&Window"), self.window_box), (_("Channel (Alt+1…6)"), self.channel), (_("Applicant"), self.applicant),
        )):  # fmt: skip
            grid.addWidget(of_field(label, field), row, 0)
            grid.addWidget(field, row, 1)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        citizen = QHBoxLayout()
        citizen.setSpacing(12)
        for label, field, share in (
            (_("&Name"), self.name, 4), (_("Tele&phone"), self.phone, 4), (_("&ID number"), self.number, 4),
        ):  # fmt: skip
            citizen.addLayout(_under(label, field), share)
        column.addLayout(citizen)
        column.addLayout(_under(_("What is asked &for"), self.words, self.follows), 1)
        day = QHBoxLayout()
        day.setSpacing(8)
        day.addWidget(self.is_earlier)
        day.addWidget(self.at)
        day.addStretch(1)
        column.addLayout(day)

    def _connect(self) -> None:
        self.matter.chosen.connect(self.edited)
        for field in (self.name, self.phone, self.number):
            field.textEdited.connect(self.edited)
        self.words.textChanged.connect(self.edited)
        for chips in (self.channel, self.applicant):
            chips.chosen.connect(self.edited)
        self.applicant.chosen.connect(self._on_applicant)
        self.is_earlier.toggled.connect(self.at.setEnabled)
        self.is_earlier.toggled.connect(self.edited)
        self.at.editingFinished.connect(self.edited)

    def _on_applicant(self) -> None:
        self.number.ask_for(firm=self.applicant.value is Applicant.FIRM)

    def choose_applicant(self, who: Applicant) -> None:
        """Choose who asks, as a click would."""
        self.applicant.show_value(who)
        self._on_applicant()
        self.edited.emit()

    def choose_channel(self, channel: Channel) -> None:
        """Choose how it came in, as a click would."""
        self.channel.show_value(channel)
        self.edited.emit()

    @property
    def order(self) -> tuple[QWidget, ...]:
        """What Enter goes through."""
        return (self.matter, self.name, self.phone, self.number, self.words)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed or chosen."""
        typed = (self.name.text(), self.phone.text(), self.number.text(), self.words.toPlainText())
        return not self.matter.action and not any(map(plain_text.says_something, typed))

    def offer_windows(self, windows: Sequence[ServiceWindow], wanted: str) -> None:
        """Offer windows, one of them chosen: the one wanted by its id, else the first."""
        self.window_box.clear()
        for one in windows:
            self.window_box.addItem(f"{one.id}  {short(texts.title(one))}", one.id)
        self.window_box.setCurrentIndex(max(0, self.window_box.findData(wanted)))

    def empty(self, latest: QDateTime) -> None:
        """Empty everything but the window; `latest` is the present minute."""
        self.matter.clear_choice()
        for field in (self.name, self.phone, self.number):
            field.setText("")  # `clear` could be undone, and would bring the last citizen back
        self.words.setPlainText("")
        self.channel.show_value(Channel.COUNTER)
        self.choose_applicant(Applicant.PERSON)
        self.is_earlier.setChecked(False)
        self.at.setMaximumDateTime(latest)
        self.at.setDateTime(latest)


def _under(words: str, field: QWidget, beside: QWidget | None = None) -> QVBoxLayout:
    """Return a field under its label; `beside` takes the room that the label leaves."""
    column, head = QVBoxLayout(), QHBoxLayout()
    column.setSpacing(3)
    head.setSpacing(12)
    head.addWidget(of_field(words, field))
    if beside is not None:
        place = Qt.AlignmentFlag.AlignRight if isinstance(beside, QPushButton) else Qt.AlignmentFlag(0)
        head.addWidget(beside, 1, place)
    column.addLayout(head)
    column.addWidget(field, 1)
    return column
