"""Names for the parts that Qt puts into its own widgets, so that a reader of the screen can say what they are."""

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QToolButton

from desktop.i18n import _

if TYPE_CHECKING:  # heavy classes that the first figures do without
    from PySide6.QtWidgets import QCalendarWidget, QMessageBox


def name_line(line: QLineEdit) -> None:
    """Name the buttons in a field. Call it when its actions and its button to clear are there."""
    for action in line.actions():
        action.setText(action.text() or line.accessibleName())
    clear = line.findChild(QAction, "_q_qlineeditclearaction")
    if clear is not None:
        clear.setText(_("Clear"))


def name_calendar(calendar: "QCalendarWidget") -> None:
    """Name a calendar, its days and its arrows."""
    calendar.setAccessibleName(_("Calendar"))
    days = calendar.findChild(QAbstractItemView, "qt_calendar_calendarview")
    if days is not None:
        days.setAccessibleName(_("Days"))
    for part, name in (
        ("prevmonth", _("Month before")), ("nextmonth", _("Month after")),
        ("monthbutton", _("Month")), ("yearbutton", _("Year")),
    ):  # fmt: skip
        button = calendar.findChild(QToolButton, f"qt_calendar_{part}")
        if button is not None:
            button.setAccessibleName(name)
            button.setToolTip(name)


def name_box(box: "QMessageBox") -> None:
    """Name the picture of a message box after its title."""
    for label in box.findChildren(QLabel, "qt_msgboxex_icon_label"):
        label.setAccessibleName(box.windowTitle())
