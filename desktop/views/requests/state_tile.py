"""The tile of a request's state: one of the eight shapes of the commitments, always beside the word."""

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel

from desktop.models.request_rules import RequestStatus
from desktop.models.vocabulary import Lamp, Status
from desktop.texts import names
from desktop.views import glyphs

_SHAPES = {
    RequestStatus.REGISTERED: Status.NOT_STARTED,
    RequestStatus.SUPPLEMENT: Status.RETURNED,
    RequestStatus.ACCEPTED: Status.IN_PROGRESS,
    RequestStatus.PROCESSING: Status.IN_PROGRESS,
    RequestStatus.SPECIAL: Status.BLOCKED,
    RequestStatus.EXTENDED: Status.IN_PROGRESS,
    RequestStatus.TRANSFERRED: Status.NOT_APPLICABLE,
    RequestStatus.REJECTED: Status.NOT_APPLICABLE,
    RequestStatus.WITHDRAWN: Status.NOT_APPLICABLE,
    RequestStatus.COMPLETED: Status.IN_PLACE,
    RequestStatus.CALLBACK: Status.IN_PLACE,
    RequestStatus.RATED: Status.IN_PLACE,
    RequestStatus.RECTIFYING: Status.RELAPSED,
    RequestStatus.ARCHIVED: Status.VERIFIED,
}


def tile(status: RequestStatus, size: int, ratio: float, *, overdue: bool = False, disputed: bool = False) -> QPixmap:
    """Return the tile of a state of `size` logical pixels at a device pixel ratio."""
    lamps = Lamp.OVERDUE if overdue else Lamp(0)
    return glyphs.tile(_SHAPES[status], size, ratio, lamps, disputed=disputed)


def show_on(label: QLabel, status: RequestStatus, size: int, *, overdue: bool = False, disputed: bool = False) -> None:
    """Show the tile of a state on a label, under its name."""
    label.setPixmap(tile(status, size, label.devicePixelRatioF(), overdue=overdue, disputed=disputed))
    label.setAccessibleName(names.request_status(status))
