from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop.app.application import Application
from desktop.commands.progress import SetOfficer
from desktop.models.backup import backups
from desktop.views.exchange.restore_dialog import RestoreDialog

Start = Callable[..., Application]


def test_a_backup_made_now_is_put_back_by_keyboard(program: Start, qtbot: QtBot) -> None:
    application = program()
    bridge = application.bridge
    with qtbot.waitSignal(bridge.said):
        application.frame.intake_asked.emit("backup")
    made = backups(bridge.book.id)[0]
    key = bridge.book.commitments()[0].id
    assert bridge.do(SetOfficer((key,), "Zhang San"))
    application.frame.intake_asked.emit("restore")
    (dialog,) = application.window.findChildren(RestoreDialog)
    QTest.keyClick(dialog.table, Qt.Key.Key_Return)
    box = dialog.confirmation
    assert isinstance(box, QMessageBox)
    assert bridge.book.commitments([key])[0].officer == "Zhang San"
    with qtbot.waitSignal(application.shelf.opened, timeout=20_000):
        QTest.mouseClick(box.button(QMessageBox.StandardButton.Yes), Qt.MouseButton.LeftButton)
    assert bridge.book.commitments([key])[0].officer == ""
    assert made.path.is_file()
    assert {one.entries for one in backups(bridge.book.id)} == {made.entries, made.entries + 1}
    assert application.window.toast.isVisible()
