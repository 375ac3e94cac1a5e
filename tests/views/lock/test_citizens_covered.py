"""Under the shutter no citizen is in any widget of the program, nor in what a screen reader could ask for."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from desktop.app.application import Application
from desktop.models import entry_draft
from desktop.models.private_rows import Private
from desktop.views.lock.shutter import ShutterPage
from desktop.views.requests.entry import EntryDialog
from desktop.views.requests.panel import RequestPanel
from desktop.views.requests.screen import RequestsScreen
from desktop.views.requests.ways import Do
from tests import counter, leaks
from tests.private_words import OUYANG, WANG
from tests.views.lock.conftest import Hit, Start
from tests.views.lock.test_locking import names

TYPED = Private("慕容砚秋", "13955550000", "731X", "银杏里三轮车丢失回执找不到")
_MOST = 40
"""Rows and columns of a table that are looked at."""


def texts(widget: QWidget) -> Iterator[str]:
    """Give every text that a widget holds: its own properties, and what its model shows."""
    meta = widget.metaObject()
    for at in range(meta.propertyCount()):
        found = meta.property(at).read(widget)
        if isinstance(found, str):
            yield found
    if isinstance(widget, QAbstractItemView) and (model := widget.model()) is not None:
        for row in range(min(_MOST, model.rowCount(QModelIndex()))):
            for column in range(min(_MOST, _columns(model))):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole,
                             Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.EditRole):  # fmt: skip
                    yield str(model.index(row, column).data(role) or "")


def _columns(model: QAbstractItemModel) -> int:
    return 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())


def given_away(words: list[str]) -> set[str]:
    """Return which words stand in any widget, shown or not, on the accessibility tree, or on the clipboard."""
    told = [text for widget in QApplication.allWidgets() for text in texts(widget)]
    for root in QApplication.topLevelWidgets():
        told += names(QAccessible.queryAccessibleInterface(root))
    told.append(QGuiApplication.clipboard().text())
    whole = "\n".join(told)
    return {word for word in words if word in whole}


def fill(dialog: EntryDialog) -> None:
    fields = dialog.fields
    for field, text in ((fields.name, TYPED.name), (fields.phone, TYPED.phone), (fields.number, TYPED.id_last4)):
        field.insert(text)
        field.textEdited.emit(field.text())
    fields.words.insertPlainText(TYPED.text)


def unmasked(application: Application, qtbot: QtBot, key: str) -> RequestPanel:
    """Show a request in full in the panel beside the register, by its deed and a reason."""
    application.window.go("requests")
    page = application.window.page
    assert isinstance(page, RequestsScreen)
    panel = page.panel
    assert isinstance(panel, RequestPanel)
    panel.show_request(key)
    panel.want(Do.UNMASK)
    qtbot.waitUntil(panel.form.isVisible)
    reason = panel.form.fields.reason
    reason.setFocus()
    QTest.keyClicks(reason, "call back")
    QTest.keyClick(reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: panel.contact.is_shown)
    return panel


def test_a_citizen_shown_in_full_is_in_no_widget_and_gone_with_the_shutter_and_the_page(
    program: Start, hit: Hit, qtbot: QtBot
) -> None:
    application = program()
    key = counter.add(application.bridge.book, words=WANG)
    counter.add(application.bridge.book, words=OUYANG)
    secret = [WANG.name, WANG.phone, OUYANG.name]
    panel = unmasked(application, qtbot, key)
    assert given_away(secret) == set()
    away: tuple[Callable[[], object], ...] = (
        lambda: hit(application, Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier),
        lambda: application.window.go("overview"),
    )
    for leave in away:
        if not panel.contact.is_shown:
            panel = unmasked(application, qtbot, key)
        leave()
        QApplication.processEvents()
        assert not panel.contact.is_shown
        assert given_away(secret) == set()
        if isinstance(application.window.centralWidget(), ShutterPage):
            hit(application, Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier)
        assert not panel.contact.is_shown


def test_what_is_typed_into_the_form_is_taken_out_of_it_and_comes_back(program: Start, hit: Hit, qtbot: QtBot) -> None:
    application = program()
    dialog = EntryDialog(application.focus, application.bridge, "W1", application.window)
    dialog.open()
    fill(dialog)
    dialog.fields.name.setCursorPosition(2)
    secret = leaks.needles((TYPED,))
    assert set(secret) == given_away(secret)
    application.seating.shut()
    QApplication.processEvents()
    assert given_away(secret) == set()
    kept = entry_draft.kept(application.bridge.book)
    assert kept is not None
    assert kept.words == TYPED
    hit(application, Qt.Key.Key_F12, Qt.KeyboardModifier.NoModifier)
    qtbot.waitUntil(dialog.isVisible)
    fields = dialog.fields
    assert (fields.name.text(), fields.phone.text(), fields.words.toPlainText()) == (
        TYPED.name, TYPED.phone, TYPED.text,
    )  # fmt: skip
    assert fields.name.cursorPosition() == 2
    kept = entry_draft.kept(application.bridge.book)
    assert kept is not None
    assert kept.words == TYPED
    dialog.keeper.drop()
    dialog.done(0)
