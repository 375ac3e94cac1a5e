"""Annexes of the implementation report: the counting rule, and lists of problems and open items."""

from desktop import texts
from desktop.i18n import _, language
from desktop.models.board import Cell
from desktop.models.totals import Tally
from desktop.models.vocabulary import CLOSED, Lamp, Status
from desktop.reports import faces, figures, prose, satisfaction_sheet
from desktop.reports.bigtable import BigTable, Column, Style
from desktop.reports.faces import FaceRole
from desktop.reports.facts import ImplementationFacts, Problem
from desktop.reports.layout import MEASURE, PITCH, Block, Break, Drawing, Space
from desktop.reports.prose import Manner, Text
from desktop.reports.rates import rates
from desktop.reports.typecase import TypeCase

_SMALL = {
    "zh": Style(size=9.0, leading=12.0, head_size=9.0, pad=2.5),
    "en": Style(size=7.5, leading=10.0, head_size=7.5, pad=2.5),
}
_LAMPS = (Lamp.OVERDUE, Lamp.DUE_SOON, Lamp.STALE)


def _head(number: int, title: str, case: TypeCase) -> list[Block]:
    first = Manner(role=FaceRole.HEI, indent=0, align="left")
    name = Manner(role=FaceRole.TITLE, size=18.0, indent=0, align="centred", heavy=0.4 * bool(_no_title_face()))
    label = _("Annex {number}").format(number=number)
    return [
        Text(label, case, first, keep=True, mark=(f"{label} {title}", 1)),
        Text(title, case, name, keep=True),
        Drawing(PITCH / 2, lambda *_: None),
    ]


def _no_title_face() -> bool:
    return faces.standings()[0].substitute is not None


def rule(facts: ImplementationFacts, case: TypeCase, whole: Tally) -> list[Block]:
    """Return annex 1: what is counted and how, with the sum behind both rates."""
    in_place, verified = rates(whole)
    told = [
        _("The unit of counting is the commitment: one action at one window to whose kind it applies."),
        _("In-place rate = (in place + verified) ÷ applicable. Verified rate = verified ÷ applicable. Both have the"
          " same denominator and are always given together."),
        _("“In place” is what the window reports of itself; “verified” is what a higher level has checked against the"
          " acceptance criterion."),
        _("Not applicable is confirmed by the bureau alone and stands outside the denominator."),
        _("Overdue: the day after the due date or later, and neither in place nor verified."),
        _("Not reported: neither a change nor an “unchanged” since the first of the month."),
        _("A commitment whose state was overruled unseen is disputed and counted as in place, never as verified."),
        _("What arrived after entry No. {heard} is not counted.").format(heard=facts.board.heard),
    ]  # fmt: skip
    numbered = [_("{number}) {text}").format(number=n, text=text) for n, text in enumerate(told, 1)]
    sums = _("The in-place rate {in_place} is {a} ÷ {all}; the verified rate {verified} is {b} ÷ {all}.").format(
        in_place=in_place, verified=verified, a=whole.in_place, b=whole.counts[Status.VERIFIED], all=whole.applicable
    )
    return [
        *_head(1, _("Counting rule"), case), *(Text(text, case) for text in numbered),
        prose.caption(_("Table 5. The sum behind both rates"), case), figures.reckoning(whole, case), Space(8),
        Text(sums, case), prose.note(_set_in(), case),
    ]  # fmt: skip


def _role(role: FaceRole) -> str:
    return {
        FaceRole.TITLE: _("title face"), FaceRole.BODY: _("text face"), FaceRole.HEI: _("heading face"),
        FaceRole.KAI: _("second heading face"), FaceRole.SONG: _("table face"), FaceRole.RARE: _("rare characters"),
    }[role]  # fmt: skip


def _set_in() -> str:
    """Say in which faces the report is set, and what stands in for a face that the machine has not."""
    told = []
    for standing in faces.standings():
        name = standing.face.family if standing.face else "—"
        own = _role(standing.role)
        if standing.substitute:
            instead = _role(standing.substitute)
            told.append(_("{own}: missing, {instead} instead ({name})").format(own=own, instead=instead, name=name))
        else:
            told.append(f"{own}: {name}")
    return _("Set in: {faces}.").format(faces=_("; ").join(told))


def problem_table(facts: ImplementationFacts, case: TypeCase) -> BigTable:
    """Return the problems in the order given, each with its reason."""
    columns = (
        Column(_("No."), 26, centred=True),
        Column(_("Concrete action"), 94),
        Column(_("Window"), 86),
        Column(_("State"), 60, sign=figures.status_sign, indent=12),
        Column(_("Since – due"), 66, centred=True),
        Column(_("Reason"), MEASURE - 332),
    )
    rows = [_problem(number, problem, facts) for number, problem in enumerate(facts.problems, 1)]
    return BigTable(columns, rows, case, _SMALL[language()])


def _problem(number: int, problem: Problem, facts: ImplementationFacts) -> tuple[str, ...]:
    catalogue = facts.board.catalogue
    action, window = catalogue.actions[problem.action], catalogue.windows[problem.window]
    days = [f"{problem.since.isoformat()} –"] if problem.since else []
    days += [problem.due_on.isoformat()] if problem.due_on else []
    return (
        str(number), f"{action.code} {texts.title(action)}", texts.title(window), texts.status(problem.status),
        "\n".join(days) or "—", problem.reason or _("(none given)"),
    )  # fmt: skip


def open_items(facts: ImplementationFacts, case: TypeCase) -> list[Block]:
    """Return annex 2: every commitment that is neither in place nor verified, by action and window."""
    board = facts.board
    found = [
        cell for row in range(len(board.actions)) for column in range(len(board.windows))
        if (cell := board.cell(row, column)) and cell.status not in CLOSED
    ]  # fmt: skip
    columns = (
        Column(_("No."), 30, centred=True),
        Column(_("Code"), 44, centred=True),
        Column(_("Concrete action"), 112),
        Column(_("Window"), MEASURE - 290),
        Column(_("State"), 66, sign=figures.status_sign, indent=12),
        Column(_("Lamp"), 38, centred=True, role=FaceRole.HEI),
    )
    rows = [_open_row(number, cell) for number, cell in enumerate(found, 1)]
    head = [Break(), *_head(2, _("Open items"), case)]
    return [*head, BigTable(columns, rows, case, _SMALL[language()])] if rows else [*head, Text(_("None."), case)]


def satisfaction(facts: ImplementationFacts, case: TypeCase) -> list[Block]:
    """Return annex 3 where there are ratings: the figures with all they rest on, and how they are counted."""
    if facts.satisfaction is None:
        return []
    head = _head(3, _("Satisfaction with the service"), case)
    return [Break(), *head, *satisfaction_sheet.annexed(facts.satisfaction, case)]


def _open_row(number: int, cell: Cell) -> tuple[str, ...]:
    lamps = " ".join(texts.lamp(lamp) for lamp in _LAMPS if cell.lamps & lamp)
    return (
        str(number), cell.action.code, texts.title(cell.action), texts.title(cell.window),
        texts.status(cell.status), lamps,
    )  # fmt: skip
