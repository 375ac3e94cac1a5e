"""PINs and passphrases: what may be one, how it is kept, how wrong ones have to wait."""

from datetime import timedelta

import pytest

from desktop.models import pins
from desktop.models.clock import Clock
from desktop.models.pins import STANDARD, Cost
from desktop.models.refusals import InputRefused
from desktop.models.waits import FREE, Waits
from tests.books import Hands

CHEAP = Cost(8, 1, 1)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("123", "pin_length"), ("1234567890123", "pin_length"), ("1234", "pin_too_easy"), ("98765", "pin_too_easy"),
        ("0000", "pin_too_easy"), ("abc12", "passphrase_length"), ("窗口", "passphrase_length"),
        ("", "passphrase_length"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_pin_is_refused(typed: str, code: str) -> None:
    with pytest.raises(InputRefused, match=code):
        pins.cleaned(typed)


def test_a_pin_typed_with_a_chinese_input_method_on_is_the_same_pin() -> None:
    assert pins.cleaned(" ５３８１ ") == "5381"
    assert pins.matches("5381", pins.hashed("５３８１", CHEAP))


def test_what_is_kept_of_a_pin_says_its_cost_and_opens_for_that_pin_alone() -> None:
    kept = pins.hashed("便民窗口服务大厅A1", CHEAP)
    assert kept.startswith("$argon2id$v=19$m=8,t=1,p=1$")
    assert "便民" not in kept
    assert pins.matches("便民窗口服务大厅Ａ１", kept)
    assert not pins.matches("便民窗口服务大厅A2", kept)
    assert not pins.matches("5381", "")
    assert pins.hashed("5381", CHEAP) != pins.hashed("5381", CHEAP)


def test_a_pin_costs_what_the_standard_says_unless_told_otherwise() -> None:
    assert (STANDARD.memory, STANDARD.passes) >= (19_456, 2)
    kept = pins.hashed("5381")
    assert "m=65536,t=2,p=1" in kept
    assert pins.matches("5381", kept)


def test_wrong_pins_wait_longer_each_time_and_the_right_one_ends_it() -> None:
    hands = Hands()
    waits = Waits("b1", Clock(hands))
    assert [waits.fail("wang") for _ in range(FREE + 4)] == [0, 0, 0, 5, 10, 20, 40]
    assert waits.left("li") == 0
    again = Waits("b1", Clock(hands))
    assert 30 < again.left("wang") <= 40
    hands.go(minutes=1)
    assert again.left("wang") == 0
    assert again.fail("wang") == 80
    again.forget("wang")
    assert again.fail("wang") == 0


def test_a_clock_that_was_set_back_makes_nobody_wait_for_days() -> None:
    hands = Hands()
    waits = Waits("b1", Clock(hands))
    for _ in range(20):
        waits.fail("wang")
    hands.at -= timedelta(days=400)
    assert waits.left("wang") == 300
