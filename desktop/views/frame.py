"""The frame inside the window: sidebar, top bar, pages built on first visit, message bar, status bar.

It knows no screen by name.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
)

from desktop import texts
from desktop.i18n import _
from desktop.views import help_windows, theme
from desktop.views.about import about
from desktop.views.band import PastBand
from desktop.views.bridge import Bridge
from desktop.views.deeds import Register
from desktop.views.focus import Drill, Focus
from desktop.views.footer import Footer
from desktop.views.ground import Ground
from desktop.views.menus import Menus
from desktop.views.on_need import OnNeed
from desktop.views.page import Page, Place
from desktop.views.sidebar import Sidebar
from desktop.views.tab_order import hold_keyboard
from desktop.views.toast import Toast
from desktop.views.topbar import TopBar
from desktop.views.usual import Calls, barred_wish, usual
from desktop.views.waiting import Waiting


class Frame(QObject):
    """What stands in the window of one book. Pages come when the focus has a board.

    `print_asked`, `paper_asked(Paper)`, `export_asked(Page)`, `book_asked`, `practice_asked`, `log_asked`,
    `rate_asked`, `shut_asked`, `lock_asked`, `switch_asked` and `intake_asked(usual.INTAKE)` are answered by the
    application.
    """

    print_asked = Signal()
    paper_asked = Signal(object)
    export_asked = Signal(object)
    book_asked = Signal()
    intake_asked = Signal(str)
    practice_asked = Signal()
    log_asked = Signal()
    rate_asked = Signal()
    shut_asked = Signal()
    lock_asked = Signal()
    switch_asked = Signal()

    def __init__(self, window: QMainWindow, places: Sequence[Place], focus: Focus, bridge: Bridge) -> None:
        super().__init__(window)
        self._window = window
        self._places = {place.id: place for place in places}
        self._focus = focus
        self._bridge = bridge
        self._pages: dict[str, Page] = {}
        self._here = next(iter(self._places))
        self._build()
        self._connect()
        theme.current().stand_behind(lambda: [page for page in self._pages.values() if page is not self.page])

    def _build(self) -> None:
        self._window.setWindowTitle(_("Bianmin ledger"))
        places = tuple(self._places.values())
        self.top = TopBar()
        self.deeds = Register(usual(self._calls(), places))
        self._sidebar = Sidebar(places, self._focus)
        self.band = PastBand()
        self._stack = QStackedWidget()
        self._waiting = Waiting()
        self._stack.addWidget(self._waiting)
        self._footer = Footer(self._focus, self._bridge)
        self.menus = Menus(self.deeds)
        column = QVBoxLayout()
        for part in (self.menus, self.top, self.band, self._stack, self._footer):
            column.addWidget(part, 1 if part is self._stack else 0)
        self._ground = Ground(self._sidebar, column)
        self._window.setCentralWidget(self._ground)
        self._toast = Toast(self._stack)
        self.on_need = OnNeed(self._stack, column, self._focus, self._bridge)
        self._connect_parts()

    def _connect_parts(self) -> None:
        self._sidebar.went.connect(self.go)
        self.top.searched.connect(self._search)
        self.top.day_picked.connect(self._focus.look_at)
        self.top.print_asked.connect(self.print_asked)
        self.band.return_asked.connect(lambda: self._focus.look_at(None))
        self._footer.backup_asked.connect(lambda: self.intake_asked.emit("backup"))
        self._waiting.book_asked.connect(self.book_asked)
        self._waiting.catalogue_asked.connect(lambda: self.intake_asked.emit("catalogue"))
        self.deeds.refused.connect(self._say_refused)
        self._toast.undo_asked.connect(self._undo)

    def _connect(self) -> None:
        self._focus.board_changed.connect(self._on_board)
        self._focus.drilled.connect(self._on_drill)
        self._bridge.posted.connect(self._name_steps)
        self._bridge.said.connect(self.say)
        self._bridge.done.connect(self._say_done)
        self._bridge.refused.connect(self._say_refused)
        self._focus.refused.connect(lambda refusal: self._say_refused(texts.refusal(refusal)))

    def _calls(self) -> Calls:
        return Calls(
            open_book=self.book_asked.emit,
            practise=self.practice_asked.emit,
            print_sheet=self.print_asked.emit,
            export=lambda: self.export_asked.emit(self.page),
            bring=self.intake_asked.emit,
            barred=lambda wish: barred_wish(wish, self._focus.desk.role),
            rate=self.rate_asked.emit,
            shut=self.shut_asked.emit,
            lock=self.lock_asked.emit,
            switch=self.switch_asked.emit,
            leave=self._window.close,
            undo=self._undo,
            redo=self._redo,
            go=self.go,
            refresh=self._refresh,
            seek=self.top.seek,
            pick_day=self.top.as_of.click,
            step_back=self._step_back,
            keys=self._show_keys,
            states=lambda: help_windows.states(self._window),
            manual=lambda: help_windows.manual(self._window),
            open_log=self.log_asked.emit,
            about=lambda: self.tell(_("About"), about()),
        )

    def offer_book(self) -> None:
        """Say that no book is open, and offer to choose one."""
        self._waiting.offer_book()

    def offer_catalogue(self) -> None:
        """Say that the book has no catalogue yet, and offer to import one."""
        for page in self._pages.values():
            page.deleteLater()
        self._pages.clear()
        self._stack.setCurrentWidget(self._waiting)
        self._waiting.offer_catalogue()
        self._say_title()

    @property
    def page(self) -> Page | None:
        """The page at the front, None before there is a board."""
        return self._pages.get(self._here)

    @property
    def pages(self) -> tuple[str, ...]:
        """The ids of all pages, in the order of the sidebar."""
        return tuple(self._places)

    @property
    def here(self) -> str:
        """The id of the page at the front."""
        return self._here

    @property
    def toast(self) -> Toast:
        """The message bar."""
        return self._toast

    def say(self, text: str) -> None:
        """Say something calmly over the page."""
        self._toast.say(text)

    def _say_done(self, text: str) -> None:
        self._toast.say(text, undo=True)

    def _say_refused(self, text: str) -> None:
        self._toast.say(text, long=True)

    def go(self, page: str) -> None:
        """Bring a page to the front, building it on the first visit."""
        self._here = page
        self._sidebar.mark_page(page)
        if not self._focus.loaded:
            self._say_title()
            return
        if page not in self._pages:
            made = self._places[page].build()
            made.asked.connect(self.go)
            made.subtitle_changed.connect(self._say_title)
            made.intake_asked.connect(self.intake_asked)
            made.paper_asked.connect(self.paper_asked)
            made.deeds_changed.connect(self._take_deeds)
            self._pages[page] = made
            self._stack.addWidget(made)
        theme.current().wake(self._pages[page])
        self._stack.setCurrentWidget(self._pages[page])
        self._ground.divide_anew()
        self._toast.raise_()
        self._take_deeds()
        self._pages[page].arrive()
        QTimer.singleShot(0, self, lambda: hold_keyboard(self.page))  # what is built on arrival takes it only later
        self._say_title()

    def _take_deeds(self) -> None:
        if self.page is not None:
            self.deeds.show_page(self.page.deeds())

    def rebuild(self) -> None:
        """Say everything anew in the language in use; pages are built again when visited."""
        for page in self._pages.values():
            page.deleteLater()
        self._pages.clear()
        self._build()
        self._on_board()

    def _on_board(self) -> None:
        if not self._focus.loaded:
            return
        if self._here not in self._pages:
            self.go(self._here)
        self._say_title()
        self._say_facts()
        self._name_steps()

    def _on_drill(self, drill: Drill) -> None:
        wanted = "requests" if drill.request or drill.task else ""
        target = next((one.id for one in self._places.values() if (one.id == wanted if wanted else one.drills)), None)
        if target is not None:
            self.go(target)
            self._pages[target].look_for(drill)

    def _search(self, text: str) -> None:
        page = self.page
        if page is not None and not page.search(text):
            self._on_drill(Drill(text=text))

    def _say_title(self) -> None:
        page = self.page
        own = page.subtitle() if page is not None else ""
        self.top.say(_(self._places[self._here].title), own or self._usual_subtitle())

    def _usual_subtitle(self) -> str:
        if not self._focus.loaded:
            return ""
        board = self._focus.board
        return _("As of {day} · {windows} windows · {actions} actions").format(
            day=board.as_of.isoformat(), windows=len(board.windows), actions=len(board.actions)
        )

    def _say_facts(self) -> None:
        if not self._focus.loaded:
            return
        board, shown = self._focus.board, self._focus.as_of
        today = self._bridge.book.clock.today() if self._bridge.is_open else board.as_of
        self.top.show_day(today, shown)
        self.band.show_day(shown)
        unit = texts.title(board.catalogue.units[self._bridge.book.unit]) if self._bridge.is_open else ""
        self._sidebar.say_owner(unit)

    def _name_steps(self) -> None:
        self.menus.name_steps(self._bridge.undo_label(), self._bridge.redo_label())

    def _undo(self) -> None:
        self._bridge.undo()

    def _redo(self) -> None:
        self._bridge.redo()

    def _refresh(self) -> None:
        if self._focus.loaded:
            self._focus.reload()
            if self.page is not None:
                self.page.refresh()

    def _step_back(self) -> None:
        told = self._toast.isVisible()
        self._toast.hide()
        if told and not isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
            return  # who types means the form, whatever message came meanwhile
        if self.page is not None and not self.page.step_back() and self._focus.read_only:
            self._focus.look_at(None)

    def _show_keys(self) -> None:
        help_windows.keys(self._window, self.deeds, _(self._places[self._here].title))

    def tell(self, title: str, text: str) -> None:
        """Say something in a box that does not stop the program."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(title)
        box.setText(text)
        box.open()
