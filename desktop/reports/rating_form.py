"""好差评纸质评价表: five levels to tick, reasons to each; anonymous unless the person wants to be called back."""

from dataclasses import replace
from pathlib import Path

from desktop.i18n import _
from desktop.reports.faces import FaceRole
from desktop.reports.layout import Block, Drawing, Space
from desktop.reports.paper import day
from desktop.reports.press import Press, Written
from desktop.reports.slip_blocks import Setting, head, paragraph, rows
from desktop.reports.slip_facts import Level, RatingFormFacts
from desktop.reports.slip_page import Sheet, write_a4

_LEVEL, _REASON, _WORDS = 14.0, 10.0, 11.0
_HEAD, _LINE, _GAP = 22.0, 14.5, 5.0
_SIZE = 13.0
"""The size of a setting at which the measures of this form hold; they shrink with it."""
_ACROSS = 2


def write(facts: RatingFormFacts, out: Path) -> Written:
    """Write the paper form, A4; it carries no number of a request. Raises what `slip_page.write_a4` raises."""
    title = _("Service rating form")

    def build(setting: Setting) -> list[Block]:
        small = replace(setting, size=setting.size * _WORDS / _SIZE, label=setting.label * 0.76)
        on = day(facts.on) if facts.on else _("        year    month    day")
        return [
            *head(title, facts.office.unit, setting, 20.0),
            *rows([(_("Window"), facts.office.window), (_("Day"), on)], small),
            Space(4),
            paragraph(
                _("Please tick one level, and as many of its reasons as apply. This form does not ask who you are."),
                small,
                indent=0.0,
            ),
            Space(2),
            *(_level(level, setting) for level in facts.levels),
            _lines(_("Your words (please write no names or numbers of other people):"), 2, setting),
            Space(6),
            paragraph(
                _("Only if you wish to be called back about this rating (named rating, of your own will):"),
                small,
                indent=0.0,
            ),
            _lines(_("Name:                    Telephone:                         Number of the request:"), 0, setting),
            _consent(setting),
        ]

    return write_a4(Sheet(title, facts.office.unit, "", facts.imprint), build, out)


def _box(press: Press, x: float, base: float, size: float) -> None:
    """Draw a box to tick: most faces have no such character."""
    press.draw(f"q 0 G 0.8 w {x:.2f} {base - size * 0.08:.2f} {size:.2f} {size:.2f} re S Q")


def _level(level: Level, setting: Setting) -> Drawing:
    scale = setting.size / _SIZE
    lines = -(-len(level.reasons) // _ACROSS)
    high, pitch, wide = _HEAD * scale, _LINE * scale, setting.width / _ACROSS

    def paint(press: Press, left: float, top: float) -> None:
        base = top - high + 6 * scale
        press.draw(f"q 0.955 g {left:.2f} {top - high:.2f} {setting.width:.2f} {high:.2f} re f Q")
        _box(press, left + 5, base, 12 * scale)
        press.say(left + 24, base, str(level.digit), FaceRole.HEI, _LEVEL * scale)
        press.say(left + 42, base, level.name, FaceRole.HEI, _LEVEL * scale)
        for at, reason in enumerate(level.reasons):
            x, y = left + at // lines * wide + 24, top - high - (at % lines + 1) * pitch + 2.5
            _reason(press, (x, y), reason, scale, wide - 62)

    return Drawing(high + lines * pitch + _GAP * scale, paint)


def _reason(press: Press, corner: tuple[float, float], reason: tuple[str, str], scale: float, room: float) -> None:
    (x, y), (code, words) = corner, reason
    _box(press, x, y, 8.5 * scale)
    press.say(x + 13, y, code, FaceRole.SONG, _REASON * scale, ink="0.35 g")
    size = press.case.fitting(words, FaceRole.SONG, _REASON * scale, room)
    press.say(x + 36, y, words, FaceRole.SONG, size)


def _lines(label: str, count: int, setting: Setting) -> Drawing:
    scale = setting.size / _SIZE
    pitch = 20.0 * scale

    def paint(press: Press, left: float, top: float) -> None:
        size = setting.case.fitting(label, FaceRole.SONG, _WORDS * scale, setting.width)
        press.say(left, top - 13 * scale, label, FaceRole.SONG, size)
        for at in range(count):
            y = top - 14 * scale - (at + 1) * pitch
            press.draw(f"q 0.5 G 0.5 w {left:.2f} {y:.2f} m {left + setting.width:.2f} {y:.2f} l S Q")

    return Drawing(18 * scale + count * pitch, paint)


def _consent(setting: Setting) -> Drawing:
    text, scale = _("I agree to be called back. Signature:"), setting.size / _SIZE

    def paint(press: Press, left: float, top: float) -> None:
        _box(press, left, top - 16 * scale, 10 * scale)
        press.say(left + 18, top - 16 * scale, text, FaceRole.SONG, _WORDS * scale)

    return Drawing(22 * scale, paint)
