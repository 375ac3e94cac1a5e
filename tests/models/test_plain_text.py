import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.plain_text import NOTE_LIMIT, clean, day, note, says_something
from desktop.models.refusals import InputRefused

WIDE = str.maketrans("0123456789X-/.", "０１２３４５６７８９Ｘ－／．")
ID = "13090219900101123"
mobiles = st.from_regex(r"1[3-9][0-9]{9}", fullmatch=True)
any_text = st.text(st.characters(), max_size=80)


def _refused(text: str) -> str:
    with pytest.raises(InputRefused) as refusal:
        note(text)
    return refusal.value.code


def _with_check_digit(body: str) -> str:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11]


def test_ordinary_text_stays_as_typed() -> None:
    text = "\t群众  反映“材料”多次跑；𠮷野家 👨‍👩‍👧 100%\n已办结 "
    assert clean(text) == text


def test_line_ends_of_every_system_become_one() -> None:
    assert clean("a\r\nb\rc\nd\u2028e\r\x00\nf") == "a\nb\nc\nd\ne\nf"


def test_characters_nobody_can_see_or_print_are_dropped() -> None:
    assert clean("a\0b\x0bc\x1b[0m\x7f\x85\u202egpj\u200f.\u2066x\u2069\ufffe\ud800z") == "abc[0mgpj.xz"


@given(any_text)
def test_cleaned_text_is_clean(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    once.encode("utf-8")
    assert "\r" not in once


def test_a_note_may_be_as_long_as_the_limit_and_not_longer() -> None:
    assert note("好" * NOTE_LIMIT) == "好" * NOTE_LIMIT
    with pytest.raises(InputRefused) as refusal:
        note("好" * (NOTE_LIMIT + 1))
    assert refusal.value.code == "text_too_long"
    assert refusal.value.facts == {"limit": NOTE_LIMIT, "length": NOTE_LIMIT + 1}


def test_a_megabyte_of_text_is_refused_at_once() -> None:
    before = time.perf_counter()
    assert _refused("1 " * 500_000) == "text_too_long"
    assert _refused("13" * 500_000) == "text_too_long"
    assert time.perf_counter() - before < 1


@given(mobiles, st.sampled_from(["{}", "电话{}。", "2026-09-30 {}", "{} 2", "①{}", "+86 {}", "0086{}", "+86-{}"]))
def test_a_mobile_number_is_refused_wherever_it_stands(number: str, place: str) -> None:
    assert _refused(place.format(number)) == "text_has_mobile"
    assert _refused(place.format(number.translate(WIDE))) == "text_has_mobile"


@pytest.mark.parametrize(
    "written", ["138 1234 5678", "138-1234-5678", "138 12 34 56 78", "138\u30001234\u30005678", "1\u200b3812345678"]
)
def test_a_mobile_number_is_seen_through_gaps(written: str) -> None:
    assert _refused(f"联系{written}") == "text_has_mobile"


@given(mobiles, st.from_regex(r"[0-9]{1,6}", fullmatch=True))
def test_a_longer_run_of_digits_is_no_mobile_number(number: str, more: str) -> None:
    run = number + more
    if len(run) < 17:
        assert note(f"编号{run}") == f"编号{run}"


def test_landlines_codes_amounts_and_days_pass() -> None:
    for text in ("0317-2170110", "130902000000", "2026-11-23 14:05", "1,380,000元", "12812345678", "1381234567"):
        assert note(text) == text


@pytest.mark.parametrize(
    "text", ["A07-02@W150 2026-09-30 复查", "W138 20260930", "受理150 2026-09-30", "共130 2026-9-3 5件"]
)
def test_codes_and_counts_before_a_day_are_no_mobile_number(text: str) -> None:
    assert note(text) == text


@given(
    st.dates(date(1900, 1, 1), date(2026, 1, 1)), st.integers(0, 999), st.sampled_from(["130902", "130901", "650000"])
)
def test_a_resident_number_is_refused_in_every_dress(born: date, number: int, area: str) -> None:
    full = _with_check_digit(f"{area}{born:%Y%m%d}{number:03}")
    for written in (full, full.lower(), full.translate(WIDE), f"{full[:6]} {full[6:14]} {full[14:]}"):
        assert _refused(f"证号{written}，已补正") == "text_has_id"


def test_eighteen_digits_with_a_wrong_check_digit_or_birthday_pass() -> None:
    right = _with_check_digit(ID)
    wrong = ID + ("1" if right[-1] != "1" else "2")
    impossible = _with_check_digit("13090219901301123")
    assert note(wrong) == wrong
    assert note(impossible) == impossible
    assert note("9" + right) == "9" + right


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_day_is_read_in_every_usual_form(when: date) -> None:
    forms = [f"{when:%Y-%m-%d}", f"{when.year}/{when.month}/{when.day}", f"{when.year}.{when.month}.{when.day}",
             f"{when:%Y%m%d}", f"{when.year}年{when.month}月{when.day}日", f" {when:%Y年%m月%d日} "]  # fmt: skip
    for form in forms:
        assert day(form) == when
        assert day(form.translate(WIDE)) == when


@pytest.mark.parametrize(
    "text", ["", "今天", "2026-09", "26-9-30", "2026-9/30", "9月30日", "2026-09-30T00:00", "2026930"]
)
def test_what_is_no_day_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(InputRefused) as refusal:
        day(text)
    assert refusal.value.code == "day_unreadable"
    assert refusal.value.facts == {"value": text, "right": "2026-09-30"}


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("2026-02-30", "2026-02-01..2026-02-28"),
        ("2028年2月30日", "2028-02-01..2028-02-29"),
        ("20261301", "2026-01-01..2026-12-31"),
        ("2026/0/1", "2026-01-01..2026-12-31"),
        ("1026-09-30", "1900-01-01..2199-12-31"),
    ],
)
def test_a_day_no_calendar_has_is_refused_with_what_would_be_right(text: str, right: str) -> None:
    with pytest.raises(InputRefused) as refusal:
        day(text)
    assert refusal.value.code == "day_impossible"
    assert refusal.value.facts["right"] == right


@pytest.mark.parametrize("text", ["", "  \u3000\t\n", "\u200b", " \ufeff\u2060\u200d ", "\u202e\x07"])
def test_what_nobody_can_see_says_nothing(text: str) -> None:
    assert not says_something(text)


@pytest.mark.parametrize("text", ["缺", " \u200b缺设备", "-", "𠮷"])
def test_one_visible_character_says_something(text: str) -> None:
    assert says_something(text)
