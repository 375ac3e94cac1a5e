"""The status bar: which book, which unit, its last backup, who, as of when; a band of colour in a practice book."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy

from desktop import texts
from desktop.i18n import _
from desktop.views import theme
from desktop.views.bridge import Bridge
from desktop.views.elided import Elided
from desktop.views.focus import Focus

if TYPE_CHECKING:
    from desktop.models.backup import Backup

_MINUTE_MS = 60_000
_WHO = 190
"""Role and name keep so much of a narrow line, the day all that it needs."""
_LONG = timedelta(days=7)
"""A backup older than this, with entries since, is said in a warning tone."""


class Footer(QFrame):
    """One line of facts at the foot of the window, kept up to date. `backup_asked` when a backup is wanted now."""

    backup_asked = Signal()

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__()
        self._focus = focus
        self._bridge = bridge
        self._last: Backup | None = None
        self._build()
        self._connect()
        self._look()

    def _build(self) -> None:
        self.book, self.practice, self.who, self.day = _part(), _part(), _part(), _part()
        self.backup = QPushButton()
        self.backup.setProperty("kind", "status")
        # No Tab stop: it stands before every page in the chain, and the menu and the palette offer the same.
        self.backup.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 3, 18, 3)
        row.setSpacing(20)
        row.addWidget(self.book)
        row.addStretch(1)
        row.addWidget(self.practice)
        row.addStretch(1)
        for part in (self.backup, self.who, self.day):
            row.addWidget(part)

    def _connect(self) -> None:
        self.backup.clicked.connect(self.backup_asked)
        for changed in (self._focus.board_changed, self._focus.cells_changed, self._focus.desk_changed):
            changed.connect(self.say)
        for changed in (self._bridge.opened, self._bridge.backed_up):
            changed.connect(self._look)
        minute = QTimer(self)
        minute.setInterval(_MINUTE_MS)
        minute.timeout.connect(self.say)
        minute.start()

    def _look(self) -> None:
        """Look for the last backup of the book."""
        self._last = None
        if self._bridge.is_open:
            from desktop.models.backup import backups

            self._last = next(iter(backups(self._bridge.book.id)), None)
        self.say()

    def say(self) -> None:
        """Say everything anew; a practice book colours the whole line and says what it is."""
        if not self._focus.loaded:
            return
        board, desk = self._focus.board, self._focus.desk
        book = self._bridge.book if self._bridge.is_open else None
        unit = board.catalogue.units.get(book.unit) if book is not None else None
        place = book.place.name if book is not None else ""
        self.book.say("  ·  ".join(filter(None, (place, texts.title(unit) if unit is not None else ""))))
        self.who.say("  ·  ".join(filter(None, (texts.role(desk.role), desk.officer))))
        self.day.say(_("As of {day}").format(day=board.as_of.isoformat()))
        is_practice = book is not None and book.practice
        self.practice.say(_("Practice book: made-up data, nothing here counts") if is_practice else "")
        self._colour("practice" if is_practice else "footer")
        self._say_backup()
        for part in (self.who, self.day):
            part.ensurePolished()
            text = part.fontMetrics().horizontalAdvance(part.text()) + 4
            part.setMinimumWidth(text if part is self.day else min(text, theme.current().px(_WHO)))

    def _colour(self, kind: str) -> None:
        """Colour the line where that is not done yet: a style sheet is slow, and this is asked after every deed."""
        if self.property("kind") != kind:
            theme.say(self, kind=kind)
            for part in (self.book, self.who, self.day):
                theme.say(part, tone="" if kind == "practice" else "second")

    def _say_backup(self) -> None:
        book = self._bridge.book if self._bridge.is_open else None
        self.backup.setVisible(book is not None and isinstance(book.place, Path))
        if book is None or not isinstance(book.place, Path):
            return
        since = self._focus.board.heard - (self._last.entries if self._last is not None else 0)
        words, old = backed_up(self._last.at if self._last is not None else None, since, book.clock.now())
        self.backup.setText(words)
        self.backup.setAccessibleName(words)
        self.backup.setAccessibleDescription(_("Back up now"))
        self.backup.setToolTip(f"{words}\n{_('Click to back up now.')}")
        if self.backup.property("tone") != ("warn" if old else ""):
            theme.say(self.backup, tone="warn" if old else "")


def _part() -> Elided:
    """Return a part that takes what its text needs, and is cut with an ellipsis where the window is narrow."""
    part = Elided()
    part.setProperty("type", "tiny")
    part.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
    return part


def backed_up(at: datetime | None, since: int, now: datetime) -> tuple[str, bool]:
    """Return how old a backup is and how many entries came since, and whether it is time for the next one."""
    more = _("{n} entries since").format(n=since) if since > 0 else ""
    if at is None:
        return "  ·  ".join(filter(None, (_("Not backed up yet"), more))), since > 0
    said = _("Backed up {age}").format(age=_age(now - at))
    return "  ·  ".join(filter(None, (said, more))), since > 0 and now - at > _LONG


def _age(passed: timedelta) -> str:
    minutes = int(passed.total_seconds() // 60)
    if minutes < 1:
        return _("just now")
    if minutes < 60:
        return _("{n} min ago").format(n=minutes)
    if minutes < 60 * 48:
        return _("{n} h ago").format(n=minutes // 60)
    return _("{n} days ago").format(n=passed.days)
