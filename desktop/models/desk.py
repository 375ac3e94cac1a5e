"""Who acts at this computer."""

from dataclasses import dataclass

from desktop.models.vocabulary import Role


@dataclass(frozen=True, slots=True)
class Desk:
    """The person at the desk: a role, and a name as free text."""

    role: Role
    officer: str
