"""Every figure of a category or a measure as a menu: each entry says its number and leads to exactly so many rows."""

from dataclasses import replace

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.i18n import _
from desktop.models.totals import Tally
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.views import glyphs, theme
from desktop.views.focus import Drill
from desktop.views.meanings import APPLICABLE, DONE, Meaning, name_of
from desktop.views.overview.presenter import Progress

_SIGNS: tuple[tuple[Lamp | Mark, str], ...] = (
    (Lamp.OVERDUE, "overdue"),
    (Lamp.DUE_SOON, "due_soon"),
    (Lamp.STALE, "stale"),
    (Lamp.SILENT, "silent"),
    (Mark.UNREPORTED, "unreported"),
    (Mark.DISPUTED, "disputed"),
)


def figures(row: Progress) -> list[tuple[str, int, Meaning | None, Drill]]:
    """Return name, number, meaning and way down of every figure of a row that is not nought."""
    tally, drill = row.tally, row.drill
    found: list[tuple[str, int, Meaning | None, Drill]] = [
        (_("All"), sum(tally.counts.values()), None, drill),
        (_("Applicable"), tally.applicable, None, replace(drill, any_of=APPLICABLE)),
        (_("In place or verified"), tally.in_place, None, replace(drill, any_of=DONE)),
    ]
    found += [(name_of(one), tally.counts[one], one, replace(drill, status=one)) for one in Status]
    found += [(name_of(one), _number(tally, field), one, replace(drill, sign=one)) for one, field in _SIGNS]
    return [figure for figure in found if figure[1]]


def _number(tally: Tally, field: str) -> int:
    return int(getattr(tally, field))


class RowMenu(QMenu):
    """The figures of one row. `asked(Drill)` when one is chosen."""

    asked = Signal(object)

    def __init__(self, parent: QWidget, row: Progress) -> None:
        super().__init__(parent)
        self.aboutToHide.connect(self.deleteLater)
        self.setTitle(row.name)
        for number, (name, count, meaning, drill) in enumerate(figures(row)):
            if number == len(("all", "applicable", "in place")):
                self.addSeparator()
            action = self.addAction(f"{name}\t{count}")
            if isinstance(meaning, Status):
                action.setIcon(glyphs.tile(meaning, theme.current().px(18), parent.devicePixelRatioF()))
            action.triggered.connect(lambda _on=False, drill=drill: self.asked.emit(drill))

    def open_at(self, place: QPoint) -> None:
        """Open the menu, its first figure chosen."""
        self.popup(place)
        self.setActiveAction(self.actions()[0])
