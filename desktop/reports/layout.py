"""A page's column: the geometry of GB/T 9704-2012, blocks set one below the other, and their way onto pages."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from desktop.reports.press import Press

MM = 72 / 25.4
A4 = (210 * MM, 297 * MM)
A4_LANDSCAPE = (297 * MM, 210 * MM)
LINES, CHARS = 22, 28
"""The grid of a page: lines, and characters a line (5.2.2)."""
MEASURE = 156 * MM
DEPTH = 225 * MM
PITCH = DEPTH / LINES
BODY = 16.0
"""3号, the size of the text."""
TRACKING = MEASURE / CHARS - BODY
"""What is taken off after every character so that the grid holds (28 of 16 points are wider than 156 mm)."""
_TOP, _BINDING, _OUTER = 37 * MM, 28 * MM, 26 * MM
_SLACK = 0.01


class Block(Protocol):
    """Something set into a column, from the top down. Heights are points."""

    @property
    def height(self) -> float:
        """Full height."""

    @property
    def need(self) -> float:
        """Height below which the block does not begin on a page."""

    @property
    def keep(self) -> bool:
        """Whether the block stays with the next one."""

    @property
    def mark(self) -> tuple[str, int] | None:
        """Outline entry and its level."""

    @property
    def on_grid(self) -> bool:
        """Whether the block stands on the lines of the grid."""

    def split(self, room: float) -> "tuple[Block, Block] | None":
        """Return what fits and the rest, None when nothing fits or the block is whole."""

    def draw(self, press: Press, x: float, top: float) -> None:
        """Print with the upper left corner at (x, top)."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The column of a page: left edge, top edge, width, height, in points from the lower left corner."""

    left: float
    top: float
    width: float
    height: float


def portrait(page: int) -> Frame:
    """Return the 版心 of a page of an official document, 156 x 225 mm, bound on the left of odd pages (5.2.1)."""
    return Frame(_BINDING if page % 2 else _OUTER, A4[1] - _TOP, MEASURE, DEPTH)


def landscape(page: int) -> Frame:
    """Return the column of a landscape sheet, its head at the 订口 of odd and the 切口 of even pages (clause 8)."""
    head = _BINDING if page % 2 else _OUTER
    return Frame(17 * MM, A4_LANDSCAPE[1] - head, 263 * MM, A4_LANDSCAPE[1] - head - 20 * MM)


Frames = Callable[[int], Frame]


@dataclass(frozen=True, slots=True)
class Placed:
    """A block on a page, its top edge in points from the page's foot."""

    block: Block
    top: float


class Break:
    """Begins a new page."""

    height = need = 0.0
    keep = on_grid = False
    mark = None

    def split(self, _room: float) -> None:
        """Return None: a break is whole."""

    def draw(self, press: Press, x: float, top: float) -> None:
        """Print nothing."""


class Space:
    """White space; vanishes at the top of a page."""

    need = 0.0
    keep = True
    on_grid = False
    mark = None

    def __init__(self, height: float) -> None:
        self.height = height

    def split(self, _room: float) -> None:
        """Return None: space is whole."""

    def draw(self, press: Press, x: float, top: float) -> None:
        """Print nothing."""


class Drawing:
    """A block drawn by a function of (press, x, top); whole."""

    on_grid = False

    def __init__(
        self, height: float, paint: Callable[[Press, float, float], None],
        *, keep: bool = False, mark: tuple[str, int] | None = None,
    ) -> None:  # fmt: skip
        self.height = self.need = height
        self.keep, self.mark, self._paint = keep, mark, paint

    def split(self, _room: float) -> None:
        """Return None: a drawing is whole."""

    def draw(self, press: Press, x: float, top: float) -> None:
        """Print the drawing."""
        self._paint(press, x, top)


class _Setter:
    """Sets blocks onto pages."""

    def __init__(self, blocks: Iterable[Block], frame: Frames) -> None:
        self.waiting = list(reversed(list(blocks)))
        self.pages: list[list[Placed]] = []
        self._frame = frame
        self.turn()

    def turn(self) -> None:
        """Begin a page, unless nothing stands on the present one."""
        if not self.pages or self.pages[-1]:
            self.pages.append([])
        self._here = self._frame(len(self.pages))
        self._room = self._here.height

    def set(self, block: Block) -> None:
        """Place a block, or its first part, or turn the page and try again."""
        fresh = not self.pages[-1]
        if block.on_grid:
            self._room = PITCH * int(self._room / PITCH + _SLACK)
        if isinstance(block, Break) or (not fresh and _chain(block, self.waiting) > self._room + _SLACK):
            self.turn()
            if not isinstance(block, Break):
                self.waiting.append(block)
        elif not (fresh and isinstance(block, Space)):
            self._place(block, fresh=fresh)

    def _place(self, block: Block, *, fresh: bool) -> None:
        parts = block.split(self._room) if block.height > self._room + _SLACK else None
        if parts:
            block, rest = parts
            self.waiting += [rest, Break()]
        elif block.height > self._room + _SLACK and not fresh:
            self.waiting += [block, Break()]
            return
        self.pages[-1].append(Placed(block, self._here.top - self._here.height + self._room))
        self._room -= block.height


def paginate(blocks: Iterable[Block], frame: Frames) -> list[list[Placed]]:
    """Set blocks onto pages. A block that is whole and higher than a page runs over its foot rather than vanish."""
    setter = _Setter(blocks, frame)
    while setter.waiting:
        setter.set(setter.waiting.pop())
    return [page for page in setter.pages if page]


def _chain(block: Block, waiting: Sequence[Block]) -> float:
    """Return the height that a block and those it must stay with need at the least."""
    if not block.keep:
        return block.need
    total = block.height
    for after in reversed(waiting):
        total += after.height if after.keep else after.need
        if not after.keep:
            break
    return total
