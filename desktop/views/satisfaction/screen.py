"""The page of ratings: the satisfaction figures, and the bad ratings with what follows them."""

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QStackedWidget, QVBoxLayout

from desktop.i18n import _
from desktop.models.board_cut import cut
from desktop.views.bridge import Bridge, Told
from desktop.views.choices import Chips
from desktop.views.deeds import Deed, tip
from desktop.views.focus import Focus
from desktop.views.page import Listing, Page, Paper, Shown
from desktop.views.satisfaction.bad_body import BadBody
from desktop.views.satisfaction.bad_rows import Cut
from desktop.views.satisfaction.figures import NONE, WHOLE
from desktop.views.satisfaction.figures_body import FiguresBody
from desktop.views.shapes import Shapes

FIGURES, BAD = "figures", "bad"
_BALLOTS = "Ctrl+Shift+B"
_TURN = "Ctrl+Tab"
_TOUCHED = ("rating:", "request:", "rule:")


class RatingsScreen(Page):
    """Two halves of which one is shown: `show_half("figures" or "bad")`."""

    def __init__(self, focus: Focus, bridge: Bridge, shapes: Shapes | None = None) -> None:
        super().__init__()
        self._focus, self._bridge = focus, bridge
        self._is_stale = True
        shapes = shapes or Shapes()
        halves = ((FIGURES, _("Satisfaction")), (BAD, _("Bad ratings")))
        self.halves = Chips(_("Part of the page"), halves, FIGURES)
        self.figures, self.bad = FiguresBody(focus, bridge, shapes), BadBody(focus, bridge, shapes)
        self.ballots = QPushButton(_("Paper ballots…"))
        self.ballots.setToolTip(tip(_("Paper ballots…"), _BALLOTS))
        self.print = QPushButton(_("Print this…"))
        self.print.setToolTip(tip(_("Print this…"), "Ctrl+P"))
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.halves, 1)
        head.addWidget(self.print)
        head.addWidget(self.ballots)
        for half in (self.figures, self.bad):
            self._stack.addWidget(half)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 14, 24, 16)
        column.setSpacing(10)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.halves.chosen.connect(lambda half: self.show_half(str(half)))
        self.print.clicked.connect(lambda: self.paper_asked.emit(self.paper()))
        self.ballots.clicked.connect(self.ask_for_ballots)
        self.figures.opened.connect(self._open)
        for half in (self.figures, self.bad):
            half.changed.connect(self.subtitle_changed)
        for news in (self._focus.board_changed, self._focus.desk_changed):
            news.connect(self._on_news)
        self._bridge.posted.connect(self._on_posted)

    @property
    def half(self) -> str:
        """Which half is shown."""
        return str(self.halves.value)

    def show_half(self, half: str) -> None:
        """Show the figures or the bad ratings, with the keyboard on the list."""
        self.halves.show_value(half)
        self._stack.setCurrentWidget(self.bad if half == BAD else self.figures)
        self._body.list.setFocus()
        self.deeds_changed.emit()
        self.subtitle_changed.emit()

    @property
    def _body(self) -> FiguresBody | BadBody:
        return self.bad if self.half == BAD else self.figures

    def ask_for_ballots(self) -> None:
        """Ask for the keying of paper ballots."""
        self.intake_asked.emit("ballots")

    def _open(self, by: str, key: str) -> None:
        """Show the bad ratings behind a line of the figures, where it is a window or a unit."""
        fields = {"window": "window", "unit": "unit", "county": "unit"}
        if key == WHOLE:
            self.bad.choose(Cut(which="all"))
        elif by in fields and key != NONE:
            self.bad.choose(Cut(**{fields[by]: key}, which="all"))
        else:
            return
        self.show_half(BAD)

    # News

    def _on_posted(self, news: Told) -> None:
        if any(record.startswith(_TOUCHED) for record in news.records):
            self._on_news()

    def _on_news(self) -> None:
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Read both halves anew."""
        self._is_stale = False
        self.figures.refresh()
        self.bad.refresh()

    def arrive(self) -> None:
        """Catch up, and put the keyboard on the list."""
        if self._is_stale:
            self.refresh()
        self._body.list.setFocus()

    # What the window asks

    def subtitle(self) -> str:
        """Return between which days is counted, or how many bad ratings are shown."""
        if self.half == BAD:
            return _("{n} bad ratings shown").format(n=len(self.bad.model.lines))
        first, last = self.figures.days
        return _("{first} to {last}").format(first=first.isoformat(), last=last.isoformat())

    def deeds(self) -> tuple[Deed, ...]:
        """Return what can be done on the half that is shown."""
        other = BAD if self.half == FIGURES else FIGURES
        turn = Deed("ratings.turn", _("The other part of the page"), lambda: self.show_half(other), _TURN, "view", 2)
        columns = Deed("columns", _("Columns…"), self._choose_columns, "Ctrl+Shift+C", "view", 2, "columns")
        return (*(self.bad.deeds() if self.half == BAD else ()), turn, columns)

    def _choose_columns(self) -> None:
        body = self._body
        body.list.columns.choose(self.figures.columns if body is self.figures else self.bad.limits)

    def shown(self) -> Shown:
        """Return the table as it stands, to be written as a sheet of its own."""
        board = self._focus.board
        if self.half == BAD:
            heads, lines = self.bad.list.listing()
            title = _("Bad ratings")
        else:
            heads, lines = self.figures.table()
            title = _("Satisfaction")
        return Shown(cut(board, (), None), (), Listing(title, heads, lines))

    def paper(self) -> Paper:
        """Return the sheet of the satisfaction figures as they are asked for here."""
        first, last = self.figures.days
        return Paper("satisfaction", "", first, last, self.figures.grouping)

    def step_back(self) -> bool:
        """Drop the filters of the bad ratings."""
        if self.half == FIGURES or self.bad.cut == Cut():
            return False
        self.bad.choose(Cut())
        return True
