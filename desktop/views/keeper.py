"""Who may sit at the open book, as the screen sees it: the officers, and the wishes about seat, lock and encryption."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop import texts
from desktop.models import rights
from desktop.models.desk import Desk
from desktop.models.rights import Right
from desktop.models.vocabulary import Role

if TYPE_CHECKING:
    from desktop.models.admission import Admission
    from desktop.models.officers import Officer


class Keeper(QObject):
    """Shared by the settings, which show and change it, and the program, which answers the wishes.

    `changed`: officers, PINs, the time of the lock or the encryption are others. `lock_asked`, `switch_asked`,
    `decrypt_asked`; `encrypt_asked(PIN now, PIN that opens, recovery key)`.
    """

    changed = Signal()
    lock_asked = Signal()
    switch_asked = Signal()
    encrypt_asked = Signal(str, str, object)
    decrypt_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._admission: Admission | None = None

    def take(self, admission: "Admission | None") -> None:
        """Keep the seat of a book that was opened, or of none."""
        self._admission = admission
        self.changed.emit()

    @property
    def is_open(self) -> bool:
        """Whether a book is open."""
        return self._admission is not None

    @property
    def admission(self) -> "Admission":
        """Who is let to the seat. Raises RuntimeError while no book is open."""
        if self._admission is None:
            raise RuntimeError("no book yet")
        return self._admission

    @property
    def officers(self) -> "tuple[Officer, ...]":
        """The officers of the open book, none while no book is open."""
        return self._admission.officers.all() if self._admission is not None else ()

    def remember_place(self, desk: Desk, unit: str, window: str) -> None:
        """Keep which unit and window an officer looks at first, for the next time that he takes the seat."""
        if self._admission is None:
            return
        officers = self._admission.officers
        officer = officers.sitting(desk)
        if officer is not None:
            officers.change(desk, replace(officer, unit=unit, window=window))


def barred(role: Role, right: Right) -> str:
    """Return why a role may not do something, in a sentence that says who may; empty where it may."""
    refusal = rights.missing(role, right)
    return texts.refusal(refusal) if refusal is not None else ""
