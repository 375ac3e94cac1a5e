"""The lines of the trend as plain values: both rates over one denominator on each day, in total and by group. No Qt."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from desktop import texts
from desktop.i18n import _
from desktop.models import totals
from desktop.models.board import Board
from desktop.models.totals import Counts, Tally
from desktop.models.trend import Point
from desktop.models.vocabulary import Status
from desktop.views.focus import Drill


class By(Enum):
    """What the small charts stand for."""

    CATEGORY = "category"
    COUNTY = "county"


@dataclass(frozen=True, slots=True)
class Step:
    """One day of a line: how many are in place (verified or not), verified, applicable, disputed."""

    day: date
    in_place: int
    verified: int
    applicable: int
    disputed: int

    @property
    def in_place_rate(self) -> float | None:
        """落实率 as a fraction, None where nothing is applicable."""
        return self.in_place / self.applicable if self.applicable else None

    @property
    def verified_rate(self) -> float | None:
        """核验率 as a fraction of the same denominator."""
        return self.verified / self.applicable if self.applicable else None


@dataclass(frozen=True, slots=True)
class Line:
    """One chart: its name, its days (those on which there was such a group), and the filter that shows its rows."""

    name: str
    steps: tuple[Step, ...]
    drill: Drill


def now(board: Board) -> Point:
    """Return the point of the board looked at: the same figures as everywhere else on the screen."""
    by_category, by_county = totals.by_category(board), totals.by_county(board)
    return Point(board.as_of, by_category.total, _keyed(by_category.groups), _keyed(by_county.groups))


def _keyed(groups: Sequence[Tally]) -> dict[str, Counts]:
    return {group.key: group for group in groups if group.key is not None}


def whole(points: Sequence[Point]) -> Line:
    """Return the line of all commitments."""
    return Line(_("All"), tuple(_step(point.day, point.total) for point in points), Drill())


def groups(points: Sequence[Point], board: Board, by: By) -> tuple[Line, ...]:
    """Return a line for every category, or for every county that has commitments, in printed order."""
    if not points:
        return ()
    if by is By.CATEGORY:
        names: Mapping[str, str] = {key: texts.title(one) for key, one in board.catalogue.categories.items()}
        told = [(key, [(point.day, point.categories.get(key)) for point in points]) for key in points[-1].categories]
    else:
        names = {key: texts.title(one) for key, one in board.catalogue.units.items()}
        told = [(key, [(point.day, point.counties.get(key)) for point in points]) for key in points[-1].counties]
    return tuple(
        Line(names.get(key, key), tuple(_step(day, one) for day, one in days if one is not None), _drill(key, by))
        for key, days in told
    )


def _drill(key: str, by: By) -> Drill:
    return Drill(category=key) if by is By.CATEGORY else Drill(unit=key)


def _step(day: date, counts: Counts) -> Step:
    return Step(day, counts.in_place, counts.counts[Status.VERIFIED], counts.applicable, counts.disputed)


def sentence(step: Step) -> str:
    """Return the figures of a day with numerators and denominator."""
    said = _("{day}: in place {share} ({above}/{below}), verified {verified_share} ({verified}/{below})").format(
        day=step.day.isoformat(), share=texts.percent(step.in_place_rate, 1), above=step.in_place,
        below=step.applicable, verified_share=texts.percent(step.verified_rate, 1), verified=step.verified,
    )  # fmt: skip
    return said if not step.disputed else said + _(", {n} disputed").format(n=step.disputed)


def change(line: Line) -> str:
    """Return how much the in-place rate rose or fell from the first day to the last, in percentage points."""
    rates = [step.in_place_rate for step in line.steps if step.in_place_rate is not None]
    if len(rates) < 2:
        return ""
    points = (texts.rounded(rates[-1], 1) - texts.rounded(rates[0], 1)) * 100
    return f"{points:+.1f}"


def story(line: Line) -> str:
    """Return a line in words: the last day, the first, and by how much it rose or fell."""
    if not line.steps:
        return _("No figures yet.")
    if len(line.steps) == 1:
        return sentence(line.steps[0])
    return _("{last}. {first}. Change {points} percentage points.").format(
        last=sentence(line.steps[-1]), first=sentence(line.steps[0]), points=change(line) or "—"
    )
