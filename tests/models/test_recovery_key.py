"""The printed recovery key: what is typed wrongly is found, and where."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models import recovery_key
from desktop.models.recovery_key import RecoveryKey
from desktop.models.refusals import InputRefused

KEY = RecoveryKey(bytes(range(20)))


@given(st.binary(min_size=20, max_size=20))
def test_a_key_is_read_as_it_is_printed_in_any_case_and_width(value: bytes) -> None:
    key = RecoveryKey(value)
    wide = "".join(chr(ord(char) + 0xFEE0) for char in str(key).lower())
    assert recovery_key.read(str(key)) == recovery_key.read(wide) == recovery_key.read(" ".join(key.groups)) == key


@given(st.binary(min_size=20, max_size=20), st.integers(0, 39), st.integers(1, 31))
def test_one_wrong_sign_is_found_and_its_group_named(value: bytes, at: int, by: int) -> None:
    signs = list(str(RecoveryKey(value)).replace("-", ""))
    known = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
    signs[at] = known[(known.index(signs[at]) + by) % 32]
    with pytest.raises(InputRefused) as said:
        recovery_key.read("".join(signs))
    assert (said.value.code, said.value.facts["group"]) == ("recovery_key_wrong", at // 5 + 1)


def test_two_groups_exchanged_are_found() -> None:
    groups = list(KEY.groups)
    groups[1], groups[2] = groups[2], groups[1]
    with pytest.raises(InputRefused, match="recovery_key_wrong"):
        recovery_key.read("-".join(groups))


def test_letters_that_look_like_digits_are_taken_for_them() -> None:
    assert recovery_key.read(str(KEY).replace("0", "o").replace("1", "l")) == KEY


def test_a_key_that_is_too_short_is_told_how_long_it_should_be() -> None:
    with pytest.raises(InputRefused) as said:
        recovery_key.read(str(KEY)[:-1])
    assert said.value.facts == {"signs": 39, "right": 40}


def test_one_group_typed_back_proves_that_the_sheet_is_legible() -> None:
    assert recovery_key.is_group(KEY.groups[2].lower() + " ", KEY, 3)
    assert not recovery_key.is_group(KEY.groups[2], KEY, 4)
    assert not recovery_key.is_group("", KEY, 3)


def test_no_two_keys_are_alike_and_none_shows_itself_in_a_log() -> None:
    assert recovery_key.new() != recovery_key.new()
    assert KEY.groups[0] not in repr(KEY)
    assert recovery_key.looks_like(str(KEY))
    assert not recovery_key.looks_like("83512790")
