"""What a person has chosen for this computer and this book, applied at once and kept for the next start."""

from PySide6.QtCore import QObject, QStandardPaths, Signal

from desktop import i18n, settings
from desktop.i18n import _
from desktop.models.desk import Desk
from desktop.models.vocabulary import Role
from desktop.views import theme
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.shapes import Shapes

_SCREEN = "screen"


class Preferences(QObject):
    """The preferences in use. `language_changed` when everything has to be said anew; `shapes` are sizes of parts.

    Person, language and looks belong to the computer (`settings.py`); unit and window belong to the book.
    """

    language_changed = Signal()

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__()
        self._focus = focus
        self._bridge = bridge
        self.saved = settings.load()
        self.shapes = Shapes(self.saved.shapes, self._save)
        bridge.opened.connect(self._take_place)

    def apply(self) -> None:
        """Apply language, looks and person as saved."""
        i18n.use(self.saved.language)
        theme.current().wear(self.saved.theme, self.saved.text_size)
        self._focus.sit(self._desk())

    @property
    def knows_person(self) -> bool:
        """Whether somebody has said who sits here."""
        return bool(self.saved.role)

    def speak(self, language: str) -> None:
        """Switch the language."""
        if language != i18n.language():
            self.saved.language = language
            i18n.use(language)
            self._save()
            self.language_changed.emit()

    def wear(self, choice: str) -> None:
        """Switch the theme: `auto`, `light` or `dark`."""
        self.saved.theme = choice
        theme.current().wear(choice)
        self._save()

    def scale(self, size: int) -> None:
        """Switch the text size in per cent."""
        self.saved.text_size = size
        theme.current().wear(size=size)
        self._save()

    def sit(self, role: Role, officer: str) -> None:
        """Say who sits here."""
        self.saved.role, self.saved.officer = role.value, officer.strip()
        self._focus.sit(self._desk())
        self._save()

    def settle(self, unit: str, window: str) -> None:
        """Say which unit is looked at first and which window is the person's own, kept in the book."""
        self._focus.settle(unit, window)
        if self._bridge.is_open:
            self._bridge.book.keep(_SCREEN, "unit", unit or None)
            self._bridge.book.keep(_SCREEN, "window", window or None)

    def remember_book(self, path: str) -> None:
        """Open this book at the next start."""
        self.saved.last_book = path
        self._save()

    def remember_shape(self, shape: str) -> None:
        """Give the window this shape at the next start."""
        self.saved.geometry = shape
        self._save()

    def folder(self, purpose: str) -> str:
        """Return the folder used last for a purpose, at first the person's documents."""
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        return self.saved.folders.get(purpose, documents)

    def remember_folder(self, purpose: str, folder: str) -> None:
        """Offer this folder the next time for the same purpose."""
        self.saved.folders[purpose] = folder
        self._save()

    def _desk(self) -> Desk:
        roles = {role.value: role for role in Role}
        return Desk(roles.get(self.saved.role, Role.CLERK), self.saved.officer)

    def _take_place(self) -> None:
        book = self._bridge.book
        self._focus.settle(book.kept(_SCREEN, "unit") or "", book.kept(_SCREEN, "window") or "")

    def _save(self) -> None:
        if not settings.save(self.saved):
            self._bridge.said.emit(_("The preferences could not be saved: the folder cannot be written."))
