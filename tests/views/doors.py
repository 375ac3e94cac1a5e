"""Ways to what a walk does not find by itself: a window that needs something done before it opens.

A new dialog that neither a deed nor a button with an ellipsis opens gets a line in `DOORS`; a test says so.
"""

import tempfile
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from desktop.app.application import Application
from desktop.models import recovery_key
from desktop.models.photos import Cover
from desktop.models.private_rows import Private
from desktop.models.purging import Purged
from desktop.models.rectification import BadRating, Dues
from desktop.models.request_likeness import Typed
from desktop.models.vocabulary import Role, Status
from desktop.models.workdays import Certainty
from desktop.reports.recovery_sheet import RecoveryFacts
from desktop.views.board.screen import BoardScreen
from desktop.views.exchange.catalogue_import import CatalogueImport
from desktop.views.exchange.ledger_dialog import LedgerTakeOver
from desktop.views.exchange.restore_dialog import RestoreDialog
from desktop.views.first_run.book_dialog import BookDialog
from desktop.views.first_run.day_dialog import DayDialog
from desktop.views.first_run.person_dialog import PersonDialog
from desktop.views.item.cover import CoverDialog
from desktop.views.item.panel import ItemPanel
from desktop.views.item.ways import Deed, asked_for
from desktop.views.lock.seat import Seat
from desktop.views.lock.switch import SwitchDialog
from desktop.views.rating.counter_page import CounterPage
from desktop.views.requests.entry import EntryDialog
from desktop.views.requests.slip_dialog import SlipDialog
from desktop.views.satisfaction.rectify_dialog import RectifyDialog
from desktop.views.satisfaction.rectifying import WAYS
from desktop.views.settings.encrypt_dialog import RecoveryDialog
from desktop.views.settings.pin_dialog import PinDialog
from desktop.views.settings.purge_report_dialog import PurgeReportDialog
from desktop.views.settings.recovery_view import RecoveryView
from desktop.views.shelf import Shelf
from desktop.views.state_help import StateCard
from desktop.views.view_dialog import NameDialog, ViewsDialog
from desktop.views.wish import Wish, weigh
from tests import books
from tests.views.exchange import editions
from tests.views.exchange.test_ledger_dialog import HEADS, ROWS, ledger

Door = Callable[[Application], object]
WORLD = date(2026, 8, 20)
RECOVERY = recovery_key.new()


def _board(application: Application) -> BoardScreen:
    application.frame.go("board")
    page = application.window.page
    assert isinstance(page, BoardScreen)
    return page


def _panel(application: Application) -> ItemPanel:
    beside = _board(application).beside
    assert isinstance(beside, ItemPanel)
    beside.enter()
    return beside


def _form(deed: Deed) -> Door:
    def open_form(application: Application) -> None:
        panel = _panel(application)
        assert panel._commitment is not None
        panel._open(asked_for(deed, panel._commitment))

    return open_form


def _move(to: Status) -> Door:
    def open_form(application: Application) -> None:
        panel = _panel(application)
        cell = panel._cell()
        assert cell is not None
        wishes = (weigh([cell], to, role) for role in Role)
        wish = next((one for one in wishes if isinstance(one, Wish)), None)
        if wish is not None:
            panel.ask(wish)

    return open_form


def _with_files(application: Application) -> None:
    panel = _panel(application)
    photo = Path(tempfile.mkdtemp()) / "photo.png"
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.green)
    image.save(str(photo))
    panel.attach((application.focus.chosen,), (photo,))


def _many(application: Application) -> None:
    panel, board = _panel(application), application.focus.board
    cells = [cell for row in range(3) for column in range(3) if (cell := board.cell(row, column)) is not None]
    wish = weigh(cells, Status.BLOCKED, Role.CLERK)
    assert isinstance(wish, Wish)
    panel.ask(wish)


def _item_menu(application: Application) -> None:
    board = _board(application)
    board._acts.menu(board, board.mapToGlobal(QPoint(200, 200)))


def _more(application: Application) -> None:
    menu = _panel(application).foot._menu
    assert menu is not None
    menu.popup(application.window.mapToGlobal(QPoint(600, 300)))


def _changes(application: Application) -> BoardScreen:
    board = _board(application)
    board.filters.changes.switch.setChecked(True)
    board._show()
    return board


def _new_book(application: Application) -> None:
    dialog = BookDialog((("BUREAU", "市局"), ("S1", "一所")), application.window)
    dialog.new.click()
    dialog.open()


def _restore(application: Application) -> None:
    from desktop.models.backup import backups

    application.bridge.book.backup()
    dialog = RestoreDialog(backups(application.bridge.book.id), application.window)
    dialog.open()
    dialog.restore.click()


def _purge_report(application: Application) -> None:
    made = Purged("1", WORLD, WORLD, "李强", "期满", 3, 3, 2, 1)
    PurgeReportDialog(application.bridge, made, application.window).open()


def _edition(tab: int) -> Door:
    def open_review(application: Application) -> None:
        told = editions.draft()
        rows = [dict(row) for row in told.rows("actions")]
        rows[2]["cadence"], rows[4]["title_zh"] = "sometimes", ""
        dialog = CatalogueImport(application.bridge.book, application.focus.desk, application.window)
        dialog.open()
        dialog.read(editions.folder(Path(tempfile.mkdtemp()) / "bad", told.with_sheet("actions", rows)))
        while dialog.pages.currentWidget() is not dialog.review:
            QApplication.processEvents()
        dialog.review.tabs.setCurrentIndex(tab)

    return open_review


def _ledger(application: Application) -> None:
    rows = (*ROWS, ("A99", "W1", "已完成", "", ""), ("A03", "W1", "差不多", "", ""))
    dialog = LedgerTakeOver(application.bridge.book, application.focus.desk, application.window)
    dialog.open()
    dialog.read(ledger(Path(tempfile.mkdtemp()) / "old.xlsx", *rows, heads=HEADS))


def _cover(application: Application) -> None:
    photo = Path(tempfile.mkdtemp()) / "photo.png"
    image = QImage(600, 400, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.green)
    image.save(str(photo))
    CoverDialog(photo, (Cover(0.2, 0.2, 0.4, 0.5),), application.window).open()


def _field_menu(application: Application) -> None:
    application.frame.top.search.createStandardContextMenu().popup(QPoint(10, 10))


def _open(dialog: QDialog) -> None:
    dialog.open()


def _rectify(application: Application) -> RectifyDialog:
    one = BadRating(
        "1", "W1", WORLD, 1, (), True, None, "", False, None, None, None, Dues(None, None, Certainty.NONE)
    )  # fmt: skip
    return RectifyDialog(WAYS[0].form(one), application.window)


def _counter(*keys: Qt.Key) -> Door:
    def open_page(application: Application) -> None:
        page = CounterPage(lambda: "1", lambda _level, _codes: None)
        page.setParent(application.window, Qt.WindowType.Window)
        page.resize(1366, 768)
        page.show()
        for key in keys:
            QTest.keyClick(page, key)

    return open_page


def _pin(application: Application) -> PinDialog:
    name = books.CLERK.officer
    return PinDialog(name, lambda *_pins: None, application.window, old=True, removable=True, opening=True)


def _entry(application: Application) -> EntryDialog:
    dialog = EntryDialog(application.focus, application.bridge, "W1", application.window)
    dialog.open()
    return dialog


def _filled(application: Application) -> None:
    dialog, said = _entry(application), Private(text="begun, begun")
    dialog.fields.matter.choose("A01")
    dialog.fields.number.setText("1")
    dialog.fields.number.check()
    dialog._follow("W1-1", "W1")
    dialog.alike._show(application.bridge.book.similar(Typed("W1", "A01", said)))


def _registered(application: Application) -> None:
    dialog = _entry(application)
    dialog.fields.matter.choose("A01")
    application.focus.sit(books.CLERK)
    dialog.send()


def _unregistered(application: Application) -> None:
    dialog = _entry(application)
    dialog.fields.matter.choose("A01")
    dialog.reject()


def _slip(application: Application) -> None:
    (row, *_more) = application.bridge.book.requests().rows
    SlipDialog(application.bridge, application.focus, row.id, "", application.window).open()


def _facts(application: Application) -> RecoveryFacts:
    book = application.bridge.book
    return RecoveryFacts(RECOVERY, "1", book.place.name, book.id, WORLD, encrypted=True)


_BY_WISH = (Deed.MOVE, Deed.UNCHANGED)
"""Their forms are opened by a wish: what is to become of the chosen ones."""
DOORS: dict[str, Door] = {
    **{f"form, {deed}": _form(deed) for deed in Deed if deed not in _BY_WISH},
    **{f"form, {to.value}": _move(to) for to in Status if to is not Status.NOT_STARTED},
    "form, a change of many": _many,
    "form, with files": _with_files,
    "menu of an item": _item_menu,
    "more": _more,
    "changes": _changes,
    "list of changes": lambda application: _changes(application).filters.changes.all.click(),
    "day to compare with": lambda application: _changes(application).filters.changes.day.click(),
    "a past day": lambda application: application.focus.look_at(application.focus.board.as_of - timedelta(days=20)),
    "a message": lambda application: application.bridge.done.emit("3"),
    "the new book": _new_book,
    "who sits here": lambda a: _open(PersonDialog(a.focus.board.catalogue, "BUREAU", a.window)),
    "which day": lambda a: _open(DayDialog("?", WORLD, a.window)),
    "restore": _restore,
    "purge report": _purge_report,
    "cover": _cover,
    "an error": lambda application: application.show_fault("1"),
    "menu of a field": _field_menu,
    "edition": _edition(0),
    "edition, faults": _edition(1),
    "edition, map": _edition(2),
    "ledger": _ledger,
    "a state": lambda a: StateCard(a.window, Status.BLOCKED).open_by(a.frame.top.search),
    "name of a view": lambda a: _open(NameDialog(a.window, "1", "1")),
    "own views": lambda a: _open(ViewsDialog(a.window, Shelf(a.bridge, "board", ()))),
    "another person": lambda a: _open(SwitchDialog([Seat("1", books.CLERK.officer, "1")], "", a.window)),
    "a bad rating": lambda a: _open(_rectify(a)),
    "rating at the counter": _counter(),
    "its reasons": _counter(Qt.Key.Key_1),
    "its thanks": _counter(Qt.Key.Key_1, Qt.Key.Key_Return),
    "a PIN": lambda a: _open(_pin(a)),
    "a request": _entry,
    "a request, filled": _filled,
    "a request, registered": _registered,
    "a request, not registered": _unregistered,
    "a slip": _slip,
    "a new recovery key": lambda a: _open(RecoveryDialog(RecoveryView(_facts(a)), a.window)),
}
