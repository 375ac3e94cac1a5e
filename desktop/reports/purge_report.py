"""清除报告: what of citizens' data was deleted for good, in numbers, signed by those who answer for it."""

from pathlib import Path

from desktop.i18n import _
from desktop.reports.layout import Block, Space
from desktop.reports.paper import day
from desktop.reports.press import Written
from desktop.reports.slip_blocks import Setting, head, paragraph, rows, said, signed
from desktop.reports.slip_facts import PurgeFacts
from desktop.reports.slip_page import Sheet, write_a4


def write(facts: PurgeFacts, out: Path) -> Written:
    """Write the purge report, A4. It names no citizen. Raises what `slip_page.write_a4` raises."""
    title = _("Purge report")

    def build(setting: Setting) -> list[Block]:
        counted = [(what, _("{n} deleted").format(n=number)) for what, number in facts.counts]
        return [
            *head(title, facts.unit, setting),
            Space(8),
            *rows(
                [
                    (_("Purged on"), day(facts.on)),
                    (_("Of requests before"), day(facts.before)),
                    *counted,
                    (_("Older backups"), _("{n} deleted").format(n=facts.backups)),
                    (_("Carried out by"), facts.officer),
                ],
                setting,
            ),
            *said(_("Reason"), facts.reason, setting),
            Space(8),
            paragraph(
                _(
                    "Names, telephones, last four characters of identity numbers and the words of these requests can "
                    "no longer be restored from this computer. Numbers, dates and states of the requests stay in the "
                    "journal."
                ),
                setting,
                keep=True,
            ),
            *signed(
                facts.unit, day(facts.on), [_("Carried out by:"), _("Checked by:"), _("Head of the unit:")], setting
            ),
        ]

    return write_a4(Sheet(title, facts.unit, "", facts.imprint), build, out)
