"""Code 128 and QR of a request's number, read back by tables of their own."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reports import codes

NUMBER = "W114-20261123-A0007"
START_C, TO_C, TO_B = 105, 99, 100
WIDTHS = (
    "212222222122222221121223121322131222122213122312132212221213221312231212112232122132122231113222123122123221"
    "223211221132221231213212223112312131311222321122321221312212322112322211212123212321232121111323131123131321"
    "112313132113132311211313231113231311112133112331132131113123113321133121313121211331231131213113213311213131"
    "311123311321331121312113312311332111314111221411431111111224111422121124121421141122141221112214112412122114"
    "122411142112142211241211221114413111241112134111111242121142121241114212124112124211411212421112421211212141"
    "214121412121111143111341131141114113114311411113411311113141114131311141411131211412211214211232"
)
"""Widths of bars and gaps of the values 0-105, ISO/IEC 15417, table 1."""


def read(bars: tuple[tuple[int, bool], ...]) -> str:
    """Return the text of a Code 128; raises when start, check character or stop are wrong."""
    digits = "".join(str(wide) for wide, _dark in bars)
    assert digits.endswith("2331112")
    assert all(dark == (at % 2 == 0) for at, (_wide, dark) in enumerate(bars))
    body = digits[:-7]
    table = {WIDTHS[at : at + 6]: at // 6 for at in range(0, len(WIDTHS), 6)}
    values = [table[body[at : at + 6]] for at in range(0, len(body), 6)]
    *values, check = values
    assert check == (values[0] + sum(at * value for at, value in enumerate(values))) % 103
    found, pairs = "", values[0] == START_C
    for value in values[1:]:
        if (pairs and value == TO_B) or (not pairs and value == TO_C):
            pairs = not pairs
        else:
            found += f"{value:02d}" if pairs else chr(value + 32)
    return found


def test_the_bars_say_the_number() -> None:
    assert read(codes.bars(NUMBER)) == NUMBER


@given(st.from_regex(r"W[0-9]{3}-20[0-9]{6}-[A-Z][0-9]{4}", fullmatch=True))
def test_every_number_is_read_back(number: str) -> None:
    assert read(codes.bars(number)) == number


def test_bars_stay_in_their_room_and_no_module_is_wider_than_asked() -> None:
    drawn = codes.code128(NUMBER, (10, 20), (150, 30), 0.5)
    boxes = [tuple(map(float, found)) for found in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re", drawn)]
    assert min(x for x, _y, _w, _h in boxes) == 10
    assert max(x + w for x, _y, w, _h in boxes) <= 10 + 211 * 0.5 + 0.01
    assert {(y, h) for _x, y, _w, h in boxes} == {(20, 30)}


@pytest.mark.parametrize("text", ["", "办件1", "a\n"])
def test_what_bars_cannot_say_is_not_drawn(text: str) -> None:
    assert codes.code128(text, (0, 0), (100, 10), 1) == ""


def test_a_qr_code_has_its_three_eyes_and_its_timing() -> None:
    rows = codes.modules(NUMBER)
    size = len(rows)
    eye = [(r, c) for r in range(7) for c in range(7) if max(abs(r - 3), abs(c - 3)) != 2]
    for top, left in ((0, 0), (0, size - 7), (size - 7, 0)):
        assert all(rows[top + r][left + c] for r, c in eye)
    assert [rows[6][at] for at in range(8, size - 8)] == [at % 2 == 0 for at in range(8, size - 8)]


def test_a_drawn_qr_code_is_the_square_that_was_asked_for() -> None:
    drawn = codes.qr(NUMBER, 5, 7, 60)
    boxes = [tuple(map(float, found)) for found in re.findall(r"([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re", drawn)]
    assert min(x for x, *_ in boxes) == 5
    assert max(x + w for x, _y, w, _h in boxes) == pytest.approx(65, abs=0.01)
    assert min(y for _x, y, *_ in boxes) == pytest.approx(7, abs=0.01)
    assert max(y + h for _x, y, _w, h in boxes) == pytest.approx(67, abs=0.01)
