"""What is under way: what, where, how far, how long still, and a way to stop it. It stands over the lower edge."""

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.worker import Job

_AFTER_MS = 250
"""What is done sooner needs no word."""
_BOTTOM, _BAR, _AROUND = 18, 130, 70
_FROM = 0.05
"""The part done from which on the rest can be guessed."""


class Underway(QFrame):
    """One job at a time; it goes away by itself when the job ends. It never takes the keyboard by itself."""

    def __init__(self, ground: QWidget) -> None:
        super().__init__(ground)
        self._ground = ground
        self._job: Job[object] | None = None
        self._what, self._since = "", QElapsedTimer()
        self.setProperty("kind", "toast")
        self.setAccessibleName(_("Under way"))
        self._text, self._bar = QLabel(), QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress"))
        self.stop = QPushButton(_("Stop"))
        self.stop.setToolTip(_("Nothing is changed then"))
        self.stop.clicked.connect(self._on_stop)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(14)
        row.addWidget(self._text, 1)
        row.addWidget(self._bar)
        row.addWidget(self.stop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_AFTER_MS)
        self._timer.timeout.connect(self._appear)
        ground.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def follow(self, what: str, job: Job[object]) -> None:
        """Follow a job until it ends; the newest where two are under way."""
        self._what, self._job = what, job
        self._since.start()
        self.stop.setEnabled(True)
        self._tell(0.0)
        job.progressed.connect(lambda fraction, _text: self._on_progress(job, fraction))
        job.finished.connect(lambda: self._end(job))
        self._timer.start()

    def _on_progress(self, job: Job[object], fraction: float) -> None:
        if job is self._job:
            self._tell(fraction)

    def _tell(self, fraction: float) -> None:
        self._bar.setValue(round(fraction * 100))
        words = [self._what, f"{fraction:.0%}"]
        if fraction >= _FROM:
            left = self._since.elapsed() * (1 - fraction) / fraction / 1000
            words.append(_("about {n} s more").format(n=max(1, round(left))))
        self._text.setText("  ·  ".join(words))
        self.setAccessibleDescription(self.text)
        if self.isVisible():
            self._place()

    def _appear(self) -> None:
        self._place()
        self.show()
        self.raise_()

    def _on_stop(self) -> None:
        if self._job is not None:
            self.stop.setEnabled(False)
            self._job.cancel()

    def _end(self, job: Job[object]) -> None:
        if job is not self._job:
            return
        self._job = None
        self._timer.stop()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the lower edge when the ground changes its size."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        look = theme.current()
        self._bar.setFixedWidth(look.px(_BAR))
        words = self._text.fontMetrics().horizontalAdvance(self.text)
        wanted = words + self._bar.width() + self.stop.sizeHint().width() + look.px(_AROUND)
        width = max(self.width(), wanted) if self.isVisible() else wanted  # it never shrinks under the mouse
        self.setFixedSize(min(width, self._ground.width() - 48), self.sizeHint().height())
        self.move((self._ground.width() - self.width()) // 2, self._ground.height() - self.height() - _BOTTOM)
