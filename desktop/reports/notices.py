"""What the window tells the applicant in writing: papers missing, not accepted, special procedure, extension."""

from pathlib import Path

from desktop.i18n import _
from desktop.models import masking
from desktop.reports.layout import Block, Space
from desktop.reports.paper import day
from desktop.reports.press import Written
from desktop.reports.receipt import due, of_case, of_office
from desktop.reports.slip_blocks import Setting, head, listed, paragraph, rows, said, signed
from desktop.reports.slip_facts import ExtensionFacts, MissingPapersFacts, RefusalFacts, Slip, SpecialFacts
from desktop.reports.slip_page import Build, Sheet, write_a4


def write_missing_papers(facts: MissingPapersFacts, out: Path) -> Written:
    """Write the one-time notice of missing papers, A4 (行政许可法 Art. 32). Raises what `slip_page.write_a4` raises."""
    by = day(facts.by) if facts.by else ""

    def told(setting: Setting) -> list[Block]:
        return [
            paragraph(
                _("Your request cannot be accepted yet, because papers are missing or not in due form."), setting
            ),
            *listed(_("Please bring the following, told once and in full:"), facts.papers, setting),
            Space(8),
            *rows([(_("Bring them by"), by), *of_office(facts.slip.office)], setting),
            Space(6),
            paragraph(
                _(
                    "What is missing is told once, on the spot or within five workdays; when it is not told in time, "
                    "the request counts as accepted from the day its papers were received."
                ),
                setting,
                scale=0.85,
                keep=True,
            ),
        ]

    return _write(_("One-time notice of missing papers"), facts.slip, told, out)


def write_refusal(facts: RefusalFacts, out: Path) -> Written:
    """Write the notice that a request is not accepted, with its remedy, A4. Raises what `slip_page.write_a4` raises.

    The general remedy is that of 行政复议法 Art. 20 (60 days) and 行政诉讼法 Art. 46 (six months).
    """
    remedy = facts.remedy or _(
        "If you do not agree, you may apply for administrative review within 60 days of learning of this decision, "
        "or bring an action before the people's court within six months."
    )

    def told(setting: Setting) -> list[Block]:
        return [
            paragraph(_("After examination this request is not accepted."), setting),
            *said(_("Reason"), facts.reason, setting),
            *said(_("Remedy"), remedy, setting),
            Space(8),
            *rows(of_office(facts.slip.office), setting, keep=True),
        ]

    return _write(_("Notice of non-acceptance"), facts.slip, told, out)


def write_special(facts: SpecialFacts, out: Path) -> Written:
    """Write the notice of a special procedure, A4 (行政许可法 Art. 45). Raises what `slip_page.write_a4` raises."""

    def told(setting: Setting) -> list[Block]:
        return [
            paragraph(
                _("Your request needs a procedure that is not counted in its time limit. The clock stands from today."),
                setting,
            ),
            Space(6),
            *rows(
                [
                    (_("Procedure"), masking.words(facts.procedure)), (_("Clock stands from"), day(facts.slip.on)),
                    (_("Time needed"), masking.words(facts.takes)),
                ],
                setting,
            ),
            *said(_("Reason"), facts.reason, setting),
            Space(8),
            paragraph(_("When it ends the clock goes on, and the new date is told."), setting),
            Space(6),
            *rows(of_office(facts.slip.office), setting, keep=True),
        ]  # fmt: skip

    return _write(_("Notice of a special procedure"), facts.slip, told, out)


def write_extension(facts: ExtensionFacts, out: Path) -> Written:
    """Write the notice of an extension, A4 (行政许可法 Art. 42). Raises what `slip_page.write_a4` raises."""

    def told(setting: Setting) -> list[Block]:
        return [
            paragraph(
                _("Your request cannot be completed in time. Its time limit is extended once, with approval."), setting
            ),
            Space(6),
            *rows(
                [
                    (_("Due before"), due(facts.before)), (_("Now due"), due(facts.after)),
                    (_("Approved by"), facts.approved_by),
                ],
                setting,
            ),
            *said(_("Reason"), facts.reason, setting),
            Space(8),
            *rows(of_office(facts.slip.office), setting, keep=True),
        ]  # fmt: skip

    return _write(_("Notice of extension"), facts.slip, told, out)


def _write(title: str, slip: Slip, told: Build, out: Path) -> Written:
    def build(setting: Setting) -> list[Block]:
        lines = [_("Handled by:"), _("Received by (signature):"), _("Received on:")]
        return [
            *head(title, slip.office.unit, setting),
            Space(8),
            *rows([(_("Request number"), slip.case.number), *of_case(slip)], setting),
            Space(12),
            *told(setting),
            *signed(slip.office.unit, day(slip.on), lines, setting),
        ]

    return write_a4(Sheet(title, slip.office.unit, slip.case.number, slip.imprint), build, out)
