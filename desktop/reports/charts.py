"""Charts as blocks of a page: stacked bars, progress bars, a legend. Patterns tell states apart on a grey printer."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop import texts
from desktop.i18n import _
from desktop.models.totals import Tally
from desktop.models.vocabulary import Status
from desktop.reports import signs
from desktop.reports.faces import FaceRole
from desktop.reports.layout import MEASURE, Drawing
from desktop.reports.press import Press
from desktop.reports.rates import percent
from desktop.reports.typecase import TypeCase

_TYPE = 9.0
_SMALL = 7.5
_ROW = 20.0
_BAR = 12.0
_GAP = 6.0


@dataclass(frozen=True, slots=True)
class Bar:
    """One bar of a chart: its name and its counts."""

    name: str
    tally: Tally


def legend(case: TypeCase, states: Sequence[Status] = signs.ORDER, width: float = MEASURE) -> Drawing:
    """Return the legend of stacked bars: a swatch, the state's sign and its name."""
    places: list[tuple[float, int, Status]] = []
    x, row = 0.0, 0
    for status in states:
        wide = 30 + case.width(texts.status_in_full(status), FaceRole.SONG, _TYPE) + 10
        if x + wide > width + 10:
            x, row = 0.0, row + 1
        places.append((x, row, status))
        x += wide

    def paint(press: Press, left: float, top: float) -> None:
        for at, line, status in places:
            y = top - 12 - line * 15
            press.draw(signs.segment(status, left + at, y, 14, 8), signs.shape(status, left + at + 22, y + 4, 3.4))
            press.say(left + at + 30, y + 0.8, texts.status_in_full(status), FaceRole.SONG, _TYPE)

    return Drawing((row + 1) * 15 + 6, paint, keep=True)


def stacked(bars: Sequence[Bar], case: TypeCase, width: float = MEASURE) -> Drawing:
    """Return one bar a group, as long as its share of 100 %, with counts where they fit and the denominator behind."""
    name_width = max((case.width(bar.name, FaceRole.SONG, _TYPE) for bar in bars), default=0.0) + _GAP
    tail = max((case.width(str(bar.tally.applicable), FaceRole.SONG, _TYPE) for bar in bars), default=0.0) + _GAP
    long = width - name_width - tail

    def paint(press: Press, left: float, top: float) -> None:
        for at, bar in enumerate(bars):
            y = top - at * _ROW - (_ROW + _BAR) / 2
            wide = case.width(bar.name, FaceRole.SONG, _TYPE)
            press.say(left + name_width - _GAP - wide, y + 2.6, bar.name, FaceRole.SONG, _TYPE)
            _segments(press, bar.tally, left + name_width, y, long)
            press.say(left + name_width + long + _GAP, y + 2.6, str(bar.tally.applicable), FaceRole.SONG, _TYPE)

    return Drawing(len(bars) * _ROW + 4, paint)


def _segments(press: Press, tally: Tally, x: float, y: float, long: float) -> None:
    for status in signs.ORDER:
        count = tally.counts[status]
        wide = long * count / tally.applicable if tally.applicable else 0.0
        if not count:
            continue
        press.draw(signs.segment(status, x, y, wide, _BAR))
        if press.case.width(str(count), FaceRole.HEI, _SMALL) + 4 <= wide:
            _counted(press, str(count), x + wide / 2, y, white=signs.dark(status))
        x += wide


def _counted(press: Press, text: str, middle: float, y: float, *, white: bool) -> None:
    wide = press.case.width(text, FaceRole.HEI, _SMALL)
    ground, ink = ("0.20 g", "1 g") if white else ("1 g", "0 g")
    press.draw(f"q {ground} {middle - wide / 2 - 1.5:.2f} {y + 1.8:.2f} {wide + 3:.2f} {_BAR - 3.6:.2f} re f Q")
    press.say(middle - wide / 2, y + 3.3, text, FaceRole.HEI, _SMALL, ink=ink)


def progress(text: str, x: float, middle: float, width: float) -> str:
    """Draw a cell's progress bar out of “verified/in place/applicable”: verified filled, self-reported hatched."""
    verified, in_place, applicable = map(int, text.split("/"))
    y, height = middle - 4, 8.0
    parts = [f"q 0 G 0.4 w {x:.2f} {y:.2f} {width:.2f} {height:.2f} re S Q"]
    if applicable:
        done = width * verified / applicable
        told = width * (in_place - verified) / applicable
        parts += [signs.segment(Status.VERIFIED, x, y, done, height)] if done else []
        parts += [signs.segment(Status.IN_PLACE, x + done, y, told, height)] if told else []
    return " ".join(parts)


def progress_text(tally: Tally) -> str:
    """Return the text of a progress cell for a tally; see `progress`."""
    return f"{tally.counts[Status.VERIFIED]}/{tally.in_place}/{tally.applicable}"


def headline(tally: Tally, case: TypeCase, width: float = MEASURE) -> Drawing:
    """Return the two rates large, side by side, each with its sum and a bar over the same denominator."""
    verified = tally.counts[Status.VERIFIED]
    told = (
        (_("In-place rate"), tally.in_place, Status.IN_PLACE),
        (_("Verified rate"), verified, Status.VERIFIED),
    )
    half = (width - 20) / 2

    def paint(press: Press, left: float, top: float) -> None:
        for at, (name, part, status) in enumerate(told):
            x = left + at * (half + 20)
            rate = percent(part, tally.applicable)
            press.say(x, top - 12, name, FaceRole.HEI, 10.5)
            press.say(x, top - 40, rate, FaceRole.HEI, 26)
            wide = case.width(rate, FaceRole.HEI, 26)
            press.say(x + wide + 8, top - 40, f"{part} / {tally.applicable}", FaceRole.SONG, 10.5)
            press.draw(f"q 0 G 0.4 w {x:.2f} {top - 56:.2f} {half:.2f} 9 re S Q")
            if part:
                press.draw(signs.segment(status, x, top - 56, half * part / tally.applicable, 9))

    return Drawing(62, paint)
