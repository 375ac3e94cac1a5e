"""Who sits here, what is looked at first, language, theme, text size; what book this is."""

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop import i18n, texts
from desktop.i18n import _
from desktop.models.vocabulary import Role
from desktop.views import theme
from desktop.views.bridge import Bridge
from desktop.views.choices import Chips, fill_units, fill_windows
from desktop.views.deeds import Deed, tip
from desktop.views.elided_box import ElidedBox
from desktop.views.focus import Focus
from desktop.views.keeper import Keeper
from desktop.views.page import Page
from desktop.views.preferences import Preferences
from desktop.views.settings.citizens_card import CitizensCard
from desktop.views.settings.desk_card import DeskCard


class SettingsScreen(Page):
    """Every change is applied and kept at once; there is no save button."""

    def __init__(self, focus: Focus, bridge: Bridge, preferences: Preferences, keeper: Keeper) -> None:
        super().__init__()
        self._keeper = keeper
        self._focus = focus
        self._bridge = bridge
        self._preferences = preferences
        self._build()
        self._connect()
        self.refresh()

    def _build(self) -> None:
        inside = QWidget()
        inside.setProperty("kind", "clear")
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(scroll)
        self.desk = DeskCard(self._focus, self._bridge, self._keeper)
        self.citizens = CitizensCard(self._focus, self._bridge)
        citizens = QFormLayout()
        citizens.addRow(self.citizens)
        safety = QFormLayout()
        safety.addRow(self.desk)
        grid = QHBoxLayout(inside)
        grid.setContentsMargins(24, 20, 24, 20)
        grid.setSpacing(16)
        for cards in (
            ((_("Who sits here"), self._person()), (_("This book"), self._book())),
            (
                (_("Language and looks"), self._looks()),
                (_("Desk and safety"), safety),
                (_("Citizens' data"), citizens),
            ),
        ):
            column = QVBoxLayout()
            column.setSpacing(16)
            for title, form in cards:
                column.addWidget(_card(title, form, self.citizens.buttons if form is citizens else None))
            column.addStretch(1)
            grid.addLayout(column, 1)

    def _person(self) -> QFormLayout:
        desk = self._focus.desk
        self.role = Chips(_("Role"), [(role, texts.role(role)) for role in Role], desk.role)
        self.officer = QLineEdit(desk.officer)
        self.officer.setPlaceholderText(_("Name as it stands on the sheets"))
        self.unit, self.window_box = ElidedBox(), ElidedBox()
        form = _form()
        _row(form, _("Role"), self.role)
        _row(form, _("Officer"), self.officer)
        _row(form, _("Unit shown first"), self.unit)
        _row(form, _("My window"), self.window_box)
        self.switch = QPushButton(_("Switch person…"))
        self.switch.setToolTip(tip(_("Switch person…"), "Ctrl+Shift+U"))
        form.addRow(QLabel(), self.switch)
        self._person_form = form
        return form

    def _looks(self) -> QFormLayout:
        look = theme.current()
        chinese = QLocale(QLocale.Language.Chinese, QLocale.Country.China).nativeLanguageName()
        languages = [("zh", chinese), ("en", "English")]
        themes = [("auto", _("As the system")), ("light", _("Light")), ("dark", _("Dark"))]
        self.language = Chips(_("Language"), languages, i18n.language())
        self.looks = Chips(_("Theme"), themes, look.choice)
        self.text_size = Chips(_("Text size"), [(size, f"{size}%") for size in theme.SIZES], look.size)
        form = _form()
        _row(form, _("Language"), self.language)
        _row(form, _("Theme"), self.looks)
        _row(form, _("Text size"), self.text_size)
        return form

    def _book(self) -> QFormLayout:
        self.path = QLineEdit()  # not a label: a path has no blanks to break at, and is one line to be copied whole
        self.path.setReadOnly(True)
        self.path.setProperty("kind", "fact")
        self.path.setTextMargins(-3, 0, 0, 0)  # what Qt keeps free in a field would set it off from the labels below
        self.path.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.facts = {name: QLabel() for name in ("id", "unit", "edition", "practice")}
        for label in self.facts.values():
            label.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            label.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            label.setWordWrap(True)
        form = _form()
        _row(form, _("File"), self.path)
        _row(form, _("Book number"), self.facts["id"])
        _row(form, _("Unit of the book"), self.facts["unit"])
        _row(form, _("Catalogue in force"), self.facts["edition"])
        _row(form, _("Use"), self.facts["practice"])
        return form

    def _connect(self) -> None:
        wishes = self._preferences
        self.role.chosen.connect(lambda _role: self._sit())
        self.officer.editingFinished.connect(self._sit)
        self.unit.activated.connect(self._on_unit)
        self.window_box.activated.connect(self._settle)
        self.language.chosen.connect(wishes.speak)
        self.looks.chosen.connect(wishes.wear)
        self.text_size.chosen.connect(wishes.scale)
        self._focus.board_changed.connect(self.refresh)
        self._focus.desk_changed.connect(self._show_person)
        self._keeper.changed.connect(self._show_person)
        self.switch.clicked.connect(self._keeper.switch_asked)

    def refresh(self) -> None:
        """Fill lists and facts from the book."""
        catalogue = self._focus.board.catalogue
        fill_units(self.unit, catalogue, _("All units"), self._focus.unit)
        fill_windows(self.window_box, catalogue, self._focus.unit, _("No window of my own"), self._focus.window)
        edition = catalogue.edition
        self.facts["edition"].setText(f"{texts.title(edition)}  ·  {edition.id}")
        if not self._bridge.is_open:
            return
        book = self._bridge.book
        self.path.setText(str(book.place))
        self.path.setToolTip(str(book.place))
        self.facts["id"].setText(book.id)
        self.facts["unit"].setText(texts.title(catalogue.units[book.unit]))
        self.facts["practice"].setText(_("Practice, made-up data") if book.practice else _("Real work"))

    def arrive(self) -> None:
        """Show what is in force, however it was chosen."""
        look = theme.current()
        self.looks.show_value(look.choice)
        self.text_size.show_value(look.size)
        self._show_person()
        self.citizens.refresh()

    def _show_person(self) -> None:
        """Show who sits here; where officers are known one of them takes the seat, and nobody types a name."""
        self.role.show_value(self._focus.desk.role)
        if not self.officer.hasFocus():
            self.officer.setText(self._focus.desk.officer)
        known = bool(self._keeper.officers)
        why = _("The officers of this book are known: switch the person instead.") if known else ""
        for field in (self.role, self.officer):
            field.setEnabled(not known)
            field.setToolTip(why)
        self._person_form.setRowVisible(self.switch, known)

    def deeds(self) -> tuple[Deed, ...]:
        """Return what can be done here beside changing what is shown."""
        return self.citizens.deeds()

    def subtitle(self) -> str:
        """Say that nothing has to be saved."""
        return _("Changes are kept at once")

    def _sit(self) -> None:
        role = self.role.value
        if isinstance(role, Role):
            self._preferences.sit(role, self.officer.text())

    def _on_unit(self) -> None:
        unit = self.unit.currentData()
        none = _("No window of my own")
        fill_windows(self.window_box, self._focus.board.catalogue, unit, none, self._focus.window)
        self._settle()

    def _settle(self) -> None:
        self._preferences.settle(self.unit.currentData(), self.window_box.currentData())
        self._keeper.remember_place(self._focus.desk, self.unit.currentData(), self.window_box.currentData())


def _form() -> QFormLayout:
    form = QFormLayout()
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    form.setFormAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setHorizontalSpacing(24)
    form.setVerticalSpacing(12)
    return form


def _row(form: QFormLayout, name: str, field: QWidget) -> None:
    label = QLabel(name)
    label.setProperty("tone", "second")
    label.setBuddy(field)
    label.ensurePolished()
    label.setMinimumWidth(max(theme.current().px(96), label.sizeHint().width()))
    if not field.accessibleName():
        field.setAccessibleName(name)
    form.addRow(label, field)


def _card(title: str, form: QFormLayout, beside: QWidget | None = None) -> QFrame:
    card = QFrame()
    card.setProperty("kind", "card")
    head = QLabel(title)
    head.setProperty("type", "section")
    column = QVBoxLayout(card)
    column.setContentsMargins(18, 14, 18, 18)
    column.setSpacing(14)
    row = QHBoxLayout()
    row.addWidget(head, 1)
    if beside is not None:
        row.addWidget(beside)
    column.addLayout(row)
    column.addLayout(form)
    column.addStretch(1)
    return card
