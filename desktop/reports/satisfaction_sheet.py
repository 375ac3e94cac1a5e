"""好差评满意度统计表: the satisfaction figures, A4 landscape, with how they are counted; and the same as an annex."""

from collections.abc import Sequence
from pathlib import Path

from desktop import i18n
from desktop.i18n import _
from desktop.models.satisfaction import LEVELS, Panel
from desktop.reports import faces, prose
from desktop.reports.bigtable import BigTable, Column, Style
from desktop.reports.faces import FaceRole
from desktop.reports.layout import A4_LANDSCAPE, MEASURE, MM, Block, Drawing, Space, landscape
from desktop.reports.paper import OnPage, day, print_pages
from desktop.reports.press import Press, Title, Written
from desktop.reports.rating_facts import SatisfactionFacts
from desktop.reports.typecase import TypeCase
from desktop.texts import satisfaction as words

_WIDTH = 263 * MM
_STYLES = {"zh": Style(size=9.5, leading=12.5, head_size=9.0), "en": Style(size=8.0, leading=10.5, head_size=7.0)}
_SMALL = {"zh": Style(size=8.5, leading=11.5, head_size=8.0), "en": Style(size=7.0, leading=9.5, head_size=6.5)}
_LEVEL = 34.0
_WIDTHS = (52.0, 40.0, 48.0, *(_LEVEL,) * len(LEVELS), 54.0, 78.0, 36.0, 38.0, 42.0, 50.0, 40.0)
"""Points of the columns of `texts.satisfaction.heads`, in their order."""
_ANNEXED = (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 14)
"""Which of them the annex has: a rate with all it rests on."""
_ANNEX_WIDTHS = (44.0, 34.0, 44.0, *(24.0,) * len(LEVELS), 50.0, 66.0, 34.0)


def write(facts: SatisfactionFacts, out: Path, on_page: OnPage | None = None) -> Written:
    """Write the figures as PDF in the language in use; the same facts and faces give the same bytes.

    Raises the refusal `no_printing_face` when the machine has no face that prints Chinese, OSError when `out`
    cannot be written.
    """
    case = TypeCase()
    language = "zh-CN" if i18n.language() == "zh" else "en"
    title = Title(_title(), facts.issuer, _span(facts), language, facts.imprint.as_of)
    with Press(case, A4_LANDSCAPE, title) as press:
        print_pages(press, _blocks(facts, case), landscape, facts.imprint, on_page)
        return press.write(out)


def annexed(facts: SatisfactionFacts, case: TypeCase) -> list[Block]:
    """Return the figures as blocks of an upright page: what they are of, the table, how it is counted."""
    heads = _heads()
    columns = (
        Column(_("Group"), MEASURE - sum(_ANNEX_WIDTHS)),
        *(Column(heads[at], wide, centred=True) for at, wide in zip(_ANNEXED, _ANNEX_WIDTHS, strict=True)),
    )
    rows = [(title, *(cells[at] for at in _ANNEXED)) for title, cells in _rows(facts)]
    return [
        prose.note(f"{_span(facts)} · {_levels()}", case), Space(4),
        BigTable(columns, rows, case, _SMALL[i18n.language()]), Space(6),
        *(prose.note(text, case) for text in words.formula(facts.found)),
    ]  # fmt: skip


def _title() -> str:
    return _("Satisfaction with the service")


def _span(facts: SatisfactionFacts) -> str:
    return _("Ratings given from {first} to {last}").format(first=day(facts.first), last=day(facts.last))


def _levels() -> str:
    return _(", ").join(f"{level} {words.level(level)}" for level in LEVELS)


def _heads() -> list[str]:
    """Return the heads, the levels by their digits: their names stand once above the table."""
    told = list(words.heads())
    told[3 : 3 + len(LEVELS)] = [str(level) for level in LEVELS]
    return told


def _rows(facts: SatisfactionFacts) -> list[tuple[str, Sequence[str]]]:
    groups: list[tuple[str, Panel]] = list(zip(facts.names, facts.found.groups, strict=True))
    return [(name, words.cells(one)) for name, one in (*groups, (_("Total"), facts.found.total))]


def _blocks(facts: SatisfactionFacts, case: TypeCase) -> list[Block]:
    columns = (
        Column(_("Group"), _WIDTH - sum(_WIDTHS)),
        *(Column(head, wide, centred=True) for head, wide in zip(_heads(), _WIDTHS, strict=True)),
    )
    rows = [(title, *cells) for title, cells in _rows(facts)]
    return [
        _head(facts, case), Space(4), BigTable(columns, rows, case, _STYLES[i18n.language()]), Space(8),
        *(prose.note(text, case, _WIDTH) for text in words.formula(facts.found)),
    ]  # fmt: skip


def _head(facts: SatisfactionFacts, case: TypeCase) -> Drawing:
    name, unit, span, levels = _title(), facts.issuer, _span(facts), _levels()
    heavy = 0.0 if faces.standings()[0].substitute is None else 0.4

    def paint(press: Press, left: float, top: float) -> None:
        wide = case.width(name, FaceRole.TITLE, 20)
        press.say(left + (_WIDTH - wide) / 2, top - 20, name, FaceRole.TITLE, 20, heavy=heavy)
        press.say(left, top - 42, unit, FaceRole.SONG, 11)
        press.say(left + _WIDTH - case.width(span, FaceRole.SONG, 11), top - 42, span, FaceRole.SONG, 11)
        press.say(left, top - 58, levels, FaceRole.SONG, 9.5)

    return Drawing(66, paint, keep=True, mark=(name, 0))
