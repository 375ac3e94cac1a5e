"""Who may edit the office, and the way from a form to a deed and back to the form when it is refused."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from desktop.commands.bureau import Values
from desktop.i18n import _
from desktop.models.draft import Command
from desktop.models.rights import Right
from desktop.views.bridge import Bridge
from desktop.views.focus import Focus
from desktop.views.keeper import barred
from desktop.views.office.edit_dialog import EditDialog
from desktop.views.office.edit_form import Field

Deed = Callable[[str, Values, str], Command]


class Editing:
    """Opens forms for a page. Its buttons are for the bureau, and rest while a past day is shown."""

    def __init__(self, page: QWidget, focus: Focus, bridge: Bridge, buttons: Sequence[QPushButton]) -> None:
        self._page = page
        self._focus = focus
        self._bridge = bridge
        self._buttons = buttons
        self.allow()

    def allow(self) -> None:
        """Let the buttons be pressed by whom they are for; the others read in their tip who that is."""
        why = barred(self._focus.desk.role, Right.EDIT_OFFICE)
        if self._focus.read_only and not why:
            why = _("A past day is shown. Return to today to change anything.")
        for button in self._buttons:
            button.setEnabled(not why)
            button.setToolTip(why)

    def open(self, title: str, code: str, fields: Sequence[Field], deed: Deed) -> EditDialog:
        """Open a form; saving does the deed, a refusal is said in the form."""
        dialog = EditDialog(title, code, fields, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

        def save(code: str, values: Values, reason: str) -> None:
            if self._bridge.do(deed(code, values, reason)):
                dialog.accept()

        self._bridge.refused.connect(dialog.refuse)
        dialog.saved.connect(save)
        dialog.open()
        return dialog
