"""How long a case may take: what was promised (承诺) and what the law allows (法定), stops, and the one extension."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol

from desktop.models.refusals import InputRefused

LONGEST = 3650
"""The largest number a limit may have, in any unit: ten years of days."""


class LimitUnit(StrEnum):
    """What a limit is counted in, by the codes of `actions.csv`."""

    ON_THE_SPOT = "on_the_spot"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WORKDAY = "workday"
    MONTH = "month"


INSTANTS = frozenset({LimitUnit.MINUTE, LimitUnit.HOUR})
"""Units that run from a time of day and end at one; all others end with a day."""


class Amount(NamedTuple):
    """Some of a unit, as it comes out of counting: what is left, negative when it has passed."""

    value: int
    unit: LimitUnit


@dataclass(frozen=True, slots=True)
class Limit:
    """A length of time: `value` of `unit`; on the spot has the value 0, every other unit 1 to `LONGEST`."""

    value: int
    unit: LimitUnit

    def __post_init__(self) -> None:
        """Refuse what nobody can mean. Raises InputRefused `limit_out_of_range` (value, right)."""
        is_right = self.value == 0 if self.unit is LimitUnit.ON_THE_SPOT else 1 <= self.value <= LONGEST
        if not is_right:
            raise InputRefused("limit_out_of_range", value=self.value, right=f"1..{LONGEST}")

    @classmethod
    def of(cls, value: int | None, unit: str) -> "Limit | None":
        """Return the limit of two cells of `actions.csv`; None where they set none, or in a unit nobody knows.

        0 of any unit is on the spot. Raises InputRefused `limit_out_of_range` (value, right).
        """
        if unit not in tuple(LimitUnit):
            return None
        if value == 0 or unit == LimitUnit.ON_THE_SPOT:
            return cls(0, LimitUnit.ON_THE_SPOT)
        return None if value is None else cls(value, LimitUnit(unit))


@dataclass(frozen=True, slots=True)
class Extension:
    """The one extension of a request, allowed by the head (Administrative Licensing Law 42): its days are added."""

    value: int
    unit: LimitUnit

    def __post_init__(self) -> None:
        """Refuse one that adds nothing. Raises InputRefused `limit_out_of_range` or `extension_adds_nothing`."""
        if self.unit is LimitUnit.ON_THE_SPOT:
            raise InputRefused("extension_adds_nothing")
        Limit(self.value, self.unit)


@dataclass(frozen=True, slots=True)
class Stop:
    """A special procedure (听证, 检验, 鉴定 …), whose time does not count (Administrative Licensing Law 45).

    `first` and `last` are whole days and both do not count; `last` is None while the procedure goes on.
    """

    first: date
    last: date | None = None
    reason: str = ""

    def __post_init__(self) -> None:
        """Refuse one that ends before it begins. Raises InputRefused `stop_backwards` (first, last)."""
        if self.last is not None and self.last < self.first:
            raise InputRefused("stop_backwards", first=self.first, last=self.last)

    def holds(self, day: date) -> bool:
        """Tell whether a day does not count for this stop."""
        return self.first <= day and (self.last is None or day <= self.last)


class Promising(Protocol):
    """An action with its two limits, as the catalogue has them."""

    @property
    def promise_value(self) -> int | None:
        """How many of the unit are promised."""

    @property
    def promise_unit(self) -> str:
        """The unit of the promise, empty for none."""

    @property
    def legal_value(self) -> int | None:
        """How many of the unit the law allows."""

    @property
    def legal_unit(self) -> str:
        """The unit of the law, empty for none."""


@dataclass(frozen=True, slots=True)
class Promise:
    """The two limits of a case, at least one of them. Raises ValueError for neither."""

    promised: Limit | None
    legal: Limit | None = None

    def __post_init__(self) -> None:
        if self.promised is None and self.legal is None:
            raise ValueError("a promise has at least one limit")

    @classmethod
    def of(cls, action: Promising) -> "Promise | None":
        """Return the limits of an action, None where it has neither. Raises InputRefused `limit_out_of_range`."""
        promised = Limit.of(action.promise_value, action.promise_unit)
        legal = Limit.of(action.legal_value, action.legal_unit)
        return cls(promised, legal) if promised or legal else None
