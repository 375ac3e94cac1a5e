"""The windows of the help menu. Each is imported when it is first asked for."""

from PySide6.QtWidgets import QWidget

from desktop.views.deeds import Register


def manual(parent: QWidget) -> None:
    """Open the user manual."""
    from desktop.views.manual import ManualDialog

    ManualDialog(parent).show()


def states(parent: QWidget) -> None:
    """Open the help on all states."""
    from desktop.views.state_help import StateSheet

    StateSheet(parent).open()


def keys(parent: QWidget, register: Register, page: str) -> None:
    """Open the list of keys; `page` is the title of the page at the front."""
    from desktop.views.keys import KeySheet

    KeySheet(parent, register, page).open()
