"""The pages of a PDF below one another, drawn as they come into view by a thread that renders them."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from desktop.i18n import _
from desktop.views import theme
from desktop.views.worker import Job, Step

_GAP, _MARGIN, _WIDEST, _KEPT = 14, 16, 1000, 24
Sizes = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class Rendered:
    """Pictures of pages of a file (page counted from 0, width in pixels, picture)."""

    path: Path
    pictures: list[tuple[int, int, QImage]]


def render(path: Path, wanted: list[int], width: int, step: Step) -> Rendered:
    """Return pictures of pages (counted from 0) as wide as `width` pixels."""
    from desktop.reports.preview import Preview

    preview, found = Preview(path), Rendered(path, [])
    try:
        for number, page in enumerate(wanted):
            step.tell(number / len(wanted))
            picture = preview.render(page, width)
            image = QImage(picture.rgba, picture.width, picture.height, QImage.Format.Format_RGBA8888)
            found.pictures.append((page, width, image.copy()))
    finally:
        preview.close()
    return found


class Sheets(QWidget):
    """The column of pages. A page without a picture yet is a white sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: Sizes = ()
        self.pictures: dict[int, tuple[int, QImage]] = {}
        self.setAccessibleName(_("Pages"))

    def page_width(self) -> int:
        """Return the width of a page in logical pixels."""
        return min(max(80, self.width() - 2 * _MARGIN), _WIDEST)

    def boxes(self) -> list[QRect]:
        """Return where each page lies."""
        found, top, width = [], _MARGIN, self.page_width()
        left = (self.width() - width) // 2
        for across, down in self.sizes:
            height = round(width * down / across)
            found.append(QRect(left, top, width, height))
            top += height + _GAP
        return found

    def settle(self) -> None:
        """Take the height that all pages need."""
        boxes = self.boxes()
        self.setFixedHeight(boxes[-1].bottom() + _MARGIN if boxes else 0)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, tokens = QPainter(self), theme.current().tokens
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(event.rect(), QColor(tokens.track))
        for page, box in enumerate(self.boxes()):
            if not box.intersects(event.rect()):
                continue
            painter.fillRect(box, Qt.GlobalColor.white)
            if page in self.pictures:
                painter.drawImage(box, self.pictures[page][1])
            painter.setPen(QPen(QColor(tokens.border)))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
        painter.end()


class Pages(QScrollArea):
    """A view of a PDF. `turned(page, pages)` tells which page (from 1) is at the front."""

    turned = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self._path: Path | None = None
        self._job: Job[Rendered] | None = None
        self.sheets = Sheets()
        self.setWidget(self.sheets)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(_("Preview"))
        self.verticalScrollBar().valueChanged.connect(self._look)

    def open(self, path: Path, sizes: Sizes) -> None:
        """Show a PDF from its first page."""
        self._path = path
        self.sheets.sizes, self.sheets.pictures = sizes, {}
        self.verticalScrollBar().setValue(0)
        self._fit()

    def clear(self) -> None:
        """Show nothing."""
        self._path = None
        self.sheets.sizes, self.sheets.pictures = (), {}
        self.sheets.settle()

    def shutdown(self) -> None:
        """Wait for a rendering under way, before the dialog goes."""
        self._path = None
        if self._job is not None:
            self._job.cancel()
            self._job.wait()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.sheets.setFixedWidth(self.viewport().width())
        self.sheets.settle()
        self._look()

    def _visible(self) -> list[int]:
        top = self.verticalScrollBar().value()
        seen = QRect(0, top, self.viewport().width(), self.viewport().height())
        return [page for page, box in enumerate(self.sheets.boxes()) if box.intersects(seen)]

    def _look(self) -> None:
        """Have the pages in view rendered, and the next one; one rendering at a time."""
        if self._path is None or not self.isVisible():
            return
        visible = self._visible()
        if visible:
            self.turned.emit(visible[0] + 1, len(self.sheets.sizes))
        if self._job is not None:
            return
        width = round(self.sheets.page_width() * self.devicePixelRatioF())
        near = [page for page in (*visible, *(page + 1 for page in visible[-1:])) if page < len(self.sheets.sizes)]
        wanted = [page for page in near if self.sheets.pictures.get(page, (0, None))[0] != width]
        if wanted:
            self._start(self._path, wanted, width)

    def _start(self, path: Path, wanted: list[int], width: int) -> None:
        job = Job(lambda step: render(path, wanted, width, step), self)
        job.succeeded.connect(self._take)
        job.failed.connect(self._give_up)
        job.finished.connect(self._next)
        self._job = job
        job.start()

    def _take(self, found: Rendered) -> None:
        if found.path != self._path:
            return
        for page, width, image in found.pictures:
            self.sheets.pictures[page] = (width, image)
        while len(self.sheets.pictures) > _KEPT:
            visible = self._visible()
            here = visible[0] if visible else 0
            del self.sheets.pictures[max(self.sheets.pictures, key=lambda page: abs(page - here))]
        self.sheets.update()

    def _give_up(self, _sentence: str) -> None:
        """Ask no more for pictures of a file that cannot be rendered: its sheets stay white."""
        self._path = None

    def _next(self) -> None:
        self._job = None
        self._look()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self.verticalScrollBar()
        ends = {Qt.Key.Key_Home: bar.minimum(), Qt.Key.Key_End: bar.maximum()}
        if event.key() in ends:
            bar.setValue(ends[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(720, 560)
