"""Who is let to the seat at a book: PINs asked, set, changed and reset; the recovery key; the desk that locks itself.

In an encrypted book a PIN also opens the file: the key file decides then, and the hash in the book follows it.
"""

import hashlib
import hmac
from dataclasses import replace

from desktop.models import key_file, pins
from desktop.models.book import Book
from desktop.models.desk import Desk
from desktop.models.key_file import RECOVERY, KeyFile
from desktop.models.officers import Officer, Officers, refuse_above
from desktop.models.pins import STANDARD, Cost
from desktop.models.recovery_key import RecoveryKey
from desktop.models.refusals import InputRefused, RuleBroken
from desktop.models.vocabulary import Role
from desktop.models.waits import Waits

_DESK = "desk"
IDLE = (0, 2, 5, 10, 30)
"""Minutes without input after which a desk locks; 0: never."""
_IDLE_WITH_PINS = 10


class Admission:
    """Lets officers to the seat at an open book. `key` is the data key of an encrypted one."""

    def __init__(self, book: Book, key: bytes | None = None, cost: Cost = STANDARD) -> None:
        self.officers = Officers(book)
        self._book = book
        self._key = key
        self._cost = cost
        self._waits = Waits(book.id)

    def admit(self, key: str, pin: str = "") -> Officer:
        """Return an officer, by id, who may sit here now: his PIN is right, or he has none.

        Raises RuleBroken `officer_unknown`, `pin_wait` (name, seconds), `pin_wrong` (name), `pin_wrong_wait`.
        """
        officer = self.officers.get(key)
        if not self.officers.has_pin(officer):
            return officer
        self._ask(officer, pin)
        self._let_open(officer, pin)
        return officer

    def refuse_unknown(self, desk: Desk) -> None:
        """Refuse somebody who is not one of the officers of a book that knows its own. Raises RuleBroken."""
        every = self.officers.all()
        if every and desk not in [one.desk for one in every]:
            raise RuleBroken("officer_unknown", name=desk.officer)

    def _ask(self, officer: Officer, pin: str) -> None:
        if seconds := self._waits.left(officer.id):
            raise RuleBroken("pin_wait", name=officer.name, seconds=seconds)
        if self._is_right(officer, pin):
            self._waits.forget(officer.id)
        elif seconds := self._waits.fail(officer.id):
            raise RuleBroken("pin_wrong_wait", name=officer.name, seconds=seconds)
        else:
            raise RuleBroken("pin_wrong", name=officer.name)

    def _is_right(self, officer: Officer, pin: str) -> bool:
        keys = self.officers.keys()
        slot = keys.slot(officer.id) if keys is not None else None
        if keys is not None and slot is not None:
            return key_file.unwrapped(slot, keys.book, pin) is not None
        return pins.matches(pin, officer.pin)

    def _let_open(self, officer: Officer, pin: str) -> None:
        """Let a PIN that was set before the book was encrypted open it too, where it is long enough."""
        keys = self.officers.keys()
        if keys is not None and keys.slot(officer.id) is None and pins.opens_books(pin):
            self._wrap(keys, officer, pin)

    # Setting PINs

    def set_pin(self, key: str, new: str, old: str = "") -> None:
        """Set an officer's own PIN, or take it away by an empty one. The old one is asked for.

        Raises as `admit`, InputRefused as `pins.cleaned`, `pin_too_short_to_open` (fewest) in an encrypted book,
        RuleBroken `last_opener` for taking away the last PIN that opens it.
        """
        officer = self.officers.get(key)
        if self.officers.has_pin(officer):
            self._ask(officer, old)
        self._put(officer, new)

    def reset_pin(self, desk: Desk, key: str, new: str) -> None:
        """Set the PIN of somebody who has forgotten it. Raises as `set_pin`, RuleBroken `pin_of_others` (role, roles).

        A chief does it for clerks and chiefs, the bureau for everybody, each for himself only by `set_pin`.
        """
        officer = self.officers.get(key)
        if officer.desk != desk:
            refuse_above(desk, officer.role)
        elif self.officers.has_pin(officer):
            others = tuple(role for role in (Role.CHIEF, Role.BUREAU) if role.rank >= officer.role.rank)
            raise RuleBroken("pin_of_oneself", roles=others)
        self._put(officer, new)
        self._waits.forget(officer.id)

    def recover(self, key: str, recovery: RecoveryKey, new: str) -> Officer:
        """Set a new PIN by the recovery key, whoever holds it. Raises as `set_pin`, RuleBroken `recovery_key_other`."""
        if not self.is_recovery(recovery):
            raise RuleBroken("recovery_key_other")
        officer = self.officers.get(key)
        self._put(officer, new)
        self._waits.forget(officer.id)
        return officer

    def _put(self, officer: Officer, new: str) -> None:
        secret = pins.cleaned(new) if new.strip() else ""
        keys = self.officers.keys()
        if keys is not None:
            if secret and not pins.opens_books(secret):
                raise InputRefused("pin_too_short_to_open", fewest=pins.OPENING)
            self._wrap(keys, officer, secret) if secret else self.officers.close_to(officer)
        self.officers.keep(replace(officer, pin=pins.hashed(secret, self._cost) if secret else ""))

    def _wrap(self, keys: KeyFile, officer: Officer, secret: str) -> None:
        if self._key is None:
            raise RuntimeError("an encrypted book is open without its key")
        who = (officer.id, officer.name, officer.role.value)
        key_file.save(self._book.path, keys.with_slot(key_file.wrapped(self._key, keys.book, who, secret, self._cost)))

    # The recovery key

    def is_recovery(self, recovery: RecoveryKey) -> bool:
        """Tell whether this is the recovery key of the book."""
        keys = self.officers.keys()
        if keys is not None:
            slot = keys.slot(RECOVERY)
            return slot is not None and key_file.unwrapped(slot, keys.book, recovery) is not None
        stored = self._book.kept(_DESK, RECOVERY) or ""
        return hmac.compare_digest(stored, _kept(recovery))

    @property
    def has_recovery(self) -> bool:
        """Whether a recovery key was made."""
        keys = self.officers.keys()
        return keys is not None or self._book.kept(_DESK, RECOVERY) is not None

    def use_recovery(self, desk: Desk, recovery: RecoveryKey) -> None:
        """Let a new recovery key count, and the former one no more. Raises RuleBroken `right_missing` for a clerk."""
        refuse_above(desk, Role.CLERK)
        keys = self.officers.keys()
        if keys is not None and self._key is not None:
            key_file.save(
                self._book.path, keys.with_slot(key_file.wrapped_for_recovery(self._key, keys.book, recovery))
            )
        self._book.keep(_DESK, RECOVERY, _kept(recovery))

    # The desk that locks itself

    @property
    def idle_minutes(self) -> int:
        """Minutes without input after which the desk locks, 0 for never: as chosen, else 10 where anybody has a PIN."""
        chosen = self._book.kept(_DESK, "idle") or ""
        if chosen.isdecimal() and int(chosen) in IDLE:
            return int(chosen)
        return _IDLE_WITH_PINS if self.officers.guarded else 0

    def lock_after(self, desk: Desk, minutes: int) -> None:
        """Choose one of `IDLE`. Raises RuleBroken `right_missing` for a clerk where anybody has a PIN."""
        if self.officers.guarded:
            refuse_above(desk, Role.CLERK)
        self._book.keep(_DESK, "idle", str(minutes))


def _kept(recovery: RecoveryKey) -> str:
    return hashlib.sha256(b"bianmin desk recovery 1" + recovery.value).hexdigest()
