"""The page of sheets: what can be printed, one card each; the dialog shows, saves and prints them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout

from desktop import texts
from desktop.i18n import _
from desktop.models import totals
from desktop.views import icons, theme
from desktop.views.bridge import Bridge
from desktop.views.choices import fill_windows
from desktop.views.focus import Focus
from desktop.views.page import Page
from desktop.views.printing.dialog import PrintDialog


class SheetCard(QFrame):
    """One kind of sheet: its name, what it is, and a button."""

    def __init__(self, icon: str, title: str, about: str, deed: str) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self._icon = icon
        self._picture = QLabel()
        head, text = QLabel(title), QLabel(about)
        head.setProperty("type", "section")
        text.setProperty("tone", "second")
        text.setWordWrap(True)
        self.state = QLabel()
        self.state.setWordWrap(True)
        self.state.setProperty("type", "small")
        self.state.setProperty("tone", "warn")
        self.button = QPushButton(deed)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(22, 20, 22, 20)
        self.column.setSpacing(12)
        for part in (self._picture, head, text):
            self.column.addWidget(part)
        self.column.addStretch(1)
        self.column.addWidget(self.state)
        self.column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.tint()
        theme.current().changed.connect(self.tint)

    def tint(self) -> None:
        """Tint the picture by the theme in use."""
        size = icons.extent(32)
        self._picture.setPixmap(icons.icon(self._icon, "accent", size=32).pixmap(size))


class PrintScreen(Page):
    """The progress sheet of one window or of all, and the implementation report."""

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__()
        self._focus = focus
        self._bridge = bridge
        self._build()
        self._focus.board_changed.connect(self.refresh)
        self._focus.cells_changed.connect(self._count)
        self.one.button.clicked.connect(self._print_window)
        self.every.button.clicked.connect(self._print_all)
        self.report.button.clicked.connect(self._print_report)
        self.window_box.activated.connect(self._count)
        self.refresh()

    def _build(self) -> None:
        sheet = _("A4 landscape, one row for each action, with places for signatures and the seal.")
        self.one = SheetCard("window", _("Progress sheet of a window"), sheet, _("Preview and print…"))
        every = _("One file with an outline, each window on pages of its own.")
        self.every = SheetCard("list", _("Progress sheets of all windows"), every, _("Preview and print…"))
        report = _("Text, figures, charts and annexes by the standard for official documents.")
        self.report = SheetCard("printer", _("Implementation report"), report, _("Preview and print…"))
        self.window_box = QComboBox()
        self.window_box.setAccessibleName(_("Window"))
        self.one.column.insertWidget(3, self.window_box)
        self.one.button.setProperty("kind", "primary")
        row = QHBoxLayout()
        row.setSpacing(16)
        for card in (self.one, self.every, self.report):
            card.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            card.setFixedHeight(theme.current().px(300))
            row.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.addLayout(row)
        column.addStretch(1)

    def refresh(self) -> None:
        """Fill the windows from the board looked at."""
        chosen = self.window_box.currentData() or self._focus.window
        fill_windows(self.window_box, self._focus.board.catalogue, self._focus.unit, "", chosen)
        self.window_box.removeItem(0)
        self.window_box.setCurrentIndex(max(0, self.window_box.findData(chosen)))
        self._count()

    def arrive(self) -> None:
        """Put the keyboard on the windows."""
        self.window_box.setFocus()

    def _count(self) -> None:
        """Say how many rows are not reported yet this month."""
        groups = {group.key: group.unreported for group in totals.by_window(self._focus.board).groups}
        words = _("{n} rows are not reported this month")
        here = groups.get(self.window_box.currentData(), 0)
        self.one.state.setText(words.format(n=here) if here else "")
        self.every.state.setText(words.format(n=sum(groups.values())) if sum(groups.values()) else "")
        edition = self._focus.board.catalogue.edition
        self.report.state.setText("" if edition.origin == "official" else texts.title(edition))

    def _dialog(self, window: str) -> PrintDialog:
        dialog = PrintDialog(self._focus, self._bridge, window, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        return dialog

    def _print_window(self) -> None:
        self._dialog(self.window_box.currentData()).open()

    def _print_all(self) -> None:
        dialog = self._dialog("")
        dialog.options.window_box.setCurrentIndex(0)
        dialog.options.window_box.activated.emit(0)
        dialog.open()

    def _print_report(self) -> None:
        dialog = self._dialog("")
        dialog.options.report.click()
        dialog.open()
