"""Links to the requests that one came out of, and those that came out of it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from desktop.i18n import _
from desktop.models.requests import RequestRow
from desktop.texts import names
from desktop.views.anew import Anew
from desktop.views.labels import label, make_link


class Kin(NamedTuple):
    """Another request, and what it is to the one shown."""

    relation: str
    row: RequestRow


def related(row: RequestRow, parents: Sequence[RequestRow], others: Sequence[RequestRow]) -> list[Kin]:
    """Return what a request came out of (`parents`), then what came out of it (`others`)."""
    up = {row.follows: _("Takes up again"), row.part_of: _("Part of"), row.same_as: _("Merged into")}
    found = [Kin(up[one.id], one) for one in parents if one.id in up]
    down = ((_("Taken up again by"), "follows"), (_("Further matter"), "part_of"), (_("Merged into this"), "same_as"))
    found += [Kin(name, one) for name, field in down for one in others if getattr(one, field) == row.id]
    return found


class KinLinks(Anew):
    """A line for each; `followed(id)` on a click."""

    followed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.links: list[QPushButton] = []

    def say(self, found: Sequence[Kin]) -> None:
        """Show these; none takes no room."""
        self.setVisible(bool(found))
        column = QVBoxLayout(self.fresh())
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.links = []
        for one in found:
            link = QPushButton(one.row.number)
            make_link(link)
            status = names.request_status(one.row.status)
            link.setToolTip(f"{one.row.matter} · {status}")
            link.setAccessibleName(f"{one.relation} {one.row.number}, {status}")
            link.clicked.connect(lambda _on=False, key=one.row.id: self.followed.emit(key))
            self.links.append(link)
            row = QHBoxLayout()
            row.setSpacing(8)
            name = label(one.relation, type="small", tone="second")
            name.setWordWrap(False)
            row.addWidget(name)
            row.addWidget(link)
            row.addStretch(1)
            column.addLayout(row)
