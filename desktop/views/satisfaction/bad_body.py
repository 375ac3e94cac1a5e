"""Bad ratings and what follows them: the list with its clocks, the chosen one beside it, the deeds on it."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models.history import Told
from desktop.models.rectification import BadRating
from desktop.models.refusals import Refusal
from desktop.models.rights import Right
from desktop.models.vocabulary import Role
from desktop.texts import bad_ratings as words
from desktop.views.bridge import Bridge
from desktop.views.choices import fill_units, filter_box
from desktop.views.deeds import Deed
from desktop.views.empty import Empty
from desktop.views.filter_chips import FilterChips
from desktop.views.focus import Drill, Focus
from desktop.views.keeper import barred
from desktop.views.satisfaction.bad_panel import BadPanel
from desktop.views.satisfaction.bad_rows import WAITING, WHICH, Cut, kept, known, line
from desktop.views.satisfaction.limits_dialog import LimitsDialog
from desktop.views.satisfaction.rectify_dialog import RectifyDialog
from desktop.views.satisfaction.rectifying import WAYS, Way, why_not
from desktop.views.satisfaction.table import ListModel, ListView, TableShape
from desktop.views.shapes import Shapes
from desktop.views.side import Side

_ROW = 36


class BadBody(QWidget):
    """`changed` when other ratings are shown."""

    changed = Signal()

    def __init__(self, focus: Focus, bridge: Bridge, shapes: Shapes) -> None:
        super().__init__()
        self._focus, self._bridge = focus, bridge
        self.cut = Cut()
        self._found: dict[str, BadRating] = {}
        self._role: Role | None = None
        self._has_closed = False
        self._shapes = shapes
        self._build()
        self._connect()

    def _build(self) -> None:
        self.unit, self.which = filter_box(_("Filter by unit"), 12), filter_box(_("Which bad ratings"), 10)
        for code, title in WHICH.items():
            self.which.addItem(_(title), code)
        self.limits = QPushButton(_("Limits…"))
        self.active, self.empty, self.panel = FilterChips(), Empty(), BadPanel()
        self.card = QFrame()
        self.card.setProperty("kind", "card")
        self._inner = QVBoxLayout(self.card)
        self._inner.setContentsMargins(10, 6, 6, 6)
        self.side = Side(self.card, self.panel, self._shapes)
        self._make_list()
        self._inner.addWidget(self.empty)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.unit)
        row.addWidget(self.which)
        row.addStretch(1)
        row.addWidget(self.limits)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(row)
        column.addWidget(self.active)
        column.addWidget(self.side, 1)

    def _make_list(self) -> None:
        """Make the list with the columns of who sits here."""
        self._role = self._focus.desk.role
        self.model = ListModel(known(self._role))
        self.list = ListView(_("Bad ratings"), self.model, TableShape(self._shapes, "bad_ratings", _ROW))
        self.list.went.connect(self._show_chosen)
        self.list.opened.connect(lambda _key: self.show_request())
        self._inner.insertWidget(0, self.list)

    def _connect(self) -> None:
        self.unit.activated.connect(lambda _at: self.choose(replace(self.cut, unit=str(self.unit.currentData()))))
        self.which.activated.connect(lambda _at: self.choose(replace(self.cut, which=str(self.which.currentData()))))
        self.active.removed.connect(lambda name: self.choose(replace(self.cut, **{name: getattr(Cut(), name)})))
        for part in (self.active, self.empty):
            part.cleared.connect(lambda: self.choose(Cut(which="all")))
        self.active.left.connect(self._take_keyboard)
        self.panel.asked.connect(self._ask)
        self.panel.request_asked.connect(self.show_request)
        self.limits.clicked.connect(self.ask_limits)

    def _take_keyboard(self) -> None:
        self.list.setFocus()  # not bound once: another role has another list

    # What is shown

    def refresh(self) -> None:
        """Read the bad ratings anew, as far as who sits here may know them."""
        if not self._bridge.is_open:
            return
        desk = self._focus.desk
        if desk.role is not self._role:
            old = self.list
            self._make_list()
            old.hide()
            old.deleteLater()
        self._has_closed = self.cut.which not in WAITING
        try:
            found = self._bridge.book.bad_ratings(desk.role, waiting=not self._has_closed)
        except Refusal as refusal:
            self._bridge.refused.emit(texts.refusal(refusal))
            found = []
        self._found = {one.id: one for one in found}
        fill_units(self.unit, self._focus.board.catalogue, _("All units"), self.cut.unit)
        self._show()

    def choose(self, cut: Cut) -> None:
        """Filter."""
        self.cut = cut
        if cut.which not in WAITING and not self._has_closed:
            self.refresh()  # what is closed is read once it is asked for
        self.unit.setCurrentIndex(max(0, self.unit.findData(cut.unit)))
        self.which.setCurrentIndex(max(0, self.which.findData(cut.which)))
        self._show()

    def _show(self) -> None:
        board, scope = self._focus.board, self._bridge.scope
        catalogue = board.catalogue
        units = catalogue.under(self.cut.unit) if self.cut.unit else scope or frozenset()
        windows = {window.id for window in catalogue.windows.values() if window.unit in units}
        today = board.as_of
        rows = kept(self._found.values(), self.cut, windows, today)
        self.list.show_lines([line(one, catalogue, today) for one in rows])
        filters = self._filters()
        self.active.show_filters(filters)
        self.list.setVisible(bool(rows))
        self.empty.say(filters, empty=not rows)
        if not rows and self.cut == Cut():
            self.empty.title.setText(_("No bad rating waits."))
        self.changed.emit()

    def _filters(self) -> list[tuple[str, str]]:
        catalogue, cut = self._focus.board.catalogue, self.cut
        told: list[tuple[str, str]] = []
        if cut.unit:
            told.append(("unit", _("Unit: {name}").format(name=texts.title(catalogue.units[cut.unit]))))
        if cut.window:
            told.append(("window", _("Window: {window}").format(window=texts.title(catalogue.windows[cut.window]))))
        if cut.which != Cut().which:
            told.append(("which", _(WHICH[cut.which])))
        return told

    @property
    def chosen(self) -> BadRating | None:
        """The bad rating that is chosen, None where none is."""
        return self._found.get(self.list.key)

    def _show_chosen(self, _key: str) -> None:
        one = self.chosen
        window = self._focus.board.catalogue.windows.get(one.window) if one is not None else None
        title = texts.title(window) if window is not None else one.window if one is not None else ""
        self.panel.say(one, title, self._facts(one), self._story(one))
        self.panel.allow({way.id: self.why_not(way) for way in WAYS})
        why = barred(self._focus.desk.role, Right.EDIT_OFFICE)
        self.limits.setEnabled(not why)
        self.limits.setToolTip(why or _("Limits of bad ratings in workdays, and the least number for a rank"))

    def _facts(self, one: BadRating | None) -> list[tuple[str, str]]:
        if one is None:
            return []
        told = [(_("State"), words.state(one, self._focus.board.as_of))]
        if one.request:
            told.append((_("Case number"), one.request.rpartition("-")[0]))
        if one.is_named:
            reached = one.contacted_on or one.called_on
            said = _("reached on {day}") if one.contacted_on else _("tried on {day}, nobody reached")
            after = f" · {said.format(day=reached.isoformat())}" if reached else ""
            told.append((_("Call back by"), words.due(one.dues.contact_on, one.dues.certainty) + after))
        closed = _(" · closed on {day}").format(day=one.corrected_on.isoformat()) if one.corrected_on else ""
        longer = _(" · longer limit") if one.is_complex else ""
        told.append((_("Put right by"), words.due(one.dues.correct_on, one.dues.certainty) + longer + closed))
        return told

    def _story(self, one: BadRating | None) -> list[Told]:
        """Return what was done, for who corrects: the words of a call-back are not for the window that was rated."""
        if one is None:
            return []
        if barred(self._focus.desk.role, Right.RECTIFY):
            return []
        return self._bridge.book.history(f"rating:{one.id}")

    # Deeds

    def why_not(self, way: Way) -> str:
        """Return why a deed cannot be done here and now, empty where it can."""
        if self._focus.read_only:
            return _("A past day is shown. Return to today to change anything.")
        return why_not(way, self._focus.desk.role, self.chosen)

    def deeds(self) -> tuple[Deed, ...]:
        """Return the deeds on the chosen rating."""
        return (*(self._deed(way) for way in WAYS), self.side.deed())

    def _deed(self, way: Way) -> Deed:
        return Deed(
            f"rectify.{way.id}", _(way.title), lambda: self._ask(way.id), way.keys, "item", 0, "star",
            barred=lambda: self.why_not(way),
        )  # fmt: skip

    def _ask(self, key: str) -> None:
        one, way = self.chosen, next(way for way in WAYS if way.id == key)
        if one is None or self.why_not(way):
            return
        dialog = RectifyDialog(way.form(one), self)
        self._open(dialog)

    def show_request(self) -> None:
        """Show the request behind the chosen rating in the register, to whom it is told; else open the panel."""
        one = self.chosen
        if one is not None and one.request:
            self._focus.drill(Drill(request=one.request))
        else:
            self.side.unfold()

    def ask_limits(self) -> None:
        """Open the limits, for the bureau."""
        if not barred(self._focus.desk.role, Right.EDIT_OFFICE):
            self._open(LimitsDialog(self._bridge.book.rating_rules(), self))

    def _open(self, dialog: RectifyDialog | LimitsDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._bridge.refused.connect(dialog.refuse)
        dialog.asked.connect(lambda command: dialog.accept() if self._bridge.do(command) else None)
        dialog.open()
