"""The field for the identity number: a whole number is checked and not kept, the last four may be."""

import unicodedata

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from desktop.i18n import _
from desktop.models import citizen_numbers, plain_text
from desktop.models.refusals import InputRefused

_WHOLE, _LAST = 18, 4
_ROOM = 24
"""Characters that can be typed: a whole number with its blanks."""


class IdField(QLineEdit):
    """Takes the last four, or all eighteen to check their check digit: of these only the last four are left.

    Of a firm's code nothing is left. `said(sentence, tone)` after a check, tone `good` or `danger`; empty on typing.
    """

    said = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._is_firm = False
        self.setMaxLength(_ROOM)
        self.setPlaceholderText(_("last four"))
        self.setToolTip(_("The last four, or all eighteen to have them checked; the whole number is never kept."))
        self.editingFinished.connect(self.check)
        self.textEdited.connect(self._on_typed)

    def ask_for(self, *, firm: bool) -> None:
        """Take a firm's code, or a person's number."""
        if firm != self._is_firm:
            self._is_firm = firm
            self.setPlaceholderText(_("only checked") if firm else _("last four"))
            self.setAccessibleName(_("Credit code") if firm else _("ID number"))
            self._leave("")
            self.said.emit("", "")

    def _on_typed(self, text: str) -> None:
        self.said.emit("", "")
        if len(_plain(text)) == _WHOLE:
            self.check()

    def check(self) -> bool:
        """Check what stands there. Return whether it is in order; a whole number is gone from the field afterwards."""
        plain = _plain(self.text())
        if not plain:
            return True
        if self._is_firm:
            return self._check_firm(plain)
        if len(plain) == _WHOLE:
            return self._check_person(plain)
        try:
            self._leave(plain_text.last_four(plain))
        except InputRefused:
            # A part of a number may be a citizen's too: it does not stay either.
            self._leave("")
            return self._refuse(_("Type the last four of the number, or all eighteen to have them checked."))
        return True

    def _check_person(self, plain: str) -> bool:
        if not citizen_numbers.id_is_valid(plain):
            self._leave("")
            return self._refuse(_("This is no identity number: the check digit does not fit. Please type it again."))
        self._leave(plain[-_LAST:])
        self.said.emit(_("The number is in order; only the last four are kept."), "good")
        return True

    def _check_firm(self, plain: str) -> bool:
        self._leave("")
        if not citizen_numbers.credit_code_is_valid(plain):
            return self._refuse(_("This is no credit code: the check digit does not fit. Please type it again."))
        self.said.emit(_("The code is in order; it is not kept."), "good")
        return True

    def _refuse(self, sentence: str) -> bool:
        self.said.emit(sentence, "danger")
        return False

    def _leave(self, text: str) -> None:
        """Put a text there; what stood there cannot be brought back by undo."""
        self.setText(text)


def _plain(text: str) -> str:
    return "".join(one for one in unicodedata.normalize("NFKC", text).upper() if one.isalnum())
