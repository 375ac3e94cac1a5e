"""What stands on every page beside its blocks: the number, the foot that says where the figures come from, 练习."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from desktop.i18n import _
from desktop.models.catalogue import Edition
from desktop.reports.faces import FaceRole
from desktop.reports.layout import A4, MM, Block, Frame, Frames, paginate
from desktop.reports.press import Press, actual_text

_NUMBER = 14.0
_NUMBER_BELOW = 7 * MM
_NOTE = 8.0
_WATERMARK = 150.0
_ASCENT = 0.86


@dataclass(frozen=True, slots=True)
class Imprint:
    """Where the figures of a document come from; stands on every page.

    `heard` is the order of arrival up to which entries were heard, `printed_on` a day, never a clock time.
    """

    as_of: date
    heard: int
    edition: Edition
    printed_on: date
    practice: bool = False


OnPage = Callable[[int, int], None]
"""Is told each page done and how many there are; what it raises stops the printing, and no file is written."""


def print_pages(
    press: Press, blocks: Iterable[Block], frame: Frames, imprint: Imprint, on_page: OnPage | None = None
) -> None:
    """Set and print blocks with page number, foot and, in a practice book, the word 练习 behind the text."""
    pages = paginate(blocks, frame)
    upright = press.height > press.width
    for number, page in enumerate(pages, 1):
        here = frame(number)
        if imprint.practice:
            watermark(press)
        for placed in page:
            if placed.block.mark:
                press.bookmark(*placed.block.mark)
            placed.block.draw(press, here.left, placed.top)
        if upright:
            _page_number(press, here, number)
        _foot(press, here, imprint, (number, len(pages)), upright=upright)
        press.end_page()
        if on_page:
            on_page(number, len(pages))


def _page_number(press: Press, frame: Frame, number: int) -> None:
    """Print “— 1 —” 7 mm below the text, one character in from the outer edge (7.5)."""
    text = f"— {number} —"
    y = frame.top - frame.height - _NUMBER_BELOW - _ASCENT * _NUMBER
    width = press.case.width(text, FaceRole.SONG, _NUMBER)
    x = frame.left + frame.width - width - _NUMBER if number % 2 else frame.left + _NUMBER
    press.say(x, y, text, FaceRole.SONG, _NUMBER)


def provenance(imprint: Imprint) -> tuple[str, str]:
    """Return what every page says of its figures: as of, heard up to, edition; and the day of printing."""
    origin = (
        _("starter catalogue, not the official text") if imprint.edition.origin != "official" else _("official text")
    )
    told = _("As of {day} · entries received up to No. {heard} · catalogue {edition} ({origin})").format(
        day=day(imprint.as_of), heard=imprint.heard, edition=imprint.edition.id, origin=origin
    )
    if imprint.practice:
        told = f"{_('PRACTICE')} · {told}"
    return told, _("Printed on {day}").format(day=day(imprint.printed_on))


def _foot(press: Press, frame: Frame, imprint: Imprint, page: tuple[int, int], *, upright: bool) -> None:
    told, printed = provenance(imprint)
    counted = _("Page {page} of {pages}").format(page=page[0], pages=page[1])
    right = frame.left + frame.width
    y = 14 * MM if upright else 11 * MM
    counted = counted if upright else f"{printed} · {counted}"
    last = press.case.width(counted, FaceRole.SONG, _NOTE)
    room = frame.width if upright else frame.width - last - _NOTE
    press.draw(f"q 0.5 G 0.4 w {frame.left:.2f} {y + 11:.2f} m {right:.2f} {y + 11:.2f} l S Q")
    press.say(frame.left, y, told, FaceRole.SONG, press.case.fitting(told, FaceRole.SONG, _NOTE, room))
    if upright:
        y -= 11
        press.say(frame.left, y, printed, FaceRole.SONG, _NOTE)
    press.say(right - last, y, counted, FaceRole.SONG, _NOTE)


def watermark(press: Press) -> None:
    """Print the word 练习 across the page, behind the text."""
    word = _("PRACTICE")
    size = _WATERMARK if len(word) < 4 else _WATERMARK * 0.7
    size *= min(press.width, press.height) / A4[0]
    wide = press.case.width(word, FaceRole.HEI, size)
    turn = "0.7071 0.7071 -0.7071 0.7071"
    press.draw(f"{actual_text(word)} q {turn} {press.width / 2:.2f} {press.height / 2:.2f} cm")
    press.say(-wide / 2, -size / 3, word, FaceRole.HEI, size, ink="0.93 g")
    press.draw("Q EMC")


def day(on: date) -> str:
    """Return a date as running text writes it: 2026年11月3日, without leading zeros (GB/T 9704, 7.3.5.1)."""
    return _("{year}-{month:02d}-{day:02d}").format(year=on.year, month=on.month, day=on.day)
