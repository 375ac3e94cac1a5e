"""The spans of days that are asked for most: they end on the day looked at. No Qt."""

from collections.abc import Mapping
from datetime import date, timedelta

from desktop.i18n import mark

SPANS: Mapping[str, str] = {
    "year": mark("This year"),
    "quarter": mark("This quarter"),
    "month": mark("This month"),
    "last_month": mark("Last month"),
    "days": mark("From … to …"),
}
"""Names by code; `days` are chosen by hand."""


def span(code: str, today: date) -> tuple[date, date]:
    """Return first and last day of a span that is not chosen by hand, as of a day."""
    month = today.replace(day=1)
    if code == "last_month":
        last = month - timedelta(days=1)
        return last.replace(day=1), last
    first = {"month": month, "quarter": month.replace(month=(today.month - 1) // 3 * 3 + 1)}
    return first.get(code, today.replace(month=1, day=1)), today
