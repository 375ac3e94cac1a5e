"""Tables that line up, JSON that keeps Chinese, nothing that moves the cursor."""

import pytest

from desktop.cli import output, values
from desktop.models.refusals import InputRefused
from desktop.models.vocabulary import Lamp


@pytest.mark.parametrize(
    ("text", "columns"),
    [("", 0), ("abc", 3), ("一次性告知", 10), ("ＡＢ", 4), ("e\u0301", 1), ("a\u200bb", 2), ("𠮷", 2)],
)
def test_a_chinese_character_takes_two_columns(text: str, columns: int) -> None:
    assert output.width(text) == columns


def test_columns_line_up_and_numbers_stand_right(capsys: pytest.CaptureFixture[str]) -> None:
    output.table(("名称", "数"), [("一次性告知单", "7"), ("abc", "1234")], right=(1,))
    lines = capsys.readouterr().out.splitlines()
    assert {output.width(line) for line in lines} == {18}
    assert lines[1].endswith("   7")


def test_a_cell_is_one_line_and_a_value_may_have_several(capsys: pytest.CaptureFixture[str]) -> None:
    output.table(("甲",), [("一\n二\x1b[2J",)])
    output.pairs([("备注", "一\n二"), ("空", "")])
    assert capsys.readouterr().out == "甲\n一 二[2J\n备注  一\n      二\n"


def test_json_keeps_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    output.tell({"标题": ["一"]})
    assert capsys.readouterr().out == '{\n  "标题": [\n    "一"\n  ]\n}\n'


def test_numbers_may_be_full_width() -> None:
    assert values.number(" １２ ") == 12
    for text in ("", "-1", "1.5", "一", "9" * 19):
        with pytest.raises(InputRefused, match="not_a_number"):
            values.number(text)


@pytest.mark.parametrize("word", ["due_soon", "DUE-SOON", "临期", "ｄｕｅ＿ｓｏｏｎ"])
def test_a_lamp_goes_by_code_or_name(word: str) -> None:
    assert values.lamp(word) is Lamp.DUE_SOON
