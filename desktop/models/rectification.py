"""The clock of bad ratings: by when somebody is called, and by when what was wrong is put right (R03 to R05)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from desktop.models.workdays import Calendar, Certainty

CORRECTIONS = ("corrected", "explained", "unfounded")
"""How a bad rating is closed: put right, explained (R07), or found to complain of nothing that happened."""


@dataclass(frozen=True, slots=True)
class RatingRules:
    """The numbers behind ratings, which the bureau may edit: ratings needed for a rank, and three limits in workdays.

    The limits are the defaults of R03, R04 and R05 of `rectification.csv`: practice of other towns, no rule of Hebei.
    """

    rank_least: int = 30
    contact_workdays: int = 1
    correct_workdays: int = 5
    complex_workdays: int = 15

    @classmethod
    def of(cls, numbers: Mapping[str, int]) -> "RatingRules":
        """Return the rules of a table as `numbers` gives it; what the table leaves out keeps its default."""
        return cls(**{name: numbers.get(f"rating_{name}", number) for name, number in _plain().items()})

    def numbers(self) -> dict[str, int]:
        """Return every number by the name of its rule: `rating_rank_least`, `rating_contact_workdays` and so on."""
        return {f"rating_{name}": getattr(self, name) for name in _plain()}


def _plain() -> dict[str, int]:
    plain = RatingRules()
    return {name: getattr(plain, name) for name in RatingRules.__slots__}


class Dues(NamedTuple):
    """The two due dates of a bad rating, None beyond the calendar (无日历), and how far the later can be trusted."""

    contact_on: date | None
    correct_on: date | None
    certainty: Certainty


def dues(day: date, calendar: Calendar, rules: RatingRules, *, is_complex: bool) -> Dues:
    """Return by when a bad rating of a day needs its first contact, and by when it must be put right.

    The day itself does not count (Civil Code 201); a complex one, with its reason on record, has the longer limit.
    """
    limit = rules.complex_workdays if is_complex else rules.correct_workdays
    contact, correct = calendar.add_workdays(day, rules.contact_workdays), calendar.add_workdays(day, limit)
    return Dues(contact, correct, Certainty.NONE if correct is None else calendar.certainty(day, correct))


@dataclass(frozen=True, slots=True)
class BadRating:
    """One bad rating and how far it has come. `request` is None where it is anonymous, or not for the reader's eyes.

    `correction` is one of CORRECTIONS once it is closed, empty in books of before there was a choice.
    `is_named` says that somebody can be called back; `called_on` is the last attempt, `contacted_on` the first success.
    """

    id: str
    window: str
    day: date
    level: int
    reasons: tuple[str, ...]
    is_named: bool
    request: str | None
    appeal: str
    is_complex: bool
    called_on: date | None
    contacted_on: date | None
    corrected_on: date | None
    dues: Dues
    correction: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it still waits: not upheld on appeal, and not yet corrected and, where named, reached."""
        if self.appeal == "upheld":
            return False
        return self.corrected_on is None or (self.is_named and self.contacted_on is None)

    def is_overdue(self, today: date) -> bool:
        """Tell whether a due date has passed without what it waits for."""
        if not self.is_open:
            return False
        late_contact = self.is_named and _has_passed(self.dues.contact_on, self.contacted_on, today)
        return late_contact or _has_passed(self.dues.correct_on, self.corrected_on, today)


def _has_passed(due: date | None, done: date | None, today: date) -> bool:
    return done is None and due is not None and due < today
