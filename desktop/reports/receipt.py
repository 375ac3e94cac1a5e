"""受理回执, 登记回执: what the applicant takes home, A4 or A6, in large type, its number in codes as well."""

from dataclasses import replace
from pathlib import Path

from desktop.i18n import _, language
from desktop.models import masking
from desktop.reports import codes
from desktop.reports.faces import FaceRole
from desktop.reports.layout import MM, Block, Drawing, Space
from desktop.reports.paper import day
from desktop.reports.press import Press, Written
from desktop.reports.slip_blocks import Setting, head, listed, paragraph, rows, signed
from desktop.reports.slip_facts import Case, Due, Office, ReceiptFacts, Slip
from desktop.reports.slip_page import Sheet, write_a4, write_a6

_LARGER = 1.1
"""Against the other slips: the receipt is read at home, by old people too."""
_WIDEST = 0.42 * MM
"""The widest module of a bar code; readers ask for 0.19 mm and more."""


def write(facts: ReceiptFacts, out: Path, *, small: bool = False) -> Written:
    """Write the receipt as A4, or as A6 when `small`, in the language in use.

    The same facts and faces give the same bytes. Raises the refusal `no_printing_face` when the machine has no face
    that prints Chinese, OSError when `out` cannot be written.
    """
    slip = facts.slip
    title = _("Receipt of acceptance") if facts.accepted else _("Receipt of registration")
    sheet = Sheet(title, slip.office.unit, slip.case.number, slip.imprint)
    if small:
        return write_a6(sheet, lambda setting: _small(facts, title, setting), out)
    return write_a4(sheet, lambda setting: _large(facts, title, replace(setting, size=setting.size * _LARGER)), out)


def _large(facts: ReceiptFacts, title: str, setting: Setting) -> list[Block]:
    slip = facts.slip
    return [
        *head(title, slip.office.unit, setting, 26.0),
        Space(6),
        _number(slip.case.number, setting, 32 * MM),
        Space(8),
        *rows([*of_case(slip), *_dues(facts), *of_office(slip.office)], setting),
        *listed(_("Papers received"), facts.papers, setting),
        Space(8),
        *_hints(facts, setting),
        *signed(slip.office.unit, day(slip.on), [_("Handled by:"), _("Received by (signature):")], setting),
    ]


def _small(facts: ReceiptFacts, title: str, setting: Setting) -> list[Block]:
    slip = facts.slip
    papers = _("; ").join(masking.words(paper) for paper in facts.papers)
    return [
        *head(title, slip.office.unit, setting, setting.size * 1.5),
        _number(slip.case.number, setting, 22 * MM),
        Space(4),
        *rows([*of_case(slip), *_dues(facts), (_("Papers received"), papers), *of_office(slip.office)], setting),
        Space(3),
        *_hints(facts, replace(setting, size=setting.size * 0.8)),
    ]


def _hints(facts: ReceiptFacts, setting: Setting) -> list[Block]:
    told = [] if facts.accepted else [_("Registered only: whether the request is accepted will be told.")]
    told += [_("Of two dates the earlier counts.")] if facts.promised and facts.legal else []
    told += [_("Please keep this slip, and name the number when you ask.")]
    between = "" if language() == "zh" else " "
    return [paragraph(between.join(told), setting, keep=True, indent=0.0)]


def of_case(slip: Slip) -> list[tuple[str, str]]:
    """Return the rows that tell of a request, the applicant masked for the slip's readers."""
    case = slip.case
    return [
        (_("Matter"), masking.words(case.matter)),
        (_("Service"), case.action),
        (_("Applicant"), applicant(slip)),
        (_("Registered on"), day(case.registered_on)),
    ]


def applicant(slip: Slip) -> str:
    """Return a person's name as masked as readers ask, a firm's in full but for the public; kind and telephone."""
    case: Case = slip.case
    kind = _("Firm or organisation") if case.firm else _("Person")
    shown = masking.shown("request_no" if case.firm else "citizen_name", case.applicant, slip.readers)
    told = _("{name} ({kind})").format(name=shown, kind=kind) if shown else kind
    return f"{told} {masking.phone(masking.shown('mobile', case.telephone, slip.readers))}".rstrip()


def of_office(office: Office) -> list[tuple[str, str]]:
    """Return the rows that tell where to go and whom to ring."""
    called = " · ".join(filter(None, (office.telephone, office.hours)))
    reached = (_("Telephone"), called) if office.telephone else (_("Hours"), office.hours)
    return [(_("Window"), office.window), (_("Address"), office.address), reached]


def due(one: Due | None) -> str:
    """Return a due date with the sentence that explains it on a line of its own, empty for none."""
    if one is None:
        return ""
    return "\n".join(filter(None, (day(one.on) if one.on else _("no date"), one.sentence)))


def _dues(facts: ReceiptFacts) -> list[tuple[str, str]]:
    return [(_("Promised by"), due(facts.promised)), (_("Legal limit"), due(facts.legal))]


def _number(number: str, setting: Setting, square: float) -> Drawing:
    """Return the number in large type over its bar code, the QR code at the right."""
    case = setting.case
    room = setting.width - square - 4 * MM
    size = case.fitting(number, FaceRole.HEI, setting.size * 2, room)
    label = setting.size * 0.8

    def paint(press: Press, left: float, top: float) -> None:
        press.say(left, top - label, _("Request number"), FaceRole.SONG, label, ink="0.35 g")
        base = top - label - size * 1.1
        press.say(left, base, number, FaceRole.HEI, size)
        low = top - square + 2 * MM
        press.draw(codes.code128(number, (left, low), (room, base - 2.5 * MM - low), _WIDEST))
        press.draw(codes.qr(number, left + setting.width - square + 2 * MM, low, square - 2 * MM))

    return Drawing(square, paint)
