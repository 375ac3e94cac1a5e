"""The printed recovery key: 160 random bits in eight groups of four signs and a check sign each."""

import secrets
import unicodedata
from dataclasses import dataclass

from desktop.models.refusals import InputRefused

GROUPS, _DATA = 8, 4
_SIZE = GROUPS * _DATA * 5 // 8
_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's: no I, L, O and U, which are taken for 1, 1, 0 and V."""
_READ = {**{sign: value for value, sign in enumerate(_SIGNS)}, "O": 0, "I": 1, "L": 1, "U": 27}
SHAPE = f"{'X' * (_DATA + 1)}-" * 2 + "…"
"""What a key looks like to one who is to write it: the same in every language."""
_POLYNOMIAL = 0b100101
"""x^5 + x^2 + 1, which makes 32 signs a field: any wrong sign and any two exchanged are found."""


@dataclass(frozen=True, slots=True, repr=False)
class RecoveryKey:
    """The key as bytes, and as people write it."""

    value: bytes

    @property
    def groups(self) -> tuple[str, ...]:
        """The eight groups, such as `7Q2KD`."""
        whole = int.from_bytes(self.value)
        found = [whole >> 5 * (GROUPS * _DATA - 1 - at) & 31 for at in range(GROUPS * _DATA)]
        parts = [found[at : at + _DATA] for at in range(0, len(found), _DATA)]
        return tuple(_written(number, part) for number, part in enumerate(parts, 1))

    def __str__(self) -> str:
        """Return the key as it is printed."""
        return "-".join(self.groups)


def new() -> RecoveryKey:
    """Return a key that nobody has."""
    return RecoveryKey(secrets.token_bytes(_SIZE))


def read(text: str) -> RecoveryKey:
    """Read a key as typed: any case and width, with hyphens, blanks or without.

    Raises InputRefused `recovery_key_length` (signs, right) or `recovery_key_wrong` (group).
    """
    signs = [char for char in unicodedata.normalize("NFKC", text).upper() if char.isalnum()]
    if len(signs) != GROUPS * (_DATA + 1):
        raise InputRefused("recovery_key_length", signs=len(signs), right=GROUPS * (_DATA + 1))
    whole = 0
    for number in range(1, GROUPS + 1):
        group = signs[(number - 1) * (_DATA + 1) : number * (_DATA + 1)]
        values = [_READ.get(sign, -1) for sign in group]
        if -1 in values or _check(number, values[:-1]) != values[-1]:
            raise InputRefused("recovery_key_wrong", group=number)
        for value in values[:-1]:
            whole = whole << 5 | value
    return RecoveryKey(whole.to_bytes(_SIZE))


def is_group(text: str, key: RecoveryKey, number: int) -> bool:
    """Tell whether somebody has typed this group of the key, counted from one."""
    signs = [_READ.get(char, -1) for char in unicodedata.normalize("NFKC", text).upper() if char.isalnum()]
    return signs == [_READ[sign] for sign in key.groups[number - 1]]


def looks_like(text: str) -> bool:
    """Tell whether a text has the length of a recovery key, so that it is no PIN."""
    return sum(char.isalnum() for char in unicodedata.normalize("NFKC", text)) == GROUPS * (_DATA + 1)


def _written(number: int, values: list[int]) -> str:
    return "".join(_SIGNS[value] for value in (*values, _check(number, values)))


def _check(number: int, values: list[int]) -> int:
    """Return the check sign of a group; its number counts, so that two groups exchanged are found."""
    found = number
    for value in values:
        found = _doubled(found) ^ value
    return _doubled(found)


def _doubled(value: int) -> int:
    twice = value << 1
    return twice ^ _POLYNOMIAL if twice & 32 else twice
