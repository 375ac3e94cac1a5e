"""Who sits at the open book: takes seats, covers the window, locks it when nobody is there."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models.places import Place
from desktop.models.refusals import Refusal
from desktop.models.vocabulary import Role
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.keeper import Keeper
from desktop.views.main_window import MainWindow
from desktop.views.preferences import Preferences

if TYPE_CHECKING:
    from desktop.models.book import Book
    from desktop.models.officers import Officer
    from desktop.models.unlocking import Opened
    from desktop.views.lock.cover import Cover
    from desktop.views.lock.idle import Idle
    from desktop.views.lock.page import LockPage
    from desktop.views.lock.seat import Seat


class Seating(QObject):
    """The seat before one window. `taken` when somebody has taken it."""

    taken = Signal()

    def __init__(
        self, focus: Focus, bridge: Bridge, preferences: Preferences, keeper: Keeper, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._focus, self._bridge, self._preferences = focus, bridge, preferences
        self._keeper, self._window = keeper, window
        self._cover: Cover | None = None
        self._idle: Idle | None = None
        self._key: bytes | None = None
        self._sitting: Officer | None = None
        self._is_held = False
        keeper.lock_asked.connect(self.lock)
        keeper.switch_asked.connect(self.switch)
        keeper.changed.connect(self._watch)
        bridge.opened.connect(self._settle)

    @property
    def page(self) -> "LockPage | None":
        """What covers the window, None while it is uncovered."""
        if self._cover is None:
            return None
        from desktop.views.lock.page import LockPage

        page = self._cover.page
        return page if isinstance(page, LockPage) else None

    @property
    def idle_minutes(self) -> int:
        """After how many minutes without a touch the desk locks itself, 0 for never."""
        return self._idle.minutes if self._idle is not None else 0

    @property
    def opened(self) -> "Opened | None":
        """The key of the open book and who sits before it, None where it is not encrypted."""
        from desktop.models.unlocking import Opened

        if self._key is None:
            return None
        return Opened(self._key, self._sitting.id if self._sitting is not None else "")

    def cover(self, page: QWidget) -> None:
        """Cover the window with a page."""
        from desktop.views.lock.cover import Cover

        self._cover = self._cover or Cover(self._window)
        self._cover.put_on(page)
        page.show()

    def uncover(self) -> None:
        """Take off what covers the window."""
        if self._cover is not None:
            self._cover.take_off()

    def shut(self) -> None:
        """Blank the window at once, whoever sits here; nothing is asked when it goes up again."""
        if self._cover is not None and self._cover.page is not None:
            return
        from desktop.views.lock.shutter import ShutterPage

        page = ShutterPage()
        page.opened.connect(self.uncover)
        self.cover(page)
        page.begin()

    def hold(self, page: QWidget) -> None:
        """Cover the window with a page for citizens, until `release`; the desk does not lock itself meanwhile."""
        self._is_held = True
        self.cover(page)

    def release(self, then: Callable[[], object], back: Callable[[], object]) -> None:
        """Take off the page that holds the window, and go on with `then`; a PIN is asked for where there is one.

        `back` puts the page on again when nobody takes the seat.
        """
        here = self._sitting or (
            self._keeper.admission.officers.sitting(self._focus.desk) if self._keeper.is_open else None
        )
        self._is_held = False
        if here is None or not self._keeper.admission.officers.has_pin(here):
            self.uncover()
            then()
            return
        page = self._lock(here, _("Back to the rating page"))
        page.left.connect(lambda: QTimer.singleShot(0, self, back))  # its button outlives its own click
        for seated in (page.taken, page.recovered):
            seated.connect(lambda: then() if self.page is None else None)

    # A book is opened

    def arrive(self, book: "Book", opened: "Opened | None") -> None:
        """Take the seat at a book right before it is shown: who opened it, who sat here last, or nobody yet."""
        from desktop.models.admission import Admission

        self._key = opened.key if opened is not None else None
        self._sitting = None
        self.uncover()
        admission = Admission(book, self._key)
        self._keeper.take(admission)
        officers = admission.officers
        known = officers.sitting(self._focus.desk)
        if opened is not None and opened.officer:
            known = next((one for one in officers.all() if one.id == opened.officer), known)
            if known is not None:
                self._sit(known)
                return
        if officers.all() and (known is None or officers.has_pin(known)):
            self._lock(known)
        self._sitting = known

    def leave(self) -> None:
        """Let the seat go with its book."""
        self._keeper.take(None)
        self._key = self._sitting = None

    def _settle(self) -> None:
        """Show the place of who sits here, once the book is shown."""
        officer = self._sitting
        if officer is not None and (officer.unit or officer.window):
            self._preferences.settle(officer.unit, officer.window)

    def _sit(self, officer: "Officer") -> None:
        self._sitting = officer
        self._preferences.sit(officer.role, officer.name)
        if self._bridge.is_open:
            self._settle()
        self.taken.emit()

    def _watch(self) -> None:
        minutes = self._keeper.admission.idle_minutes if self._keeper.is_open else 0
        if self._idle is None and minutes:
            from desktop.views.lock.idle import Idle

            self._idle = Idle(self)
            self._idle.passed.connect(self.lock)
        if self._idle is not None:
            self._idle.wait(minutes)

    # Opening an encrypted book

    def ask_key(self, place: Place, then: "Callable[[Opened], object]", otherwise: Callable[[], object]) -> None:
        """Cover the window and ask for the PIN or the recovery key that opens a book. Raises BookRefused."""
        from pathlib import Path

        from desktop.models import unlocking
        from desktop.views.lock.page import LockPage
        from desktop.views.lock.seat import Seat

        path = Path(str(place))
        slots = unlocking.openers(path)
        seats = [Seat(slot.id, slot.name, _role(slot.role)) for slot in slots]
        here = next((slot.id for slot in slots if slot.name == self._focus.desk.officer), "")
        sentence = _("{book} is encrypted. Who opens it?").format(book=path.name)
        page = LockPage(_("Encrypted book"), sentence, seats, here, _("Another book…"), opening=True)

        def open_by(opened: "Opened") -> None:
            self.uncover()
            then(opened)

        def leave() -> None:
            self.uncover()
            otherwise()

        page.taken.connect(lambda key, pin: self._try(lambda: open_by(unlocking.by_pin(path, key, pin))))
        page.recovered.connect(lambda key, words, pin: self._try(lambda: self._recover_by(path, key, words, pin, then)))
        page.left.connect(leave)
        self._show(page)

    def _recover_by(
        self, path: "Place", officer: str, words: str, pin: str, then: "Callable[[Opened], object]"
    ) -> None:
        """Open a book by its recovery key, and give an officer a new PIN in it."""
        from pathlib import Path

        from desktop.models import recovery_key, unlocking
        from desktop.models.unlocking import Opened

        recovery = recovery_key.read(words)
        opened = unlocking.by_recovery(Path(str(path)), recovery)
        self.uncover()
        then(Opened(opened.key, officer))
        if self._keeper.is_open:
            self._said(lambda: self._keeper.admission.recover(officer, recovery, pin))

    # Lock and switch

    def lock(self) -> None:
        """Cover the window until somebody takes the seat."""
        if self.page is not None or self._is_held:
            return
        if not self._keeper.officers:
            self._window.say(_("Nobody is known here by name yet: add officers in the settings."))
            return
        self._lock(self._sitting or self._keeper.admission.officers.sitting(self._focus.desk))

    def _lock(self, here: "Officer | None", leave: str = "") -> "LockPage":
        from desktop.views.lock.page import LockPage

        sentence = _("Locked. Who takes the seat?")
        chosen, opening = here.id if here is not None else "", self._key is not None
        page = LockPage(_("Bianmin ledger"), sentence, self._seats(), chosen, leave, opening=opening)
        page.taken.connect(lambda key, pin: self._try(lambda: self._unlock(key, pin)))
        page.recovered.connect(lambda key, words, pin: self._try(lambda: self._recover(key, words, pin)))
        self._show(page)
        return page

    def _show(self, page: "LockPage") -> None:
        self.cover(page)
        page.begin()

    def _unlock(self, key: str, pin: str) -> None:
        officer = self._keeper.admission.admit(key, pin)
        self.uncover()
        self._sit(officer)

    def _recover(self, key: str, words: str, pin: str) -> None:
        from desktop.models import recovery_key

        officer = self._keeper.admission.recover(key, recovery_key.read(words), pin)
        self.uncover()
        self._sit(officer)
        self._keeper.changed.emit()

    def switch(self) -> None:
        """Open the panel for another person."""
        if self.page is not None:
            return
        if not self._keeper.officers:
            self.lock()
            return
        from desktop.views.lock.switch import SwitchDialog

        here = self._sitting or self._keeper.admission.officers.sitting(self._focus.desk)
        dialog = SwitchDialog(self._seats(), here.id if here is not None else "", self._window)

        def take(key: str, pin: str) -> None:
            officer = self._keeper.admission.admit(key, pin)
            dialog.accept()
            self._sit(officer)
            self._window.say(_("{name} sits here now.").format(name=officer.name))

        dialog.taken.connect(lambda key, pin: self._said(lambda: take(key, pin), dialog.seats.refuse))
        dialog.open()

    def _seats(self) -> "Sequence[Seat]":
        from desktop.views.lock.seat import Seat

        officers = self._keeper.admission.officers
        return [Seat(one.id, one.name, texts.role(one.role), officers.has_pin(one)) for one in officers.all()]

    def _try(self, deed: Callable[[], object]) -> None:
        """Do what the covering page asked for; a refusal is said there."""
        page = self.page
        self._said(deed, page.refuse if page is not None else self._window.say)

    def _said(self, deed: Callable[[], object], say: Callable[[str], object] | None = None) -> None:
        try:
            deed()
        except Refusal as refusal:
            (say or self._window.say)(texts.refusal(refusal))


def _role(word: str) -> str:
    return texts.role(Role(word)) if word in tuple(Role) else word
