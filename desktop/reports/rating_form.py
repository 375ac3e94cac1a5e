"""好差评纸质评价表: five levels to tick, reasons to each; anonymous unless the person wants to be called back."""

from pathlib import Path

from desktop.i18n import _
from desktop.reports.faces import FaceRole
from desktop.reports.layout import Block, Drawing, Space
from desktop.reports.paper import day
from desktop.reports.press import Press, Written
from desktop.reports.slip_blocks import Setting, head, paragraph, rows
from desktop.reports.slip_facts import Level, RatingFormFacts
from desktop.reports.slip_page import Sheet, write_a4

_LEVEL, _REASON = 14.0, 10.0
_HEAD, _LINE, _GAP = 22.0, 14.5, 5.0
_ACROSS = 2


def write(facts: RatingFormFacts, out: Path) -> Written:
    """Write the paper form, A4; it carries no number of a request. Raises what `slip_page.write_a4` raises."""
    title = _("Service rating form")

    def build(setting: Setting) -> list[Block]:
        small = Setting(setting.case, setting.width, 11.0, 70.0)
        on = day(facts.on) if facts.on else _("        year    month    day")
        return [
            *head(title, facts.office.unit, setting, 20.0),
            *rows([(_("Window"), facts.office.window), (_("Day"), on)], small),
            Space(4),
            paragraph(
                _("Please tick one level, and as many of its reasons as apply. This form does not ask who you are."),
                small,
            ),
            Space(2),
            *(_level(level, setting) for level in facts.levels),
            _lines(_("Your words (please write no names or numbers of other people):"), 2, setting),
            Space(6),
            paragraph(_("Only if you wish to be called back about this rating (named rating, of your own will):"), small),
            _lines(_("Name:                    Telephone:                         Number of the request:"), 0, setting),
            _consent(setting),
        ]

    return write_a4(Sheet(title, facts.office.unit, "", facts.imprint), build, out)


def _box(press: Press, x: float, base: float, size: float) -> None:
    """Draw a box to tick: most faces have no such character."""
    press.draw(f"q 0 G 0.8 w {x:.2f} {base - size * 0.08:.2f} {size:.2f} {size:.2f} re S Q")


def _level(level: Level, setting: Setting) -> Drawing:
    case = setting.case
    lines = -(-len(level.reasons) // _ACROSS)
    wide = setting.width / _ACROSS

    def paint(press: Press, left: float, top: float) -> None:
        base = top - _HEAD + 6
        press.draw(f"q 0.955 g {left:.2f} {top - _HEAD:.2f} {setting.width:.2f} {_HEAD:.2f} re f Q")
        _box(press, left + 5, base, 12)
        press.say(left + 24, base, str(level.digit), FaceRole.HEI, _LEVEL)
        press.say(left + 42, base, level.name, FaceRole.HEI, _LEVEL)
        for at, (code, words) in enumerate(level.reasons):
            x, y = left + at // lines * wide + 24, top - _HEAD - (at % lines + 1) * _LINE + 2.5
            _box(press, x, y, 8.5)
            press.say(x + 14, y, code, FaceRole.SONG, _REASON, ink="0.35 g")
            size = case.fitting(words, FaceRole.SONG, _REASON, wide - 66)
            press.say(x + 36, y, words, FaceRole.SONG, size)

    return Drawing(_HEAD + lines * _LINE + _GAP, paint)


def _lines(label: str, count: int, setting: Setting) -> Drawing:
    pitch = 20.0

    def paint(press: Press, left: float, top: float) -> None:
        size = setting.case.fitting(label, FaceRole.SONG, 11.0, setting.width)
        press.say(left, top - 13, label, FaceRole.SONG, size)
        for at in range(count):
            y = top - 14 - (at + 1) * pitch
            press.draw(f"q 0.5 G 0.5 w {left:.2f} {y:.2f} m {left + setting.width:.2f} {y:.2f} l S Q")

    return Drawing(18 + count * pitch, paint)


def _consent(setting: Setting) -> Drawing:
    text = _("I agree to be called back. Signature:")

    def paint(press: Press, left: float, top: float) -> None:
        _box(press, left, top - 16, 10)
        press.say(left + 18, top - 16, text, FaceRole.SONG, setting.case.fitting(text, FaceRole.SONG, 11.0, 300))

    return Drawing(22, paint)
