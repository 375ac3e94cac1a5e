"""The fields over the checklist: window, text, officer, and the menu of groups, order and columns."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from desktop.i18n import _
from desktop.views import icons, theme
from desktop.views.choices import filter_box
from desktop.views.deeds import Deed
from desktop.views.mine.progress import Reported
from desktop.views.mine.rows import Item
from desktop.views.mine.sieve import GROUPS
from desktop.views.quick_field import QuickField
from desktop.views.view_button import ViewButton


class Bar(QWidget):
    """`window_chosen`, `officer_chosen(name)`, `group_chosen(group)`, `columns_wanted`, `order_dropped`."""

    window_chosen = Signal()
    officer_chosen = Signal(str)
    group_chosen = Signal(str)
    columns_wanted = Signal()
    order_dropped = Signal()

    def __init__(self, views: ViewButton) -> None:
        super().__init__()
        self.group = ""
        self.window_box, self.officer = filter_box(_("Window"), 14), filter_box(_("Filter by officer"), 6)
        self.text = QuickField(_("Code or action"), _("Filter by code or action"))
        self.arrange = QPushButton()
        self.arrange.setProperty("kind", "square")
        self.arrange.setAccessibleName(_("Groups, order and columns"))
        self.arrange.setToolTip(self.arrange.accessibleName())
        self.reported = Reported()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        parts = ((views, 0), (self.window_box, 5), (self.text, 3), (self.officer, 2), (self.arrange, 0))
        for part, stretch in parts:
            row.addWidget(part, stretch)
        row.addStretch(1)
        row.addWidget(self.reported)
        self._connect()
        self.tint()

    def _connect(self) -> None:
        self.window_box.activated.connect(lambda _at: self.window_chosen.emit())
        self.officer.activated.connect(lambda _at: self.officer_chosen.emit(str(self.officer.currentData() or "")))
        self.arrange.clicked.connect(lambda: self.open_menu(self.arrange.mapToGlobal(self._below())))
        theme.current().changed.connect(self.tint)

    def _below(self) -> QPoint:
        return QPoint(0, self.arrange.height() + 4)

    def tint(self) -> None:
        """Tint the icon by the theme in use."""
        self.arrange.setIcon(icons.icon("columns", "text2"))
        self.arrange.setIconSize(icons.extent(18))

    def offer_officers(self, items: Sequence[Item], chosen: str) -> None:
        """Offer everybody who is named in the lines."""
        names = sorted({item.commitment.officer for item in items if item.commitment.officer} | ({chosen} - {""}))
        self.officer.clear()
        self.officer.addItem(_("All officers"), "")
        for name in names:
            self.officer.addItem(name, name)
        self.officer.setCurrentIndex(max(0, self.officer.findData(chosen)))

    def open_menu(self, place: QPoint) -> QMenu:
        """Open the menu of groups, order and columns at a place of the screen."""
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        group = QActionGroup(menu)
        for value, title in GROUPS.items():
            action = menu.addAction(_(title))
            action.setCheckable(True)
            action.setChecked(value == self.group)
            action.triggered.connect(lambda _on=False, value=value: self.group_chosen.emit(value))
            group.addAction(action)
        menu.addSeparator()
        menu.addAction(_("In printed order")).triggered.connect(lambda _on=False: self.order_dropped.emit())
        columns = menu.addAction(icons.icon("columns"), _("Columns…"))
        columns.triggered.connect(lambda _on=False: self.columns_wanted.emit())
        menu.popup(place)
        return menu

    def deeds(self) -> tuple[Deed, ...]:
        """Return what can be arranged, for palette and menus."""
        groups = (
            Deed(f"arrange.group.{value or 'none'}", _("{what}: {how}").format(what=_("Group lines"), how=_(title)),
                 partial(self.group_chosen.emit, value))
            for value, title in GROUPS.items()
        )  # fmt: skip
        columns = Deed("columns", _("Columns…"), self.columns_wanted.emit, "Ctrl+Shift+C", "view", 2, "columns")
        return (self.text.deed(), *groups, columns)
