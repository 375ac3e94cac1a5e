"""The lines of the satisfaction table, in words. The words are those of paper and command line. No Qt."""

from desktop import texts
from desktop.i18n import _, mark
from desktop.models.catalogue import Catalogue
from desktop.models.satisfaction import Panel, Satisfaction
from desktop.texts import satisfaction as words
from desktop.views.columns import Column
from desktop.views.satisfaction.table import Line

GROUP, CASES, RATINGS, RESPONSE, COUNTS, RATE = "group", "cases", "ratings", "response", "counts", "rate"
RANK, BAD, PUT_RIGHT, LEFT_OUT = "rank", "bad", "put_right", "left_out"
KNOWN = (
    Column(GROUP, mark("Group"), 170, fixed=True, wide=True),
    Column(CASES, mark("Completed"), 88, number=True),
    Column(RATINGS, mark("Ratings"), 62, number=True),
    Column(RESPONSE, mark("Response"), 82, number=True),
    Column(COUNTS, mark("Five levels"), 164, fixed=True),
    Column(RATE, mark("Satisfaction rate"), 216, fixed=True),
    Column(RANK, mark("Rank"), 66, number=True),
    Column(BAD, mark("Bad"), 50, number=True),
    Column(PUT_RIGHT, mark("Put right"), 76, number=True),
    Column(LEFT_OUT, mark("Left out"), 72, number=True),
)
"""A rate never stands alone: cases, ratings, response and all five counts are shown with it."""
WHOLE = "*"
NONE = "-"
GROUPINGS = {
    "window": mark("By window"),
    "unit": mark("By unit"),
    "county": mark("By county"),
    "action": mark("By action"),
}


def lines(found: Satisfaction, by: str, catalogue: Catalogue) -> list[Line]:
    """Return the whole, then its groups in printed order."""
    whole = _line(WHOLE, _("Total"), found.total, found.rank_least, strong=True)
    groups = [
        _line(one.key or NONE, words.group(catalogue, by, one.key), one, found.rank_least) for one in found.groups
    ]
    return [whole, *groups]


def axis(found: Satisfaction) -> float:
    """Return where the axis of the rates begins: at the ten per cent below every interval."""
    lows = [one.wilson_low for one in (found.total, *found.groups) if one.wilson_low is not None]
    return min(0.9, int(min(lows, default=0.0) * 10) / 10)


def _line(key: str, title: str, one: Panel, least: int, *, strong: bool = False) -> Line:
    five = _(", ").join(
        f"{words.level(level)} {number}" for level, number in zip((5, 4, 3, 2, 1), one.counts, strict=True)
    )
    rate = texts.percent(one.rate, 1)
    rate = f"{rate} ({words.interval(one)})" if one.ratings else rate
    shown = {
        GROUP: title, CASES: str(one.cases), RATINGS: str(one.ratings),
        RESPONSE: texts.percent(one.response_rate, 1), COUNTS: five, RATE: rate, RANK: _rank(one, least, strong=strong),
        BAD: str(one.bad), PUT_RIGHT: str(one.corrected), LEFT_OUT: str(one.left_out),
    }  # fmt: skip
    order: dict[str, float | str] = {
        CASES: one.cases, RATINGS: one.ratings, RESPONSE: _or_less(one.response_rate), COUNTS: one.ratings,
        RATE: _or_less(one.rate), RANK: one.rank or 10**6, BAD: one.bad, PUT_RIGHT: one.corrected,
        LEFT_OUT: one.left_out,
    }  # fmt: skip
    tones = {RANK: "text" if one.rank else "text3", GROUP: "text2" if key == NONE else "text"}
    return Line(key, shown, one, order, tones, strong)


def _rank(one: Panel, least: int, *, strong: bool) -> str:
    """Return the rank, or that there are too few ratings for one."""
    if one.rank is not None or strong or one.key is None:
        return words.rank(one)
    return f"n<{least}"


def _or_less(rate: float | None) -> float:
    return -1.0 if rate is None else rate
