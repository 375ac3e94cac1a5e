"""Which face prints which role: official faces of the machine first, then open ones, then rare characters.

Roles follow GB/T 9704-2012: title (小标宋), body (仿宋), hei (黑体), kai (楷体), song (宋体). The names asked for
lie in `resources/faces.csv`, in order of preference; they are compared with the name tables, never with paths.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from desktop import paths
from desktop.models.refusals import Refusal
from desktop.reports import fontscan
from desktop.reports.fontscan import Face

_REGULAR = 400
_NORMAL_WIDTH = 5
NO_FACE = "no_printing_face"
"""Code of the refusal when no face on the machine can print Chinese."""


class FaceRole(StrEnum):
    """What a line of text is for; decides the face."""

    TITLE = "title"
    BODY = "body"
    HEI = "hei"
    KAI = "kai"
    SONG = "song"
    RARE = "rare"
    LATIN = "latin"
    SANS = "sans"


_INSTEAD = {
    FaceRole.TITLE: (FaceRole.SONG, FaceRole.HEI, FaceRole.BODY, FaceRole.KAI),
    FaceRole.BODY: (FaceRole.SONG, FaceRole.KAI, FaceRole.HEI),
    FaceRole.HEI: (FaceRole.SONG, FaceRole.KAI, FaceRole.BODY),
    FaceRole.KAI: (FaceRole.SONG, FaceRole.BODY, FaceRole.HEI),
    FaceRole.SONG: (FaceRole.BODY, FaceRole.KAI, FaceRole.HEI),
}
ROLES = tuple(_INSTEAD)
"""The roles in which text is set; `rare`, `latin` and `sans` only help them."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A face wanted for a role, found on this machine or not (`face` None)."""

    role: FaceRole
    origin: str
    name: str
    face: Face | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a role stands on this machine: the face it prints in, whether that is the official one.

    `substitute` names the role whose face is used instead when the machine has none of its own.
    """

    role: FaceRole
    face: Face | None
    official: bool
    substitute: FaceRole | None


def _key(name: str) -> str:
    return "".join(ch for ch in name.casefold() if ch not in " _-")


@cache
def _wanted() -> tuple[tuple[FaceRole, str, str], ...]:
    with (paths.resources() / "faces.csv").open(encoding="utf-8", newline="") as file:
        return tuple((FaceRole(row["role"]), row["origin"], row["name"]) for row in csv.DictReader(file))


def choices(found: Iterable[Face] | None = None) -> tuple[Choice, ...]:
    """Return every wanted face in order of preference with what the machine has for it."""
    by_name: dict[str, Face] = {}
    for face in scanned() if found is None else found:
        for name in face.names if face.usable else ():
            other = by_name.setdefault(_key(name), face)
            if _oddness(face) < _oddness(other):
                by_name[_key(name)] = face
    return tuple(Choice(role, origin, name, by_name.get(_key(name))) for role, origin, name in _wanted())


def _oddness(face: Face) -> tuple[bool, int, int]:
    """Tell how far a face is from the plain one of its family."""
    return face.slanted, abs(face.width - _NORMAL_WIDTH), abs(face.weight - _REGULAR)


@cache
def scanned() -> tuple[Face, ...]:
    """Return the faces of this machine, read once a process and remembered in the user's folder."""
    return fontscan.scan(memory=paths.data() / "faces.json")


def chains(found: Iterable[Face] | None = None, *, latin: bool = False) -> dict[FaceRole, tuple[Face, ...]]:
    """Return for each role the faces to try for a character, best first; never empty.

    With `latin` a Latin face comes first, for documents in English: the Latin letters of Chinese faces are all of one
    width. A Chinese document keeps to the digits of its Chinese faces, as GB/T 9704 asks for.
    Raises the refusal `no_printing_face` when the machine has no usable Chinese face at all.
    """
    had = [choice for choice in choices(found) if choice.face]
    own = {role: [c.face for c in had if c.role is role and c.face] for role in FaceRole}
    if not any(own[role] for role in ROLES):
        raise Refusal(NO_FACE)
    return {
        role: tuple(dict.fromkeys(face for part in _parts(role, latin=latin) for face in own[part])) for role in ROLES
    }


def _parts(role: FaceRole, *, latin: bool) -> tuple[FaceRole, ...]:
    """Return the roles whose faces print a role, in order."""
    beside = (FaceRole.SANS if role is FaceRole.HEI else FaceRole.LATIN,) if latin else ()
    return (*beside, role, *_INSTEAD[role], FaceRole.RARE)


def standings(found: Iterable[Face] | None = None) -> tuple[Standing, ...]:
    """Say role by role what this machine prints in. Reads name tables only, so it is cheap enough for `doctor`."""
    had = [choice for choice in choices(found) if choice.face]
    return tuple(_standing(role, had) for role in ROLES)


def _standing(role: FaceRole, had: list[Choice]) -> Standing:
    for part in (role, *_INSTEAD[role]):
        for choice in had:
            if choice.role is part:
                substitute = None if part is role else part
                return Standing(role, choice.face, choice.origin == "official" and not substitute, substitute)
    return Standing(role, None, official=False, substitute=None)
