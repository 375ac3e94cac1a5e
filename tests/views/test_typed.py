"""Chinese typed into the real program through fcitx 5, which Qt's wheels can only reach by its ibus portal."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection

from desktop import settings
from desktop.doctor import packages
from desktop.models.book import Book
from desktop.models.vocabulary import Role, Status
from tests import books
from tests.views import aloud, stage
from tests.views.aloud import ACTIVE, FOCUSED, Node

LACKING = stage.lacking("Xvfb", "dbus-daemon", "at-spi-bus-launcher", "fcitx5", "xdotool")
LACKING += [package for file, package in packages.PINYIN.items() if not Path(file).exists()]
pytestmark = pytest.mark.skipif(bool(LACKING), reason=f"not installed: {', '.join(LACKING)}")
PORTAL = "org.freedesktop.portal.IBus"
PROFILE = """[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=pinyin
Layout=

[GroupOrder]
0=Default
"""
"""Pinyin is on in every field, as on the computers of the windows."""


@dataclass
class Desk:
    """The program in front of a person who types."""

    desktop: stage.Stage
    root: Node
    book: Path

    def focused(self, role: str, name: str) -> Node | None:
        """Return the part that has the keyboard when it is the one named."""
        parts = (one for one in self.root.shown() if one.role == role and one.name == name)
        return next((one for one in parts if one.has(FOCUSED)), None)

    def wait(self, role: str, name: str) -> Node:
        """Wait until a part has the keyboard."""
        return stage.wait_for(lambda: self.focused(role, name), f"the keyboard in {name}")


def _portal_is_there(bus: str) -> bool:
    with closing(open_dbus_connection(bus)) as asked:
        place = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
        return bool(asked.send_and_get_reply(new_method_call(place, "NameHasOwner", "s", (PORTAL,))).body[0])


@pytest.fixture
def desk(home: Path, tmp_path: Path, fresh: Path) -> Iterator[Desk]:
    settings.save(settings.Settings(role=Role.CLERK.value, officer=books.CLERK.officer, theme="light"))
    book = Path(shutil.copy(fresh, tmp_path / "book.bianmin"))
    with stage.standing(home, {"XMODIFIERS": "@im=fcitx"}) as desktop:
        profile = desktop.folder / "config" / "fcitx5" / "profile"
        profile.parent.mkdir()
        profile.write_text(PROFILE, encoding="utf-8")
        desktop.start("fcitx5", "--disable=wayland,cloudpinyin,notifications")
        stage.wait_for(lambda: _portal_is_there(desktop.bus), PORTAL)
        with aloud.listening(desktop.bus) as reader:
            desktop.program(book)
            here = stage.wait_for(
                lambda: next((one for one in reader.programs() if one.name == "bianmin"), None), "the program"
            )
            stage.wait_for(lambda: here.says(book.name), "the opened book in the status bar")
            desktop.take_keyboard()
            stage.wait_for(lambda: any(one.has(ACTIVE) for one in here.children()), "the window at the front")
            yield Desk(desktop, here, book)


def test_a_note_is_typed_in_pinyin_while_the_board_hears_its_own_keys(desk: Desk) -> None:
    desk.desktop.keys("ctrl+2")
    desk.wait("table", "落实矩阵")
    desk.desktop.keys("3")
    desk.wait("text", "原因")
    desk.desktop.keys("Escape")
    desk.wait("table", "落实矩阵")
    desk.desktop.keys("2")
    note = desk.wait("text", "备注")
    desk.desktop.keys(*"shenfenzheng", "space")
    stage.wait_for(lambda: note.text == "身份证", "身份证 in the note")
    desk.desktop.keys("Return")
    desk.wait("table", "落实矩阵")
    book = Book.open(desk.book)
    with closing(book):
        assert book.commitments(["A01@W1"])[0].status is Status.IN_PROGRESS
        assert [told.note for told in book.history("commitment:A01@W1")] == ["身份证"]
