"""Signs and fills of states: told apart without colour."""

from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from desktop.models.vocabulary import Status
from desktop.reports import signs
from desktop.reports.press import Press, Title
from desktop.reports.preview import Preview
from desktop.reports.typecase import TypeCase
from desktop.views.tokens import LIGHT
from tests.views.colour import VISIONS, contrast, difference, seen

_SIDE = 40


def greys(tmp_path: Path, kind: str) -> dict[Status, bytes]:
    """Print each state in a square of its own and return the squares' grey pixels at 144 dpi."""
    out = tmp_path / "signs.pdf"
    with Press(TypeCase(), (_SIDE * len(Status), _SIDE), Title("signs", "", "", "zh-CN", date(2026, 1, 1))) as press:
        for at, status in enumerate(Status):
            if kind == "shape":
                press.draw(signs.shape(status, at * _SIDE + _SIDE / 2, _SIDE / 2, 12))
            else:
                press.draw(signs.segment(status, at * _SIDE + 4, 4, _SIDE - 8, _SIDE - 8))
        press.end_page()
        press.write(out)
    preview = Preview(out)
    wide, _high, pixels = preview.render(0, _SIDE * len(Status) * 2, grey=True)
    preview.close()
    rows = [pixels[at : at + wide * 4 : 4] for at in range(0, len(pixels), wide * 4)]
    side = _SIDE * 2
    return {s: b"".join(row[at * side : at * side + side] for row in rows) for at, s in enumerate(Status)}


def apart(one: bytes, other: bytes) -> float:
    """Return the mean difference of two squares, 0 to 255."""
    return sum(abs(a - b) for a, b in zip(one, other, strict=True)) / len(one)


def test_the_shapes_of_all_states_differ_in_grey(tmp_path: Path) -> None:
    drawn = greys(tmp_path, "shape")
    for one, other in combinations(Status, 2):
        assert apart(drawn[one], drawn[other]) > 4, (one, other)


def test_the_fills_of_all_counted_states_differ_in_grey(tmp_path: Path) -> None:
    drawn = greys(tmp_path, "segment")
    for one, other in combinations(signs.ORDER, 2):
        assert apart(drawn[one], drawn[other]) > 12, (one, other)


def test_every_state_but_not_applicable_stands_in_a_bar() -> None:
    assert set(signs.ORDER) == set(Status) - {Status.NOT_APPLICABLE}


def test_a_number_on_a_segment_reaches_aa() -> None:
    inks = {True: "#FFFFFF", False: "#000000"}
    assert min(contrast(inks[signs.dark(status)], signs.fill(status)) for status in signs.ORDER) >= 4.5


@pytest.mark.parametrize("vision", list(VISIONS))
def test_segments_differ_under_every_kind_of_colour_vision(vision: str) -> None:
    fills = [signs.fill(status) for status in signs.ORDER]
    assert min(difference(seen(a, vision), seen(b, vision)) for a, b in combinations(fills, 2)) >= 8


def test_paper_and_screen_colour_a_state_alike() -> None:
    """Not started is white on paper: ink is saved where nothing is to be seen."""
    for status in signs.ORDER:
        if status is not Status.NOT_STARTED:
            assert difference(seen(signs.fill(status), "normal"), seen(LIGHT.states[status].fill, "normal")) < 1
