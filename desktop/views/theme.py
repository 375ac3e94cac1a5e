"""The look in use: light or dark tokens, text size, fonts, palette and style sheet; switched live.

Widgets say what they are by dynamic properties, and the one style sheet paints them:
`QFrame[kind="card"]`, `QPushButton[kind="primary" | "quiet" | "nav" | "chip"]`,
`QLabel[type="title" | "section" | "figure" | "less" | "small" | "tiny"]`, `QLabel[weight="strong"]`,
`QLabel[tone="second" | "third" | "danger" | "warn" | "good"]`.
"""

from collections.abc import Callable, Iterable
from functools import cache
from weakref import WeakSet

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop.views import stylesheet
from desktop.views.tokens import THEMES, Tokens

CHOICES = ("auto", "light", "dark")
SIZES = (100, 115, 130)

_FAMILIES = (
    "Noto Sans CJK SC",
    "Noto Sans SC",
    "Source Han Sans SC",
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "PingFang SC",
    "HarmonyOS Sans SC",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "sans-serif",
)


class Theme(QObject):
    """The theme of the program. `changed` fires after the application wears the new look: drop pixmaps then."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._choice = "auto"
        self._size = 100
        self._worn = ("", 0)
        self._fonts: dict[tuple[int, bool], QFont] = {}
        self._behind: Callable[[], Iterable[QWidget]] = tuple
        self._asleep: WeakSet[QWidget] = WeakSet()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system)

    @property
    def choice(self) -> str:
        """What the person chose: `auto`, `light` or `dark`."""
        return self._choice

    @property
    def size(self) -> int:
        """Text size in per cent: 100, 115 or 130."""
        return self._size

    @property
    def tokens(self) -> Tokens:
        """The colours in use."""
        if self._choice in THEMES:
            return THEMES[self._choice]
        scheme = QGuiApplication.styleHints().colorScheme()
        return THEMES["dark" if scheme == Qt.ColorScheme.Dark else "light"]

    def px(self, pixels: float) -> int:
        """Return a length or type size, given in pixels at 100 per cent, at the text size in use."""
        return round(pixels * self._size / 100)

    def font(self, pixels: float = 14, *, strong: bool = False) -> QFont:
        """Return the interface font at a size in pixels at 100 per cent; weights are 400 and 600 only."""
        size = self.px(pixels)
        made = self._fonts.get((size, strong))
        if made is None:
            made = self._fonts[size, strong] = QFont()
            made.setFamilies(list(_FAMILIES))
            made.setPixelSize(size)
            made.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return QFont(made)  # whoever asks may strike it out

    def wear(self, choice: str | None = None, size: int | None = None) -> None:
        """Dress the application in a theme and a text size; what is not given stays.

        Unknown values are ignored; what is worn already is not put on again.
        """
        if choice in CHOICES:
            self._choice = str(choice)
        if size in SIZES:
            self._size = int(size or 100)
        app, look = QApplication.instance(), (self.tokens.name, self._size)
        if look == self._worn or not isinstance(app, QApplication):
            return
        self._worn = look
        self._dress(app)
        self.changed.emit()

    def _dress(self, app: QApplication) -> None:
        app.setStyleSheet("")  # a sheet put over another one takes Qt five times as long as one put over none
        app.setFont(self.font())
        app.setPalette(palette(self.tokens))
        for page in filter(isValid, self._behind()):
            self._asleep.add(page)
            for widget in (page, *page.findChildren(QWidget)):
                widget.setAttribute(Qt.WidgetAttribute.WA_WState_Polished, on=False)
        app.setStyleSheet(stylesheet.build(self.tokens, self._size))

    def stand_behind(self, pages: Callable[[], Iterable[QWidget]]) -> None:
        """Say which pages cannot be seen. A switch of the look passes them by; `wake` dresses them.

        Most widgets of the program stand on pages behind, and Qt takes as long for them as for those in sight.
        """
        self._behind = pages

    def wake(self, page: QWidget) -> None:
        """Dress a page that was behind when the look changed; call it before it comes to the front."""
        if page not in self._asleep:
            return
        self._asleep.discard(page)
        for widget in (page, *page.findChildren(QWidget)):
            widget.setAttribute(Qt.WidgetAttribute.WA_WState_Polished)
            widget.style().polish(widget)
            QApplication.sendEvent(widget, QEvent(QEvent.Type.StyleChange))

    def _on_system(self) -> None:
        if self._choice == "auto":
            self.wear()


@cache
def current() -> Theme:
    """Return the one theme of the running program (a QApplication must exist)."""
    return Theme()


def palette(tokens: Tokens) -> QPalette:
    """Return the Fusion palette of a theme."""
    made = QPalette()
    for role, colour in _roles(tokens).items():
        made.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.text3))
    return made


def _roles(tokens: Tokens) -> dict[QPalette.ColorRole, str]:
    role = QPalette.ColorRole
    return {
        role.Window: tokens.bg,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.surface2,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.text3,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.danger,
        role.Highlight: tokens.selection,
        role.HighlightedText: tokens.text,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.surface2,
        role.ToolTipText: tokens.text,
        role.Light: tokens.surface,
        role.Midlight: tokens.surface2,
        role.Mid: tokens.border,
        role.Dark: tokens.field_border,
        role.Shadow: tokens.border,
        role.Accent: tokens.accent,
    }


def say(widget: QWidget, **properties: str) -> None:
    """Set dynamic properties (`kind`, `type`, `tone`, `weight`) and repaint the widget by the style sheet."""
    new = {name: value for name, value in properties.items() if widget.property(name) != value}
    for name, value in new.items():
        widget.setProperty(name, value)
    if new and widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # any other is polished when it is shown
        widget.style().unpolish(widget)
        widget.style().polish(widget)
