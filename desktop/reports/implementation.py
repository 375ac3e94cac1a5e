"""落实情况报告: the implementation report, an official document (GB/T 9704-2012), every figure from one board."""

from dataclasses import dataclass
from pathlib import Path

from desktop import i18n
from desktop.i18n import _
from desktop.models import totals
from desktop.models.totals import Tally
from desktop.reports import account, annexes, charts, faces, figures, prose
from desktop.reports.faces import FaceRole
from desktop.reports.facts import ImplementationFacts
from desktop.reports.layout import A4, MEASURE, MM, PITCH, Block, Break, Drawing, Space, portrait
from desktop.reports.paper import OnPage, day, print_pages
from desktop.reports.press import Press, Title, Written
from desktop.reports.prose import GRID, Manner, Text, heading
from desktop.reports.typecase import TypeCase

_SEAL = 50 * MM
"""Room for a round seal of at most 45 mm."""
_TITLE_SIZE = 22.0
_HEAVY = 0.5
_HAN = "一二三四五六七八九十"


def numbered(level: int, number: int, text: str) -> str:
    """Return a heading with its number: 一、 at level 1, （一） at level 2, 1. at level 3 (7.3.3)."""
    pattern = (_("{number}. {text}"), _("({number}) {text}"), _("{number}) {text}"))[level - 1]
    written = _HAN[number - 1] if level < 3 and i18n.language() == "zh" else str(number)
    return pattern.format(number=written, text=text)


@dataclass(frozen=True, slots=True)
class _Setting:
    facts: ImplementationFacts
    case: TypeCase
    whole: Tally

    def paragraph(self, text: str) -> Text:
        return Text(text, self.case)

    def heading(self, level: int, number: int, text: str) -> Text:
        return heading(numbered(level, number, text), self.case, level)


def write(facts: ImplementationFacts, out: Path, on_page: OnPage | None = None) -> Written:
    """Write the report as PDF in the language in use; the same facts and faces give the same bytes.

    Raises the refusal `no_printing_face` when the machine has no face that prints Chinese, OSError when `out`
    cannot be written.
    """
    case = TypeCase()
    setting = _Setting(facts, case, totals.whole(facts.board))
    language = "zh-CN" if i18n.language() == "zh" else "en"
    title = Title(_title(), facts.issuer, account.subject(facts), language, facts.board.as_of)
    with Press(case, A4, title) as press:
        print_pages(press, _blocks(setting), portrait, facts.imprint, on_page)
        return press.write(out)


def _title() -> str:
    return _("Report on the implementation of convenience measures")


def _blocks(setting: _Setting) -> list[Block]:
    return [
        *_head(setting), *_overall(setting), *_groups(setting), *_problems(setting), *_signature(setting),
        *annexes.rule(setting.facts, setting.case, setting.whole), *annexes.open_items(setting.facts, setting.case),
        *annexes.satisfaction(setting.facts, setting.case),
    ]  # fmt: skip


def _head(setting: _Setting) -> list[Block]:
    case, facts = setting.case, setting.facts
    own = faces.standings()[0].substitute is None
    title = Manner(
        role=FaceRole.TITLE, size=_TITLE_SIZE, leading=PITCH, indent=0, align="centred", heavy=0 if own else _HEAVY
    )
    under = Manner(role=FaceRole.KAI, indent=0, align="centred")
    return [
        Space(PITCH),
        Text(_title(), case, title, keep=True, mark=(_title(), 0)),
        Text(_("(as of {day})").format(day=day(facts.board.as_of)), case, under, keep=True),
        Drawing(PITCH, lambda *_: None),
    ]


def _overall(setting: _Setting) -> list[Block]:
    case, whole = setting.case, setting.whole
    told = [setting.paragraph(text) for text in account.overall(setting.facts, whole)]
    name = _("All commitments")
    return [
        setting.heading(1, 1, _("Overall situation")), told[0], told[1],
        Space(6), charts.headline(whole, case), Space(4),
        prose.caption(_("Figure 1. All commitments by state"), case), charts.legend(case),
        charts.stacked([charts.Bar(name, whole)], case), *told[2:],
    ]  # fmt: skip


def _groups(setting: _Setting) -> list[Block]:
    case, board, whole = setting.case, setting.facts.board, setting.whole
    by_category, by_measure = totals.by_category(board), totals.by_measure(board)
    by_county = totals.by_county(board)
    categories = figures.category_rows(by_category, board.catalogue)
    counties = figures.unit_rows(by_county, board.catalogue)
    bars = [charts.Bar(row.name, row.tally) for row in categories]
    return [
        setting.heading(1, 2, _("By category, measure and place")),
        setting.heading(2, 1, _("By category")), setting.paragraph(account.extremes(categories)),
        prose.caption(_("Figure 2. The categories by state"), case), charts.legend(case), charts.stacked(bars, case),
        prose.caption(_("Table 1. The categories"), case), figures.table(categories, _("Category"), whole, case),
        Space(8), setting.heading(2, 2, _("By measure")), setting.paragraph(account.shared_measures()),
        prose.caption(_("Table 2. The measures"), case),
        figures.table(figures.measure_rows(by_measure, board.catalogue), _("Measure"), whole, case),
        Space(8), setting.heading(2, 3, _("By county and department")), setting.paragraph(account.extremes(counties)),
        prose.caption(_("Table 3. Counties and departments"), case),
        figures.table(counties, _("Unit"), whole, case), Space(8),
    ]  # fmt: skip


def _problems(setting: _Setting) -> list[Block]:
    case, facts = setting.case, setting.facts
    blocks: list[Block] = [
        setting.heading(1, 3, _("Problems found")),
        setting.heading(2, 1, _("What stands in the way")),
        setting.paragraph(account.problems(facts)),
    ]
    if facts.problems:
        blocks += [
            prose.caption(_("Table 4. Problems and their reasons"), case),
            annexes.problem_table(facts, case), Space(8),
        ]  # fmt: skip
    *told, last = account.attention(setting.whole)
    watch = [setting.heading(2, 2, _("What needs attention")), *(setting.paragraph(text) for text in told)]
    return [*blocks, *watch, Text(last, case, keep=True)]


def _signature(setting: _Setting) -> list[Block]:
    case, facts = setting.case, setting.facts
    listed = [_("Annexes: 1. Counting rule"), _("2. Open items")]
    plain = Manner(tracking=GRID.tracking, align="left")
    second = Manner(tracking=GRID.tracking, align="left", indent=5)
    annexed: list[Block] = [
        Space(PITCH),
        Text(listed[0], case, plain, keep=True),
        Text(listed[1], case, second, keep=True),
    ]
    if facts.satisfaction is not None:
        annexed.append(Text(_("3. Satisfaction with the service"), case, second, keep=True))

    def paint(press: Press, left: float, top: float) -> None:
        signed_on = day(facts.printed_on)
        wide = case.width(signed_on, FaceRole.BODY, GRID.size)
        right = left + MEASURE - 4 * GRID.size
        middle = right - wide / 2
        name = case.width(facts.issuer, FaceRole.BODY, GRID.size)
        x = min(middle - name / 2, left + MEASURE - name)
        y = top - _SEAL / 2
        press.say(x, y, facts.issuer, FaceRole.BODY, GRID.size)
        press.say(right - wide, y - PITCH, signed_on, FaceRole.BODY, GRID.size)

    return [*annexed, Drawing(_SEAL, paint), Break()]
