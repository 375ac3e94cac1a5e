"""The words of the trade as enums. Their Chinese and English names lie in resources and in texts.py."""

from enum import IntFlag, StrEnum


class Status(StrEnum):
    """The eight stored states of a commitment, in the order of `status.csv`."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    BLOCKED = "blocked"
    IN_PLACE = "in_place"
    VERIFIED = "verified"
    RETURNED = "returned"
    RELAPSED = "relapsed"
    NOT_APPLICABLE = "not_applicable"

    @property
    def code(self) -> int:
        """The state as a byte in a board, 1 to 8; 0 there means that no commitment exists."""
        return _CODES[self]

    @classmethod
    def of(cls, code: int) -> "Status":
        """Return the state of a byte between 1 and 8."""
        return _STATES[code - 1]


_STATES = tuple(Status)
_CODES = {state: number for number, state in enumerate(_STATES, 1)}

DONE = frozenset({Status.IN_PLACE, Status.VERIFIED})
CLOSED = frozenset({Status.IN_PLACE, Status.VERIFIED, Status.NOT_APPLICABLE})


class Role(StrEnum):
    """Who acts: shapes what may be written (`roles.csv`)."""

    CLERK = "clerk"
    CHIEF = "chief"
    BUREAU = "bureau"

    @property
    def rank(self) -> int:
        """0 for a clerk, 1 for a chief, 2 for the bureau."""
        return tuple(Role).index(self)


class Lamp(IntFlag):
    """Computed warnings, one bit each in `Board.lamps`; never stored."""

    OVERDUE = 1
    DUE_SOON = 2
    STALE = 4
    SILENT = 8


class Mark(IntFlag):
    """Facts beside the state, one bit each in `Board.marks`."""

    DISPUTED = 1
    UNREPORTED = 2
    PROPOSED = 4
    LATE = 8


class Cadence(StrEnum):
    """How often an action has to be shown to be still in place (`actions.csv`)."""

    PER_CASE = "per_case"
    STANDING = "standing"
    DAILY = "daily"
    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    YEARLY = "yearly"


class UnitKind(StrEnum):
    """Kinds of units in `units.csv`."""

    BUREAU = "bureau"
    DEPARTMENT = "department"
    BRANCH = "branch"
    COUNTY = "county"
    ZONE = "zone"
    STATION = "station"


class Need(StrEnum):
    """What a move asks for besides the new state (`status_transitions.csv`)."""

    NOTE = "note"
    EVIDENCE = "evidence"
    REASON = "reason"
    DEADLINE = "deadline"
