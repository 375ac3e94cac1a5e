"""The head of the panel: which commitment this is, how it stands, what it promises and when it is shown to be met."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models.board import Board, Cell
from desktop.models.catalogue import ServiceAction
from desktop.models.commitment import Commitment
from desktop.models.vocabulary import Lamp, Mark
from desktop.views import glyphs, theme
from desktop.views.anew import Anew
from desktop.views.item.promise import earlier, legal, promise
from desktop.views.labels import label
from desktop.views.state_help import StateHelp

_TILE = 26


class Head(QWidget):
    """Title, window and state: what can be said from the board alone, at once."""

    def __init__(self) -> None:
        super().__init__()
        self.code = label(type="tiny", tone="third")
        self.title = label(type="section")
        self.window_name = label(type="small", tone="second")
        self.tile, self.status = QLabel(), label(weight="strong")
        self.help = StateHelp()
        self.signs = label(type="small", tone="danger")
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.tile)
        row.addWidget(self.status, 1)
        row.addWidget(self.help)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self.code, self.title, self.window_name):
            column.addWidget(part)
        column.addSpacing(4)
        column.addLayout(row)
        column.addWidget(self.signs)

    def say(self, board: Board, cell: Cell) -> None:
        """Show a commitment of a board."""
        catalogue, action = board.catalogue, cell.action
        self.code.setText(f"{action.code} · {texts.title(catalogue.categories[action.category])}")
        self.title.setText(texts.title(action))
        unit = texts.title(catalogue.units[cell.window.unit])
        name = texts.title(cell.window)
        self.window_name.setText(name if unit in name else f"{name} · {unit}")
        glyphs.show_on(self.tile, cell.status, theme.current().px(_TILE), cell.lamps)
        self.status.setText(texts.status(cell.status))
        self.help.say(cell.status)
        self.help.tint()
        signs = [texts.lamp(one) for one in Lamp if one & cell.lamps]
        signs += [texts.mark(one) for one in Mark if one & cell.marks]
        self.signs.setText(" · ".join(signs))
        self.signs.setVisible(bool(signs))
        grave = cell.lamps & Lamp.OVERDUE or cell.marks & Mark.DISPUTED
        theme.say(self.signs, tone="danger" if grave else "warn")


class Facts(Anew):
    """What the catalogue asks and the book knows, as a list of names and values."""

    def say(self, board: Board, action: ServiceAction, commitment: Commitment | None) -> None:
        """Show the facts of an action and, once it is read, of its commitment."""
        grid = QGridLayout(self.fresh())
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        for row, (name, value, tone) in enumerate(facts(board, action, commitment)):
            left, right = label(name, type="small", tone="second"), label(value, type="small", tone=tone)
            left.setWordWrap(False)
            right.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            right.setAccessibleName(name)
            grid.addWidget(left, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(right, row, 1)


def facts(board: Board, action: ServiceAction, commitment: Commitment | None) -> list[tuple[str, str, str]]:
    """Return (name, value, tone) of what is known, leaving out what is empty."""
    binding = earlier(action)
    rows = [(_("Criterion"), texts.accept(action), ""), (_("Promise"), promise(action), "")]
    rows.append((_("Legal limit"), " · ".join(filter(None, (legal(action), binding))), ""))
    if commitment is not None:
        overdue = "danger" if commitment.lamps & Lamp.OVERDUE else ""
        rows.append(
            (_("Due"), _day(commitment.due_on) or _("not set"), overdue or ("" if commitment.due_on else "third"))
        )
        rows.append((_("Officer"), commitment.officer or _("not named"), "" if commitment.officer else "third"))
        rows.append((_("Evidence of"), _day(commitment.evidence_on), ""))
        rows.append((_("Confirmed"), _day(commitment.confirmed_on), ""))
    measures = [board.catalogue.measures[one] for one in action.measures if one in board.catalogue.measures]
    rows.append((_("Measures"), "\n".join(f"{one.id} {texts.title(one)}" for one in measures), ""))
    return [row for row in rows if row[1]]


def _day(day: object) -> str:
    return str(day) if day else ""
