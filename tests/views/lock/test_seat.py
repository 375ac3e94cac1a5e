"""Finding a seat by what is typed."""

import pytest

from desktop.search.pronouncing import readings
from desktop.search.spelling import sounding
from desktop.views.lock.seat import Seat, meant

SEATS = [
    Seat("1", "王芳", ""),
    Seat("2", "李强", ""),
    Seat("3", "Zhao Min", ""),
    Seat("4", "曾国强", ""),
    Seat("5", "王刚", ""),
]

READINGS = readings(sounding(seat.name) for seat in SEATS)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("w", 0), ("wg", 4), ("LQ", 1), ("zgq", 3), ("cgq", 3), ("王", 0), ("王刚", 4), ("zhao", 2), ("min", 2),
        ("zm", 2), ("x", None), ("", None), ("wfx", None),
    ],
)  # fmt: skip
def test_a_name_is_found_by_its_beginning_and_by_its_initials_in_every_reading(typed: str, found: int | None) -> None:
    assert meant(SEATS, typed, READINGS) == found
