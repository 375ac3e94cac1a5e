"""Officers known at a book: name, role, unit, PIN. Local to the book's file: never journaled, never in a package.

The person who sits here is one of them as soon as there is one. `admission.py` says who is let to a seat.
"""

import json
import secrets
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace

from desktop.models import key_file, plain_text, rights
from desktop.models.book import Book
from desktop.models.desk import Desk
from desktop.models.key_file import KeyFile
from desktop.models.places import Server
from desktop.models.refusals import InputRefused, RuleBroken
from desktop.models.rights import Right
from desktop.models.vocabulary import Role

KIND = "officer"
_LONGEST = 40


@dataclass(frozen=True, slots=True)
class Officer:
    """One person. `pin` is what is kept of the PIN, empty for none; unit and window are shown first to him."""

    id: str
    name: str
    role: Role
    unit: str = ""
    window: str = ""
    pin: str = ""

    @property
    def desk(self) -> Desk:
        """The person at the desk."""
        return Desk(self.role, self.name)


class Officers:
    """The officers of an open book."""

    def __init__(self, book: Book) -> None:
        self._book = book

    # Reading

    def all(self) -> tuple[Officer, ...]:
        """Return the officers, the highest role first, then by name."""
        found = (_read(key, text) for key, text in self._book.all_kept(KIND).items())
        return tuple(sorted(found, key=lambda one: (-one.role.rank, one.name)))

    def get(self, key: str) -> Officer:
        """Return an officer by id. Raises RuleBroken `officer_unknown`."""
        return _first((one for one in self.all() if one.id == key), key)

    def named(self, name: str, role: Role | None = None) -> Officer:
        """Return an officer by name, and by role where two have one name. Raises RuleBroken `officer_unknown`."""
        wanted = plain_text.clean(name).strip()
        return _first((one for one in self.all() if one.name == wanted and role in (None, one.role)), wanted)

    def sitting(self, desk: Desk) -> Officer | None:
        """Return which of them is the person at the desk, None where it is somebody else."""
        return next((one for one in self.all() if one.desk == desk), None)

    def keys(self) -> KeyFile | None:
        """Return who can open the book, None where it is not encrypted."""
        return None if isinstance(self._book.place, Server) else key_file.load(self._book.path)

    def has_pin(self, officer: Officer) -> bool:
        """Tell whether somebody has a PIN."""
        return bool(officer.pin) or self.opens_book(officer)

    def opens_book(self, officer: Officer) -> bool:
        """Tell whether somebody's PIN opens the encrypted book."""
        keys = self.keys()
        return keys is not None and keys.slot(officer.id) is not None

    @property
    def guarded(self) -> bool:
        """Whether anybody has a PIN, so that nobody else can take his seat."""
        return any(self.has_pin(one) for one in self.all())

    # Who is there

    def add(self, desk: Desk, name: str, role: Role, unit: str = "", window: str = "") -> Officer:
        """Make somebody known. The first may be anybody; then a chief adds clerks and chiefs, the bureau everybody.

        Raises RuleBroken `right_missing`, `officer_above`, `officer_twice`, `role_not_here`; InputRefused
        `name_missing`, `text_too_long`.
        """
        every = self.all()
        if every:
            refuse_above(desk, role)
        made = Officer(secrets.token_hex(8), _name(name), role, unit, window)
        self._refuse_wrong(made, every)
        self.keep(made)
        return made

    def change(self, desk: Desk, officer: Officer) -> None:
        """Keep another name, role, unit or window of an officer; the last two are his own affair. Raises as `add`."""
        stood = self.get(officer.id)
        made = replace(officer, name=_name(officer.name), pin=stood.pin)
        if made.desk != stood.desk:
            refuse_above(desk, stood.role, made.role)
        self._refuse_wrong(made, [one for one in self.all() if one.id != made.id])
        keys = self.keys()
        slot = keys.slot(made.id) if keys is not None else None
        if keys is not None and slot is not None:
            key_file.save(self._book.path, keys.with_slot(replace(slot, name=made.name, role=made.role.value)))
        self.keep(made)

    def remove(self, desk: Desk, key: str) -> None:
        """Forget somebody; his deeds keep his name. Raises RuleBroken as `add`, `officer_sits_here`, `last_opener`."""
        gone = self.get(key)
        refuse_above(desk, gone.role)
        if gone.desk == desk:
            raise RuleBroken("officer_sits_here", name=gone.name)
        self.close_to(gone)
        self._book.keep(KIND, key, None)

    def close_to(self, officer: Officer) -> None:
        """Let somebody's PIN open the encrypted book no more. Raises RuleBroken `last_opener` where it is the last."""
        keys = self.keys()
        if keys is None or keys.slot(officer.id) is None:
            return
        if len(keys.officers) == 1:
            raise RuleBroken("last_opener", name=officer.name)
        key_file.save(self._book.path, keys.without(officer.id))

    def keep(self, officer: Officer) -> None:
        """Keep an officer as he is. Whoever calls this has asked who may."""
        told = asdict(officer)
        del told["id"]
        self._book.keep(KIND, officer.id, json.dumps(told, ensure_ascii=False))

    def _refuse_wrong(self, made: Officer, others: Sequence[Officer]) -> None:
        if any(one.desk == made.desk for one in others):
            raise RuleBroken("officer_twice", name=made.name, role=made.role)
        if made.role is Role.BUREAU and not self._book.catalogue().is_bureaus(self._book.unit):
            raise RuleBroken("role_not_here", role=made.role, unit=self._book.unit)


def refuse_above(desk: Desk, *roles: Role) -> None:
    """Refuse a clerk, and whoever stands below one of these roles. Raises `right_missing`, `officer_above`."""
    rights.refuse(Right.OFFICERS, desk)
    highest = max(roles, key=lambda role: role.rank)
    if highest.rank > desk.role.rank:
        raise RuleBroken("officer_above", role=desk.role, roles=(highest,))


def _name(text: str) -> str:
    told = " ".join(plain_text.note(text).split())
    if not plain_text.says_something(told):
        raise InputRefused("name_missing")
    if len(told) > _LONGEST:
        raise InputRefused("text_too_long", limit=_LONGEST, length=len(told))
    return told


def _read(key: str, text: str) -> Officer:
    told = json.loads(text)
    return Officer(key, told["name"], Role(told["role"]), told["unit"], told["window"], told["pin"])


def _first(found: Iterable[Officer], name: str) -> Officer:
    officer = next(iter(found), None)
    if officer is None:
        raise RuleBroken("officer_unknown", name=name)
    return officer
