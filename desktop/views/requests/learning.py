"""Has the readings of matters told beside the screen when somebody types letters, so that pinyin finds them."""

from PySide6.QtCore import QObject, Signal

from desktop.models import request_matters
from desktop.views.bridge import Bridge
from desktop.views.worker import Job


class Learning(QObject):
    """Learns on first need what of a book's matters has no reading yet; `learned` when there are more than before."""

    learned = Signal()

    def __init__(self, bridge: Bridge, parent: QObject) -> None:
        super().__init__(parent)
        self._bridge = bridge
        self._asked = ""

    def look_at(self, text: str) -> None:
        """Learn once for a book, if a word of a text may be pinyin; one that cannot be written is searched as it is."""
        may_be = any(word.isascii() and word.isalpha() and len(word) > 1 for word in text.split())
        if not may_be or not self._bridge.is_open or self._bridge.book.id == self._asked:
            return
        book = self._bridge.book
        self._asked = book.id
        job: Job[bool] = Job(lambda _step: request_matters.learn(book), self)
        job.succeeded.connect(self._on_told)
        job.start()

    def _on_told(self, is_more: bool) -> None:  # noqa: FBT001  # a signal carries it
        if is_more:
            self.learned.emit()
