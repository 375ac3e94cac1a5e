"""Why a board has nothing to show, in words: no window, no action, or none that applies. No Qt."""

from typing import NamedTuple

from desktop.i18n import _
from desktop.models.board import Board
from desktop.models.vocabulary import Status


class Nothing(NamedTuple):
    """A heading and what to do about it."""

    title: str
    text: str


def why(board: Board, unit: str = "") -> Nothing | None:
    """Return why a board, or a unit's part of it, has no commitments; None where there are some."""
    if not board.windows:
        return Nothing(
            _("No window is open yet"),
            _("The bureau adds windows under “Units and windows”, or imports a catalogue that has them."),
        )
    if not board.actions:
        return Nothing(
            _("The catalogue has no actions yet"),
            _("Import an edition that has some: from a folder, a workbook or the pasted official text."),
        )
    if not any(board.status):
        return Nothing(
            _("No action applies to these windows"),
            _("Every action names the kinds of windows it applies to. Check the kinds under “Units and windows”."),
        )
    return _of_unit(board, unit) if unit in board.catalogue.units else None


def _of_unit(board: Board, unit: str) -> Nothing | None:
    under = board.catalogue.under(unit)
    if any(window.unit in under for window in board.windows):
        return None
    return Nothing(
        _("Your unit has no window of its own"),
        _("The board shows the windows of all units. A window of your own is added by the bureau."),
    )


def is_untouched(board: Board) -> bool:
    """Say whether nothing has been reported anywhere yet, as on the first day."""
    return any(board.status) and not board.status.strip(bytes((0, Status.NOT_STARTED.code)))
