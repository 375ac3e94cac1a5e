"""The frozen columns of the board: what each says of an action over the shown windows. No Qt."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from desktop import texts
from desktop.i18n import mark
from desktop.models.catalogue import Catalogue, ServiceAction
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.texts.promises import cadence, span
from desktop.views.board.choice import Scene
from desktop.views.board.faces import looked_at, rates, within
from desktop.views.columns import Column
from desktop.views.counted import THERE
from desktop.views.meanings import DONE, code_of

CODE, TITLE, RATE = "code", "title", "rate"
KNOWN = (
    Column(CODE, mark("No."), 60),
    Column(TITLE, mark("Action"), 200, fixed=True),
    Column(RATE, mark("In place %"), 62, number=True),
    Column("verified", mark("Verified %"), 62, number=True, usual=False),
    Column("overdue", mark("Overdue"), 52, number=True, usual=False),
    Column("disputed", mark("Disputed"), 52, number=True, usual=False),
    Column("unreported", mark("Not reported"), 52, number=True, usual=False),
    Column("cadence", mark("Shown again"), 84, usual=False),
    Column("promise", mark("Promise"), 92, usual=False),
    Column("lead", mark("Lead department"), 110, usual=False),
)
BEHIND: Mapping[str, tuple[str, ...]] = {
    RATE: DONE,
    "verified": (code_of(Status.VERIFIED),),
    "overdue": (code_of(Lamp.OVERDUE),),
    "disputed": (code_of(Mark.DISPUTED),),
    "unreported": (code_of(Mark.UNREPORTED),),
}
"""The codes of what stands behind a figure: its rows when it is clicked."""
SORTED_BY = {CODE: "", TITLE: "", RATE: "rate", "overdue": "overdue"}
"""By what rows are sorted when a head is clicked."""


class RowFigures:
    """The figures of the shown rows over the windows that the fields leave, whatever the legend leaves of them.

    Each column is counted when it is first asked for.
    """

    def __init__(self, scene: Scene, around: Scene) -> None:
        self._scene = replace(scene, columns=around.columns)
        self._known: dict[str, list[str]] = {}

    def words(self, row: int, column: str) -> str:
        """Return what a column says of a shown row."""
        if column in BEHIND:
            if column not in self._known:
                self._known[column] = self._counted(column)
            return self._known[column][row]
        board = self._scene.board
        return _FACTS[column](board.catalogue, board.actions[self._scene.rows[row]])

    def _counted(self, column: str) -> list[str]:
        scene = self._scene
        if column == RATE:
            return [texts.percent(rate) for rate in rates(scene)]
        if column == "verified":
            return [texts.percent(_verified(line)) for line in self._lines(looked_at(scene))]
        sign = {"overdue": Lamp.OVERDUE, "disputed": Mark.DISPUTED, "unreported": Mark.UNREPORTED}[column]
        array = scene.board.lamps if isinstance(sign, Lamp) else scene.board.marks
        bits = int.from_bytes(array.translate(bytes(bool(n & sign) for n in range(256))))
        there = int.from_bytes(looked_at(scene).translate(THERE))
        return [str(line.count(1) or "") for line in self._lines((bits & there).to_bytes(len(array)))]

    def _lines(self, array: bytes) -> list[bytes]:
        scene, width = self._scene, len(self._scene.columns)
        whole = within(scene, array, scene.rows)
        return [whole[row * width : (row + 1) * width] for row in range(len(scene.rows))]


def _verified(states: bytes) -> float | None:
    outside = states.count(0) + states.count(Status.NOT_APPLICABLE.code)
    return states.count(Status.VERIFIED.code) / (len(states) - outside) if len(states) > outside else None


def _lead(catalogue: Catalogue, action: ServiceAction) -> str:
    unit = catalogue.units.get(action.lead_dept)
    return texts.title(unit) if unit is not None else action.lead_dept


_FACTS: Mapping[str, Callable[[Catalogue, ServiceAction], str]] = {
    CODE: lambda _catalogue, action: action.code,
    TITLE: lambda _catalogue, action: texts.title(action),
    "cadence": lambda _catalogue, action: cadence(action.cadence),
    "promise": lambda _catalogue, action: span(action.promise_value, action.promise_unit),
    "lead": _lead,
}
