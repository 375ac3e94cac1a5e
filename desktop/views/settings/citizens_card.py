"""Citizens' data: of how many requests something is kept, since when, how its backups stand, and the purge."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.models.rights import Right
from desktop.views.bridge import Bridge
from desktop.views.deeds import Deed
from desktop.views.focus import Focus
from desktop.views.keeper import barred
from desktop.views.settings.fact_labels import bar, name_label
from desktop.views.worker import Job, Step

if TYPE_CHECKING:
    from desktop.counter.purging import Done
    from desktop.models.book import Book
    from desktop.models.purging import Purged


@dataclass(frozen=True, slots=True)
class Stand:
    """What the card shows: `months` from the rule, `since` the day of the oldest, `backups` with the oldest's day."""

    kept: int
    since: date | None
    months: int
    backups: int
    oldest_backup: date | None
    last: "Purged | None"
    unfinished: date | None


class CitizensCard(QWidget):
    """Facts, and two buttons. What a role may not do is grey and says who may."""

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__()
        self._focus, self._bridge = focus, bridge
        self._job: Job[Stand] | None = None
        self.stand: Stand | None = None
        """What is shown, None before it was read."""
        self._build()
        self.purge.clicked.connect(self._on_purge)
        self.finish.clicked.connect(self._on_finish)
        self.report.clicked.connect(self._on_report)
        focus.desk_changed.connect(self._allow)

    def _build(self) -> None:
        self.facts = {name: QLabel("—") for name in ("kept", "rule", "backups", "last")}
        names = (_("On file"), _("Kept for"), _("Backups"), _("Last purge"))
        form = QFormLayout()
        form.setHorizontalSpacing(24)
        form.setVerticalSpacing(12)
        for name, label in zip(names, self.facts.values(), strict=True):
            label.setWordWrap(True)
            form.addRow(name_label(name, label), label)
        self.warning = QLabel()
        self.warning.setWordWrap(True)
        self.warning.setProperty("tone", "danger")
        self.warning.hide()
        self.purge, self.finish = QPushButton(_("Purge…")), QPushButton(_("Finish the purge"))
        self.report = QPushButton(_("Report…"))
        self.buttons = QWidget()  # they stand beside the title, so that they are seen without scrolling
        row = QHBoxLayout(self.buttons)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for button in (self.report, self.finish, self.purge):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addLayout(form)
        column.addWidget(self.warning)
        self.finish.hide()
        self.report.hide()

    def refresh(self) -> None:
        """Read how things stand, in a job: a large register is counted for a while."""
        self._allow()
        if not self._bridge.is_open or self._job is not None:
            return
        book = self._bridge.book
        self._job = Job(lambda _step: read(book), self)
        self._job.succeeded.connect(self._show)
        self._job.failed.connect(self._complain)
        self._job.finished.connect(self._ended)
        self._job.start()

    def _ended(self) -> None:
        self._job = None

    def _complain(self, sentence: str) -> None:
        self.warning.setText(sentence)
        self.warning.show()

    def _show(self, stand: Stand) -> None:
        self.stand = stand
        kept = _("{n} requests, the oldest of {day}") if stand.since else _("{n} requests")
        kept = kept.format(n=f"{stand.kept:,}", day=stand.since) if stand.kept else _("Nothing")
        self.facts["kept"].setText(kept)
        rule = _("{n} months after the end (rule of the bureau)")
        self.facts["rule"].setText(rule.format(n=stand.months))
        backups = _("{n}, oldest {day}; at most 35 days")
        self.facts["backups"].setText(
            backups.format(n=stand.backups, day=stand.oldest_backup) if stand.backups else _("Nothing")
        )
        self.facts["last"].setText(_last(stand.last))
        self.report.setVisible(stand.last is not None)
        self.finish.setVisible(stand.unfinished is not None)
        self.warning.setVisible(stand.unfinished is not None)
        if stand.unfinished is not None:
            self.warning.setText(
                _("The purge of requests before {day} was interrupted. Finish it: something may be left.").format(
                    day=stand.unfinished
                )
            )
        self._allow()

    def deeds(self) -> tuple[Deed, ...]:
        """Return what can be done with citizens' data."""
        purge = Deed(
            "privacy.purge", _("Purge citizens' data…"), self._on_purge, menu="file", section=6, barred=self._bars
        )
        return (
            purge,
            Deed("privacy.report", _("Report of the last purge…"), self._on_report, barred=self._bars_report),
        )

    def _bars(self) -> str:
        return "" if self.purge.isEnabled() else self.purge.toolTip()

    def _bars_report(self) -> str:
        return "" if self.stand is not None and self.stand.last is not None else _("Nothing was purged yet.")

    def _allow(self) -> None:
        why = barred(self._focus.desk.role, Right.PURGE)
        if not why and self._focus.read_only:
            why = _("A past day is shown. Return to today to change anything.")
        bar(self.finish, why)
        if not why and self.stand is not None and self.stand.unfinished is not None:
            why = _("Finish the interrupted purge first.")
        bar(self.purge, why)

    def _on_purge(self) -> None:
        from desktop.views.settings.purge_dialog import PurgeDialog

        dialog = PurgeDialog(self._bridge, self._focus, self.window())
        dialog.purged.connect(self.take)
        dialog.finished.connect(self.refresh)
        dialog.open()

    def take(self, done: "Done") -> None:
        """Tell the other screens whose words are gone, and show the report to be signed."""
        if done.posted is not None:
            self._bridge.take(done.posted)
        if done.purged is not None:
            self._bridge.said.emit(_("Deleted for good: the data of {n} requests.").format(n=done.purged.requests))
            self._show_report(done.purged)

    def _on_finish(self) -> None:
        book, desk = self._bridge.book, self._focus.desk

        def work(step: Step) -> "Done | None":
            from desktop.counter import purging

            return purging.finish(book, desk, step.tell)

        job: Job[Done | None] = Job(work, self)
        self._bridge.follow(_("Finishing the purge"), job)
        job.succeeded.connect(self._finished)
        job.finished.connect(self.refresh)
        job.start()

    def _finished(self, done: "Done | None") -> None:
        if done is not None:
            self.take(done)

    def _on_report(self) -> None:
        if self.stand is not None and self.stand.last is not None:
            self._show_report(self.stand.last)

    def _show_report(self, purged: "Purged") -> None:
        from desktop.views.settings.purge_report_dialog import PurgeReportDialog

        PurgeReportDialog(self._bridge, purged, self.window()).open()


def read(book: "Book") -> Stand:
    """Return how things stand. Raises BookRefused where the private file does not open."""
    from desktop.counter import purging
    from desktop.models import purging as rules
    from desktop.models.clock import BEIJING

    copies, made = book.private.backups(), rules.purges(book)
    return Stand(
        book.private.count(), rules.since(book), rules.months(book), len(copies),
        copies[-1].at.astimezone(BEIJING).date() if copies else None, made[0] if made else None,
        purging.unfinished(book),
    )  # fmt: skip


def _last(purged: "Purged | None") -> str:
    if purged is None:
        return _("None yet")
    told = _("{day}, {officer}: {n} requests that ended before {before}")
    return told.format(day=purged.on, officer=purged.officer, n=f"{purged.requests:,}", before=purged.before)
