"""What changes the files of the open book: encryption on or off, a backup put back. It is closed, and opened again."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop import texts
from desktop.app.seating import Seating
from desktop.app.shelf import Shelf
from desktop.i18n import _
from desktop.models.places import Place
from desktop.models.refusals import BookRefused, Refusal
from desktop.views.bridge import Bridge
from desktop.views.keeper import Keeper
from desktop.views.main_window import MainWindow

if TYPE_CHECKING:
    from desktop.models.backup import Backup
    from desktop.models.encryption import Lock, Step
    from desktop.models.recovery_key import RecoveryKey
    from desktop.models.unlocking import Opened


class Turning(QObject):
    """Answers the wishes of the keeper about encryption, and the wish for a backup."""

    def __init__(self, bridge: Bridge, keeper: Keeper, shelf: Shelf, seating: Seating, window: MainWindow) -> None:
        super().__init__(window)
        self._bridge, self._keeper, self._shelf = bridge, keeper, shelf
        self._seating, self._window = seating, window
        keeper.encrypt_asked.connect(self.encrypt)
        keeper.decrypt_asked.connect(self.decrypt)

    def encrypt(self, pin_now: str, pin: str, recovery: "RecoveryKey") -> None:
        """Encrypt the open book: `pin` will open it, and become the PIN of who sits here."""
        from desktop.models import encryption
        from desktop.models.unlocking import Opened

        try:
            lock, officer = self._lock(pin_now, pin, recovery)
        except Refusal as refusal:
            self._window.say(texts.refusal(refusal))
            return
        place, desk = self._bridge.book.place, self._bridge.focus.desk
        said = _("The book is encrypted, with its evidence and backups. It opens by PIN from now on.")
        self._turn(
            _("The book is being encrypted…"), lambda step: encryption.encrypt(place, lock, desk, step),
            Opened(lock.key, officer), said,
        )  # fmt: skip

    def _lock(self, pin_now: str, pin: str, recovery: "RecoveryKey") -> "tuple[Lock, str]":
        """Make the keys for who sits here, who becomes an officer where there was none. Raises Refusal."""
        from desktop.models import encryption, pins, rights
        from desktop.models.rights import Right

        book, desk, admission = self._bridge.book, self._bridge.focus.desk, self._keeper.admission
        rights.refuse(Right.ENCRYPT, desk)
        if not isinstance(book.place, Path):
            raise BookRefused("server_encryption", path=str(book.place))
        officers = admission.officers
        officer = officers.sitting(desk) or officers.add(desk, desk.officer, desk.role)
        admission.set_pin(officer.id, pin, pin_now)
        admission.use_recovery(desk, recovery)
        who = (officer.id, officer.name, officer.role.value)
        return encryption.lock_for(book.id, who, pin, recovery, pins.STANDARD), officer.id

    def decrypt(self) -> None:
        """Take the encryption off the open book."""
        from desktop.models import encryption

        place, desk, opened = self._bridge.book.place, self._bridge.focus.desk, self._seating.opened
        if opened is None:
            return
        said = _("The book is not encrypted any more, nor are its evidence and backups.")
        self._turn(
            _("The encryption is being taken off…"),
            lambda step: encryption.decrypt(place, opened.key, desk, step), opened, said,
        )  # fmt: skip

    def restore(self, chosen: "Backup") -> None:
        """Put a backup in the place of the open book; a refusal leaves the book as it was."""
        from desktop.models import backup

        book, desk, opened = self._bridge.book, self._bridge.focus.desk, self._seating.opened
        place, now, key = book.place, book.clock.now(), opened.key if opened is not None else None

        def work(step: "Step") -> list[Path]:
            step(chosen.path.name)
            backup.restore(place, chosen.path, key, now, desk)
            return []

        day = chosen.day.isoformat()
        said = _("The book is put back to {day}; how it stood before is kept as a backup.").format(day=day)
        self._turn(_("The book is being put back…"), work, opened, said)

    def _turn(self, title: str, work: "Callable[[Step], list[Path]]", opened: "Opened | None", said: str) -> None:
        from desktop.views.lock.busy import BusyPage
        from desktop.views.worker import Job

        place = self._bridge.book.place
        page = BusyPage(title)
        self._seating.cover(page)
        self._shelf.put_away()
        job: Job[list[Path]] = Job(lambda step: work(lambda name: step.tell(0.0, name)), self)
        job.progressed.connect(lambda _part, name: page.say(name))
        job.succeeded.connect(lambda left: self._end(place, opened, "\n".join([said, *_left(left)])))
        job.failed.connect(lambda why: self._end(place, opened, why))
        job.start()

    def _end(self, place: Place, opened: "Opened | None", said: str) -> None:
        from desktop.models.bare import is_locked

        self._seating.uncover()
        # A failure may have come before the book itself was turned, or after.
        is_open = isinstance(place, Path) and not is_locked(place)
        self._shelf.come_back(place, None if is_open else opened, said)


def _left(files: list[Path]) -> list[str]:
    return [_("{path} could not be read and stays as it was.").format(path=path) for path in files]
