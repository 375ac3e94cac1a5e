"""The rating page of the counter (好差评): a citizen chooses a level, then reasons, and is thanked; then the next one.

It knows the window's name and nothing else of the book: no citizen, no request, no figure. What is not sent is not
counted, and a page that nobody touches for a minute goes back to its start.
"""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop import i18n, log
from desktop.i18n import _
from desktop.models.refusals import Refusal
from desktop.views.rating.big_button import LEAST
from desktop.views.rating.steps import Levels, Message, Reasons, Step, large

KEY = "Ctrl+F11"
"""Comes and goes; a citizen hits it by no accident."""
Take = Callable[[int, Sequence[str]], None]
"""Takes a level and reason codes; raises Refusal."""
_THANKS_MS, _PATIENCE_MS, _RETRY_MS, _RETRIES = 3_000, 60_000, 200, 100
_BUSY = "busy"
_LANGUAGE = Qt.Key.Key_0
_BACK = (Qt.Key.Key_Backspace, Qt.Key.Key_Escape)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_WIDE, _HIGH = 1366, 768
_PLACE = 1
"""Where the step stands in the column: below the head."""


class CounterPage(QWidget):
    """Fills a screen. `left` when somebody of the house presses its key."""

    left = Signal()

    def __init__(self, window: Callable[[], str], take: Take) -> None:
        """Take what gives the name of the window in the language in use, and who takes a rating in."""
        super().__init__()
        self._window, self._take = window, take
        self._language = self._usual = i18n.language()
        self.level = 0
        self.setProperty("kind", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._build()
        self.pause, self.patience = QTimer(self), QTimer(self)
        for timer, length in ((self.pause, _THANKS_MS), (self.patience, _PATIENCE_MS)):
            timer.setSingleShot(True)
            timer.setInterval(length)
            timer.timeout.connect(self.start)
        QShortcut(QKeySequence(KEY), self, self.left.emit)
        self.start()

    def _build(self) -> None:
        self.name, self.promise, self.other = QLabel(), QLabel(), QPushButton()
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.promise.setWordWrap(True)
        self.promise.setProperty("tone", "second")
        self.promise.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.other.setAutoDefault(False)
        self.other.setProperty("rank", "large")
        self.other.setMinimumWidth(2 * LEAST)
        self.other.clicked.connect(self.turn_language)
        head = QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.other)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(48, 24, 48, 24)
        self._column.setSpacing(14)
        self._column.addLayout(head)
        self.step: Step = Step("")
        self._column.addWidget(self.step, 1)
        self._column.addWidget(self.promise)

    # Steps

    def start(self) -> None:
        """Be ready for the next citizen, in the usual language."""
        self._language = self._usual
        self._choose_anew()

    def _choose_anew(self) -> None:
        self.level = 0
        self.pause.stop()
        self.patience.stop()
        self._stand(self._levels)

    def _levels(self) -> Step:
        step = Levels()
        step.chosen.connect(self._on_level)
        return step

    def _reasons(self) -> Step:
        step = Reasons(self.level)
        step.sent.connect(self._on_sent)
        step.left.connect(self._choose_anew)
        return step

    def _on_level(self, level: int) -> None:
        self.level = level
        self._stand(self._reasons)

    def _on_sent(self, codes: Sequence[str]) -> None:
        level, self.level = self.level, 0  # a second Enter finds nothing to send
        self.patience.stop()
        self._try(level, codes, _RETRIES)

    def _try(self, level: int, codes: Sequence[str], left: int) -> None:
        """Take the rating in; a book that another program is writing is asked again in a moment."""
        try:
            self._take(level, codes)
        except Refusal as refusal:
            if refusal.code == _BUSY and left:
                self._stand(lambda: Message(_("One moment, please…"), ""))
                QTimer.singleShot(_RETRY_MS, self, lambda: self._try(level, codes, left - 1))
                return
            log.of(__name__).warning("a rating was refused: %s", refusal.code)
            self._stand(lambda: Message(_("Your rating could not be kept."), _("Please tell the staff at the window.")))
        else:
            self._stand(lambda: Message(_("Thank you for your rating."), _("It was kept without your name.")))
        self.pause.start()

    def _stand(self, make: Callable[[], Step]) -> None:
        """Put a step in the place of the one that stands there, in the language of the citizen."""
        with self._speech():
            old, self.step = self.step, make()
            self._say()
        self._make = make
        self.step.touched.connect(self._on_touch)
        self._column.removeWidget(old)  # not `replaceWidget`, which gives back an item: see views/anew.py
        self._column.insertWidget(_PLACE, self.step, 1)
        old.hide()
        old.deleteLater()
        self._fit()
        self.begin()
        if self.level or self._language != self._usual:
            self.patience.start()

    def begin(self) -> None:
        """Give the keyboard to the other language: a stray Enter must neither rate nor praise."""
        self.other.setFocus()

    def _speech(self) -> AbstractContextManager[None]:
        return nullcontext() if self._language == self._usual else i18n.speaking(self._language)

    def _say(self) -> None:
        self.name.setText(self._window())
        self.setAccessibleName(_("Rating of service"))
        self.promise.setText(
            _("Anonymous: neither your name nor your matter is kept, and the day's ratings are mixed before storing.")
        )
        chinese = QLocale(QLocale.Language.Chinese, QLocale.Country.China).nativeLanguageName()
        named = chinese if self._another == "zh" else "English"  # a language is called by its own name
        self.other.setText(f"{named}  0")
        self.other.setAccessibleName(named)
        self.other.setToolTip(f"{named} (0)")

    @property
    def _another(self) -> str:
        return "en" if self._language == "zh" else "zh"

    def turn_language(self) -> None:
        """Speak the other language until this citizen is done."""
        self._language = self._another
        chosen = set(self.step.codes) if isinstance(self.step, Reasons) else set()
        self._stand(self._make)
        if isinstance(self.step, Reasons):
            self.step.choose(chosen)

    # Keys and room

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take digits, Enter to send, Backspace to go back, 0 for the other language."""
        key = Qt.Key(event.key())
        self._on_touch()
        if key == _LANGUAGE:
            self.turn_language()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.step.press(int(key) - int(Qt.Key.Key_0))
        elif isinstance(self.step, Reasons) and key in _ENTER:
            self.step.finish()
        elif isinstance(self.step, Reasons) and key in _BACK:
            self._choose_anew()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._on_touch()
        super().mousePressEvent(event)

    def _on_touch(self) -> None:
        if self.patience.isActive():
            self.patience.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        unit = max(0.6, min(self.width() / _WIDE, self.height() / _HIGH))
        self.step.fit(unit)
        self.name.setFont(large(24, unit))
        self.promise.setFont(large(17, unit, strong=False))
        self.other.setFont(large(18, unit, strong=False))
