"""转办单: a request goes with this slip to the unit or window where it belongs."""

from pathlib import Path

from desktop.i18n import _
from desktop.reports.layout import Block, Space
from desktop.reports.paper import day
from desktop.reports.press import Written
from desktop.reports.receipt import of_case, of_office
from desktop.reports.slip_blocks import Setting, head, paragraph, rows, said, signed
from desktop.reports.slip_facts import TransferFacts
from desktop.reports.slip_page import Sheet, write_a4


def write(facts: TransferFacts, out: Path) -> Written:
    """Write the transfer slip, A4. Raises what `slip_page.write_a4` raises."""
    slip, receiver = facts.slip, facts.receiver
    title = _("Transfer slip")

    def build(setting: Setting) -> list[Block]:
        lines = [_("Handed over by:"), _("Received by (signature):"), _("Received on:")]
        return [
            *head(title, slip.office.unit, setting),
            Space(8),
            *rows([(_("Request number"), slip.case.number), *of_case(slip)], setting),
            Space(10),
            *rows([(_("Handed over by unit"), slip.office.unit), *of_office(slip.office)], setting),
            Space(10),
            *rows([(_("Handed to unit"), receiver.unit), *of_office(receiver)], setting),
            *said(_("Reason"), facts.reason, setting),
            Space(6),
            paragraph(
                _("The receiving unit starts its own clock. The applicant was told where the request went."),
                setting,
                keep=True,
            ),
            *signed(slip.office.unit, day(slip.on), lines, setting),
        ]

    return write_a4(Sheet(title, slip.office.unit, slip.case.number, slip.imprint), build, out)
