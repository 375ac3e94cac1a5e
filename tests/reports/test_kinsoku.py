"""Breaking Chinese text into lines."""

import random
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.reports import kinsoku

MARKS = "，。、；：？！”’）》】…—·"
OPENING = "（《“【"
WORDS = ("92.5%", "A07-02@W101", "22项", "2026年", "10:30", "1,918起", "GB/T", "9704-2012", "police", "3.5℃", "130982")


class Ems(dict[str, float]):
    """Widths in ems: half an em below U+2000, one em above."""

    def __missing__(self, char: str) -> float:
        return 0.5 if ord(char) < 0x2000 else 1.0


EMS = Ems()


def width(line: str) -> float:
    return sum(EMS[char] for char in line)


def a_paragraph(chance: random.Random) -> str:
    parts = []
    for _ in range(chance.randint(3, 40)):
        kind = chance.random()
        if kind < 0.6:
            parts.append("".join(chance.choices("便民利企措施落实情况窗口办理群众登记核验", k=chance.randint(1, 6))))
        elif kind < 0.75:
            parts.append(chance.choice(WORDS) + "办")
        elif kind < 0.9:
            parts.append(chance.choice(("，", "。", "、", "；", "：", "！", "……", "——")))
        else:
            parts.append(chance.choice(("“限时办结”", "（见附件1）", "《目录》", "【样例】")))
    return "".join(parts)


def test_two_thousand_paragraphs_break_without_a_fault() -> None:
    chance = random.Random(20261123)
    for _ in range(2000):
        text, measure = a_paragraph(chance), chance.randint(12, 30)
        found = kinsoku.lines(text, EMS, measure, first=2)
        assert "".join(found) == text
        for number, line in enumerate(found):
            assert width(line) <= measure - (0 if number else 2) + 1e-6, (line, measure)
            if number and not runs_of_marks(found[number - 1] + line):
                assert line[0] not in kinsoku.NEVER_FIRST, found
                assert found[number - 1][-1] not in kinsoku.NEVER_LAST, found
                assert (found[number - 1][-1] + line[0]) not in ("——", "……")
        for word in WORDS:
            assert sum(line.count(word) for line in found) == text.count(word), (word, found)


def runs_of_marks(text: str) -> bool:
    """Whether a text holds three marks in a row, which no line break can serve."""
    return re.search(f"[{MARKS}{OPENING}]{{3,}}", text) is not None


@given(st.text(alphabet="便民，。（）“”……——·A1 9.%\n", max_size=120), st.integers(4, 30))
@settings(max_examples=300, deadline=None)
def test_nothing_is_lost_but_blanks_at_a_break(text: str, measure: int) -> None:
    found = kinsoku.lines(text, EMS, measure)
    assert "".join(found).replace(" ", "") == text.replace(" ", "").replace("\n", "")
    assert all(width(line) <= measure + 1e-6 for line in found)


def test_a_line_feed_ends_a_line() -> None:
    assert kinsoku.lines("甲\n\n乙", EMS, 10) == ["甲", "", "乙"]


def test_a_name_with_a_middle_dot_is_not_parted_at_the_dot() -> None:
    for measure in range(4, 9):
        found = kinsoku.lines("经办人阿卜杜拉·买买提核", EMS, measure)
        assert not any(line.startswith("·") or line.endswith("·") for line in found), found


def test_a_word_wider_than_the_line_is_cut_at_a_sign() -> None:
    assert kinsoku.lines("tongji_2026-11-23_final.xlsx", EMS, 9) == ["tongji_2026-11-23_", "final.xlsx"]


def test_english_words_stay_whole() -> None:
    found = kinsoku.lines("Told once on paper, first contact responsible", EMS, 8)
    assert " ".join(found) == "Told once on paper, first contact responsible"


def test_a_filled_line_is_as_wide_as_the_measure() -> None:
    line = "便民措施22项，落实率60.7%"
    gap = kinsoku.tracking(line, EMS, 13)
    places = sum(len(part) for part, spread in kinsoku.segments(line) if spread) - 1
    assert gap > 0
    assert abs(width(line) + gap * places - 13) < 1e-9


def test_numbers_and_words_are_not_spread() -> None:
    line = "措施22项（A07-02）率60.7%的GB/T"
    parts = kinsoku.segments(line)
    assert "".join(part for part, _spread in parts) == line
    assert [part for part, spread in parts if spread] == ["措施", "2项（", "2）率", "%的", "T"]


def test_a_short_line_is_not_pulled_apart() -> None:
    assert kinsoku.tracking("甲乙", EMS, 12) == 0.0
