"""PINs and passphrases: what may be one, and how it is kept so that nobody can read it (Argon2id, RFC 9106)."""

import base64
import hmac
import os
import re
import unicodedata
from dataclasses import dataclass

from desktop.models.refusals import InputRefused

FEWEST_DIGITS, MOST_DIGITS = 4, 12
FEWEST_CHARACTERS, MOST_CHARACTERS = 8, 64
OPENING = 8
"""Fewest digits or characters of what opens an encrypted book: it can be guessed at with the file in hand."""
_SALT, _LENGTH = 16, 32
_RUNS = ("0123456789012", "9876543210987")
_STORED = re.compile(r"\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs: memory in KiB, passes over it, lanes."""

    memory: int
    passes: int
    lanes: int


STANDARD = Cost(65_536, 2, 1)
"""Three times the memory that OWASP's cheat sheet asks for: 0.15 s of one core here, about 0.3 s on an old computer."""


def cleaned(secret: str) -> str:
    """Return a PIN or passphrase as it counts: full-width as half-width characters, without blanks around it.

    Raises InputRefused: `pin_length` (fewest, most) for digits, `passphrase_length` (fewest, most) for other
    characters, `pin_too_easy` for one digit again and again or digits in a row.
    """
    told = plain(secret)
    if told.isdecimal() and told.isascii():
        if not FEWEST_DIGITS <= len(told) <= MOST_DIGITS:
            raise InputRefused("pin_length", fewest=FEWEST_DIGITS, most=MOST_DIGITS)
        if len(set(told)) == 1 or any(told in run for run in _RUNS):
            raise InputRefused("pin_too_easy")
    elif not FEWEST_CHARACTERS <= len(told) <= MOST_CHARACTERS:
        raise InputRefused("passphrase_length", fewest=FEWEST_CHARACTERS, most=MOST_CHARACTERS)
    return told


def plain(secret: str) -> str:
    """Return a secret as it is compared, whatever it holds: typed with a Chinese input method on, or not."""
    return unicodedata.normalize("NFKC", secret).strip()


def opens_books(secret: str) -> bool:
    """Tell whether a secret is long enough to open an encrypted book."""
    return len(plain(secret)) >= OPENING


def derived(secret: str, salt: bytes, cost: Cost) -> bytes:
    """Return the 32 bytes that a secret gives; takes as long as the cost says."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    made = Argon2id(salt=salt, length=_LENGTH, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory)
    return made.derive(plain(secret).encode())


def hashed(secret: str, cost: Cost = STANDARD) -> str:
    """Return what is kept of a secret: `$argon2id$v=19$m=…,t=…,p=…$salt$hash` (PHC string format)."""
    salt = os.urandom(_SALT)
    parameters = f"m={cost.memory},t={cost.passes},p={cost.lanes}"
    return f"$argon2id$v=19${parameters}${_text(salt)}${_text(derived(secret, salt, cost))}"


def matches(secret: str, stored: str) -> bool:
    """Tell whether a secret is the one of which this was kept."""
    found = _STORED.fullmatch(stored)
    if found is None:
        return False
    cost = Cost(int(found[1]), int(found[2]), int(found[3]))
    return hmac.compare_digest(derived(secret, _bytes(found[4]), cost), _bytes(found[5]))


def _text(value: bytes) -> str:
    return base64.b64encode(value).decode().rstrip("=")


def _bytes(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4))
