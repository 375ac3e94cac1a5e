"""What is known of a request beside its state, and how its due date comes about."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from desktop.i18n import _
from desktop.models.contacts import Contact
from desktop.models.requests import RequestRow
from desktop.texts import names, request_names, satisfaction
from desktop.views.anew import Anew
from desktop.views.labels import label
from desktop.views.requests.clock_words import ClockWords

_SHOWN = (
    "channel", "applicant", "registered_at", "handler", "result", "target", "extension", "approval", "reached",
    "called_on", "calls", "assignee", "correction",
)  # fmt: skip


class Facts(Anew):
    """Names and values in two columns; the sentence that explains the due date goes over both."""

    def say(self, row: RequestRow, clock: ClockWords, contact: Contact | None) -> None:
        """Show a request; `contact` is masked."""
        grid = QGridLayout(self.fresh())
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        line = 0
        if clock.sentence:
            grid.addWidget(label(clock.sentence, type="small", tone="second"), line, 0, 1, 2)
            line += 1
        for name, value in (*clock.limits, *facts(row, contact)):
            left, right = label(name, type="small", tone="second"), label(value, type="small")
            left.setWordWrap(False)
            right.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            right.setAccessibleName(name)
            grid.addWidget(left, line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(right, line, 1)
            line += 1


def facts(row: RequestRow, contact: Contact | None) -> list[tuple[str, str]]:
    """Return names and values of what is known, leaving out what is empty."""
    rows = []
    if contact is not None:
        rows += [(_("Applicant"), contact.name), (_("Telephone"), contact.phone), (_("What was said"), contact.text)]
    else:
        rows.append((_("Applicant"), _("nothing on file at this computer")))
    rows += [
        (request_names.field(name), request_names.value(name, str(value)))
        for name in _SHOWN
        if (value := getattr(row, name))
    ]
    if row.level:
        rows.append((names.field("level"), satisfaction.level(int(row.level))))
    return [one for one in rows if one[1]]
