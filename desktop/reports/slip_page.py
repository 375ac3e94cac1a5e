"""A slip on its page: A4 as every sheet of the house, A6 for the hand, with the same words at its foot."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from desktop import i18n
from desktop.i18n import _
from desktop.reports import kinsoku
from desktop.reports.faces import FaceRole
from desktop.reports.layout import A4, MEASURE, MM, Block, Frame, paginate, portrait
from desktop.reports.paper import Imprint, print_pages, provenance, watermark
from desktop.reports.press import Press, Title, Written
from desktop.reports.slip_blocks import Setting
from desktop.reports.typecase import TypeCase

A6 = (105 * MM, 148 * MM)
SMALL = Frame(7 * MM, A6[1] - 6 * MM, A6[0] - 14 * MM, A6[1] - 6 * MM - 15 * MM)
"""The column of an A6 page."""
_NOTE, _PITCH = 6.2, 8.2
_SCALES = (1.0, 0.94, 0.88, 0.82, 0.76, 0.7)
"""Sizes tried, largest first; a slip too long for the last goes on to a second page."""
_SIZE, _LABEL = 11.0, 62.0
_LARGE, _LARGE_LABEL = 13.0, 92.0
_HIGHER = 17 * MM
"""A form begins higher than the text of an official document."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the file says of itself: its title, the unit, the number of the request; and where its facts are from."""

    title: str
    unit: str
    number: str
    imprint: Imprint


Build = Callable[[Setting], list[Block]]


def write_a4(sheet: Sheet, build: Build, out: Path) -> Written:
    """Write a slip as A4 PDF in the language in use, in the largest type with which it fits one page.

    The same facts and faces give the same bytes. Raises the refusal `no_printing_face` when the machine has no face
    that prints Chinese, OSError when `out` cannot be written.
    """
    case = TypeCase()
    with Press(case, A4, _title(sheet)) as press:
        blocks = _fitting(build, Setting(case, MEASURE, _LARGE, _label(_LARGE_LABEL)), _form(1))
        print_pages(press, blocks, _form, sheet.imprint)
        return press.write(out)


def write_a6(sheet: Sheet, build: Build, out: Path) -> Written:
    """Write a slip as A6 PDF, in the largest type with which it fits one page. Raises what `write_a4` raises."""
    case = TypeCase()
    with Press(case, A6, _title(sheet)) as press:
        blocks = _fitting(build, Setting(case, SMALL.width, _SIZE, _label(_LABEL), 0.2, 1.32), SMALL)
        pages = paginate(blocks, lambda _number: SMALL)
        for number, page in enumerate(pages, 1):
            if sheet.imprint.practice:
                watermark(press)
            for placed in page:
                placed.block.draw(press, SMALL.left, placed.top)
            _foot(press, sheet.imprint, number, len(pages))
            press.end_page()
        return press.write(out)


def _label(wide: float) -> float:
    """Return the width of labels: English ones are longer than four characters."""
    return wide if i18n.language() == "zh" else wide * 1.18


def _form(page: int) -> Frame:
    here = portrait(page)
    return Frame(here.left, here.top + _HIGHER, here.width, here.height + _HIGHER)


def _fitting(build: Build, setting: Setting, frame: Frame) -> list[Block]:
    blocks: list[Block] = []
    for scale in _SCALES:
        blocks = build(replace(setting, size=setting.size * scale, label=setting.label * scale))
        if sum(block.height for block in blocks) <= frame.height:
            break
    return blocks


def _title(sheet: Sheet) -> Title:
    language = "zh-CN" if i18n.language() == "zh" else "en"
    return Title(sheet.title, sheet.unit, sheet.number, language, sheet.imprint.as_of)


def _foot(press: Press, imprint: Imprint, number: int, pages: int) -> None:
    told, printed = provenance(imprint)
    counted = _("Page {page} of {pages}").format(page=number, pages=pages)
    y = SMALL.top - SMALL.height - 2 * MM
    press.draw(f"q 0.5 G 0.4 w {SMALL.left:.2f} {y:.2f} m {SMALL.left + SMALL.width:.2f} {y:.2f} l S Q")
    room = SMALL.width / _NOTE
    for line in kinsoku.lines(f"{told}\n{printed} · {counted}", press.case.widths(FaceRole.SONG), room):
        y -= _PITCH
        press.say(SMALL.left, y, line, FaceRole.SONG, _NOTE)
