"""恢复密钥: one sheet to be sealed and locked away, by which a book is opened when nobody knows his PIN any more."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop import i18n
from desktop.i18n import _
from desktop.models.recovery_key import RecoveryKey
from desktop.reports import faces
from desktop.reports.faces import FaceRole
from desktop.reports.layout import A4, MEASURE, MM, Block, Drawing, Space, paginate, portrait
from desktop.reports.paper import day
from desktop.reports.press import Press, Title, Written
from desktop.reports.prose import Manner, Text
from desktop.reports.typecase import TypeCase

_ACROSS = 4
_CELL = (MEASURE / _ACROSS, 22 * MM)
_KEY, _SMALL = 20.0, 8.0
_BODY = Manner(size=12.0, leading=20.0, indent=0.0)
_GROUND, _RULE = "0.955 g", "0.6 G 0.5 w"


@dataclass(frozen=True, slots=True)
class RecoveryFacts:
    """Which book the key belongs to: its unit's name, its file's name, its number; and the day of making."""

    key: RecoveryKey
    unit: str
    file: str
    book: str
    made_on: date
    encrypted: bool
    """Whether the key opens an encrypted book; else it only sets PINs anew."""


def write(facts: RecoveryFacts, out: Path) -> Written:
    """Write the sheet as PDF in the language in use, one page.

    Raises the refusal `no_printing_face` when the machine has no face that prints Chinese, OSError when `out`
    cannot be written.
    """
    case = TypeCase()
    language = "zh-CN" if i18n.language() == "zh" else "en"
    title = Title(_("Recovery key"), facts.unit, facts.file, language, facts.made_on)
    with Press(case, A4, title) as press:
        for placed in paginate(_blocks(facts, case), portrait)[0]:
            placed.block.draw(press, portrait(1).left, placed.top)
        press.end_page()
        return press.write(out)


def _blocks(facts: RecoveryFacts, case: TypeCase) -> list[Block]:
    own = faces.standings()[0].substitute is None
    head = Manner(role=FaceRole.TITLE, size=22.0, leading=34.0, indent=0.0, align="centred", heavy=0.0 if own else 0.5)
    facts_line = Manner(role=FaceRole.SONG, size=11.0, leading=17.0, indent=0.0, align="left")
    lines = (
        _("Unit: {unit}").format(unit=facts.unit),
        _("Book: {file} (number {book})").format(file=facts.file, book=facts.book),
        _("Made on {day}").format(day=day(facts.made_on)),
    )
    return [
        Text(_("Recovery key"), case, head),
        Space(14),
        *(Text(line, case, facts_line) for line in lines),
        Space(12),
        _grid(facts.key, case),
        Space(18),
        *(Text(f"{number}. {text}", case, _BODY) for number, text in enumerate(_rules(facts), 1)),
        Space(36),
        Drawing(20, _signatures),
    ]


def _rules(facts: RecoveryFacts) -> tuple[str, ...]:
    opens = (
        _("This book is encrypted. Whoever has forgotten his PIN opens it by this key, and sets a new PIN."),
        _("Whoever holds this sheet and the book reads everything: seal it, and lock it away far from the computer."),
        _("When every PIN and this sheet are lost, nobody can open the book, not even those who made the program."),
    )
    resets = (
        _("Whoever has forgotten his PIN, and finds nobody who may reset it, sets a new one by this key."),
        _("Whoever holds this sheet can take any seat at this book: seal it, and lock it away."),
    )
    return (
        *(opens if facts.encrypted else resets),
        _("Capitals or not, with or without hyphens. The letters I, L, O and U do not occur."),
        _("When a new key is made this one opens nothing any more; then destroy this sheet."),
    )


def _grid(key: RecoveryKey, case: TypeCase) -> Drawing:
    wide, high = _CELL
    rows = len(key.groups) // _ACROSS

    def paint(press: Press, left: float, top: float) -> None:
        press.draw(f"q {_GROUND} {left:.2f} {top - rows * high:.2f} {MEASURE:.2f} {rows * high:.2f} re f Q")
        for at, group in enumerate(key.groups):
            x, y = left + at % _ACROSS * wide, top - at // _ACROSS * high
            press.draw(f"q {_RULE} {x:.2f} {y - high:.2f} {wide:.2f} {high:.2f} re S Q")
            press.say(x + 5, y - 12, str(at + 1), FaceRole.SONG, _SMALL, ink="0.35 g")
            across = case.width(group, FaceRole.HEI, _KEY) + 3 * (len(group) - 1)
            press.say(x + (wide - across) / 2, y - high / 2 - _KEY * 0.42, group, FaceRole.HEI, _KEY, tracking=3)

    return Drawing(rows * high, paint)


def _signatures(press: Press, left: float, top: float) -> None:
    for text, at in ((_("Kept by (signature):"), 0.0), (_("Sealed on:        year    month    day"), MEASURE * 0.52)):
        press.say(left + at, top - 14, text, FaceRole.SONG, 11)
