"""What a bureau changes from the command line: units, windows, actions, rules."""

import json
from collections.abc import Callable

import pytest

from tests.cli.conftest import Say

Look = Callable[[], tuple[int, object]]
BUREAU = ("--role", "bureau")


def test_a_window_is_added_changed_and_closed(say: Say) -> None:
    new = ("edit", "window", "W3", "unit=S1", "kind=hall", "name_zh=新窗口")
    assert say(*BUREAU, *new).code == 0
    assert len(json.loads(say("list", "--window", "w3", "--json").out)) == 3
    assert say(*BUREAU, "edit", "window", "w3", "Ｐｈｏｎｅ=0317-1234567").code == 0
    assert say(*BUREAU, "edit", "window", "W3", "valid_to=2026年9月30日", "--reason", "并入一号窗口").code == 0
    assert "当天未启用" in say("show", "A01@W3").err or "未启用" in say("show", "A01@W3").err
    assert say(*BUREAU, "undo").code == 0
    assert say("show", "A01@W3").code == 0


def test_an_action_gets_its_criterion_but_keeps_its_wording(say: Say) -> None:
    assert say(*BUREAU, "edit", "action", "a01", "accept_zh=查看公示", "cadence=weekly").code == 0
    assert "查看公示" in say("show", "A01@W1").out
    assert "锁定" in say(*BUREAU, "edit", "action", "A01", "title_zh=另一个").err


def test_numbers_of_the_lamps_are_the_bureau_s(say: Say) -> None:
    assert say(*BUREAU, "rule", "due_soon_workdays=５").code == 0
    assert say(*BUREAU, "rule", "due_soon_workdays=").code == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("edit", "window", "W1", "phone=1"), "须由市（县）局管理员进行"),
        ((*BUREAU, "edit", "window", "W1", "phone"), "请写成“字段=值”"),
        ((*BUREAU, "edit", "window", "W1", "colour=red"), "colour"),
        ((*BUREAU, "edit", "window", "W1", "unit=S9"), "S9"),
        ((*BUREAU, "edit", "window", "W 1", "phone=1"), "W 1"),
        ((*BUREAU, "edit", "unit", "S1", "parent=S1"), "S1"),
        ((*BUREAU, "edit", "action", "A99", "cadence=weekly"), "没有举措“A99”"),
        ((*BUREAU, "edit", "action", "A01", "cadence=sometimes"), "sometimes"),
        ((*BUREAU, "rule", "no_such_rule=3"), "no_such_rule"),
        ((*BUREAU, "rule", "due_soon_workdays=many"), "不是数"),
        ((*BUREAU, "rule", "due_soon_workdays=99999"), "99999"),
    ],
)
def test_what_a_bureau_may_not_change_is_refused(say: Say, state: Look, words: tuple[str, ...], sentence: str) -> None:
    before = state()
    answer = say(*words)
    assert (answer.code, answer.out) == (1, "")
    assert sentence in answer.err
    assert answer.err.count("\n") == 1
    assert state() == before
