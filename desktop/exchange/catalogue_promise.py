"""The promise of an action: value, unit, clock and basis belong together, and the law's limit comes first."""

from collections.abc import Iterator

from desktop.exchange.catalogue_draft import Row
from desktop.exchange.fault import Fault

_HOURS = {"on_the_spot": 0.0, "minute": 1 / 60, "hour": 1.0, "day": 24.0, "workday": 24 * 7 / 5, "month": 24 * 30.0}
"""Hours of a unit in an ordinary week, only to compare a promise with the legal limit."""
_PROMISE = ("promise_value", "promise_unit", "clock_from")


def faults(at: int, row: Row) -> Iterator[Fault]:
    """Yield what is wrong with the promise and the legal limit of a row of `actions`."""
    basis = row["promise_basis"]
    for column in _PROMISE if basis else ():
        if basis == "none" and row[column]:
            yield Fault("actions", at, column, row[column], "promise_without_basis")
        if basis != "none" and not row[column]:
            yield Fault("actions", at, column, "", "promise_incomplete")
    if bool(row["legal_value"]) != bool(row["legal_unit"]):
        column = "legal_unit" if row["legal_value"] else "legal_value"
        yield Fault("actions", at, column, "", "limit_incomplete")
    if row["promise_value"].isdecimal() and (row["promise_unit"] == "on_the_spot") != (row["promise_value"] == "0"):
        yield Fault("actions", at, "promise_value", row["promise_value"], "on_the_spot_is_zero")
    promise = _hours(row["promise_value"], row["promise_unit"])
    limit = _hours(row["legal_value"], row["legal_unit"])
    if promise is not None and limit is not None and promise > limit:
        told = f"{row['legal_value']} {row['legal_unit']}"
        yield Fault(
            "actions", at, "promise_value", row["promise_value"], "over_limit", {"limit": told}, is_warning=True
        )


def _hours(value: str, unit: str) -> float | None:
    return int(value) * _HOURS[unit] if value.isascii() and value.isdigit() and unit in _HOURS else None
