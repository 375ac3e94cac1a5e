"""窗口进度表: a window's progress sheet, A4 landscape, to be signed and sealed; one window or all in one file."""

from datetime import date
from pathlib import Path

from desktop import i18n, texts
from desktop.i18n import _
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.reports import faces, figures
from desktop.reports.bigtable import BigTable, Column, Style
from desktop.reports.faces import FaceRole
from desktop.reports.facts import SheetFacts, SheetRow, WindowFacts
from desktop.reports.layout import A4_LANDSCAPE, MM, Block, Break, Drawing, Space, landscape
from desktop.reports.paper import OnPage, day, print_pages
from desktop.reports.press import Press, Title, Written
from desktop.reports.rates import percent
from desktop.reports.typecase import TypeCase

_WIDTH = 263 * MM
_STYLES = {"zh": Style(size=9.5, leading=12.5, head_size=9.5), "en": Style(size=8.0, leading=10.5, head_size=8.0)}
_FOOT = 24 * MM
"""With the lower margin this leaves 44 mm below the table; the seal of 45 mm may touch its last line."""
_GAP = 14.0
_LAMPS = (Lamp.OVERDUE, Lamp.DUE_SOON, Lamp.STALE)


def write(facts: SheetFacts, out: Path, on_page: OnPage | None = None) -> Written:
    """Write the sheets of all windows in `facts` as one PDF, in the language in use.

    The same facts and faces give the same bytes. Raises the refusal `no_printing_face` when the machine has no face
    that prints Chinese, OSError when `out` cannot be written.
    """
    case = TypeCase()
    title = Title(
        _name(facts), facts.windows[0].unit if len(facts.windows) == 1 else "",
        _("As of {day}, catalogue {edition}").format(day=day(facts.as_of), edition=facts.edition.id),
        "zh-CN" if i18n.language() == "zh" else "en", facts.as_of,
    )  # fmt: skip
    with Press(case, A4_LANDSCAPE, title) as press:
        print_pages(press, _blocks(facts, case), landscape, facts.imprint, on_page)
        return press.write(out)


def _name(facts: SheetFacts) -> str:
    sheet = _("Progress sheet of a window")
    return f"{sheet} {texts.title(facts.windows[0].window)}" if len(facts.windows) == 1 else sheet


def _blocks(facts: SheetFacts, case: TypeCase) -> list[Block]:
    blocks: list[Block] = []
    unit = ""
    for told in facts.windows:
        if told.unit != unit:
            unit = told.unit
            blocks.append(Drawing(0, lambda *_: None, keep=True, mark=(unit, 0)))
        foot = Drawing(_FOOT, _foot)
        rows = [_cells(number, row) for number, row in enumerate(told.rows, 1)]
        table = BigTable(_columns(), rows or [_empty()], case, _STYLES[i18n.language()], foot=foot)
        blocks += [_head(told, facts, case), Space(4), table, Break()]
    return blocks


def _columns() -> tuple[Column, ...]:
    widths = (28.0, 46.0, 156.0, 60.0, 58.0, 96.0, 44.0, 58.0, 32.0)
    return (
        Column(_("No."), widths[0], centred=True),
        Column(_("Code"), widths[1], centred=True),
        Column(_("Concrete action"), widths[2]),
        Column(_("Officer"), widths[3], centred=True),
        Column(_("Due on"), widths[4], centred=True),
        Column(_("State"), widths[5], sign=figures.status_sign, indent=13),
        Column(_("Lamp"), widths[6], centred=True, role=FaceRole.HEI),
        Column(_("Last change"), widths[7], centred=True),
        Column(_("Files"), widths[8], centred=True),
        Column(_("Remarks"), _WIDTH - sum(widths)),
    )


def _cells(number: int, row: SheetRow) -> tuple[str, ...]:
    lamps = " ".join(texts.lamp(lamp) for lamp in _LAMPS if row.lamps & lamp)
    notes = [_("not reported")] if row.marks & Mark.UNREPORTED else []
    notes += [_("disputed")] if row.marks & Mark.DISPUTED else []
    remark = _("; ").join([*notes, row.remark] if row.remark else notes)
    return (
        str(number), row.code, row.title, row.officer or "—", _on(row.due_on), texts.status_in_full(row.status), lamps,
        _on(row.changed_on), str(row.evidence) if row.evidence else "—", remark,
    )  # fmt: skip


def _empty() -> tuple[str, ...]:
    return ("", "", _("No action applies to this window."), *[""] * 7)


def _on(on: date | None) -> str:
    return on.isoformat() if on else "—"


def _head(told: WindowFacts, facts: SheetFacts, case: TypeCase) -> Drawing:
    name, window = _("Progress sheet of a window"), texts.title(told.window)
    heavy = 0.0 if faces.standings()[0].substitute is None else 0.4
    line = _("Window: {window}").format(window=window)
    summary = _summary(told)
    unfinished = _("Not complete: {n} not reported").format(n=told.unreported) if told.unreported else ""

    unit = _("Reporting unit: {unit} (seal)").format(unit=told.unit)
    as_of = _("As of {day}").format(day=day(facts.as_of))

    def paint(press: Press, left: float, top: float) -> None:
        wide = case.width(name, FaceRole.TITLE, 20)
        press.say(left + (_WIDTH - wide) / 2, top - 20, name, FaceRole.TITLE, 20, heavy=heavy)
        last = case.width(as_of, FaceRole.SONG, 11)
        room = _WIDTH - last - 2 * _GAP
        size = case.fitting(unit + line, FaceRole.SONG, 11, room)
        first, second = case.width(unit, FaceRole.SONG, size), case.width(line, FaceRole.SONG, size)
        middle = min(max((_WIDTH - second) / 2, first + _GAP), first + _GAP + room - first - second)
        press.say(left, top - 42, unit, FaceRole.SONG, size)
        press.say(left + middle, top - 42, line, FaceRole.SONG, size)
        press.say(left + _WIDTH - last, top - 42, as_of, FaceRole.SONG, 11)
        room = _WIDTH - (case.width(unfinished, FaceRole.HEI, 10) + 12 + _GAP if unfinished else 0)
        press.say(left, top - 59, summary, FaceRole.SONG, case.fitting(summary, FaceRole.SONG, 9.5, room))
        if unfinished:
            wide = case.width(unfinished, FaceRole.HEI, 10) + 12
            press.draw(f"q 0 g {left + _WIDTH - wide:.2f} {top - 63:.2f} {wide:.2f} 15 re f Q")
            press.say(left + _WIDTH - wide + 6, top - 59, unfinished, FaceRole.HEI, 10, ink="1 g")

    return Drawing(68, paint, keep=True, mark=(window, 1))


def _summary(told: WindowFacts) -> str:
    counts = {status: sum(row.status is status for row in told.rows) for status in Status}
    verified = sum(row.status is Status.VERIFIED and not row.marks & Mark.DISPUTED for row in told.rows)
    in_place = counts[Status.IN_PLACE] + counts[Status.VERIFIED]
    applicable = len(told.rows) - counts[Status.NOT_APPLICABLE]
    overdue = sum(bool(row.lamps & Lamp.OVERDUE) for row in told.rows)
    return _(
        "Items due {applicable} · in place {in_place}, rate {in_place_rate} · verified {verified}, rate {verified_rate}"
        " · overdue {overdue} · not applicable {not_applicable}"
    ).format(
        applicable=applicable, in_place=in_place, in_place_rate=percent(in_place, applicable), verified=verified,
        verified_rate=percent(verified, applicable), overdue=overdue, not_applicable=counts[Status.NOT_APPLICABLE],
    )  # fmt: skip


def _foot(press: Press, left: float, top: float) -> None:
    """Print the line of signatures; the seal goes beside it on the right, where 50 mm stay free."""
    parts = (
        (_("Filled in by:"), 0.0), (_("Checked by:"), 150.0), (_("Head of the unit (signature):"), 300.0),
        (_("(seal)"), 490.0), (_("Date filled in:        year    month    day"), 572.0),
    )  # fmt: skip
    for text, at in parts:
        press.say(left + at, top - 30, text, FaceRole.SONG, 11)
