"""A screen reader on the real accessibility bus hears every page and dialog of the real program in Chinese."""

import re
import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from desktop import settings
from desktop.models.vocabulary import Role
from tests import books
from tests.views import aloud, stage
from tests.views.aloud import CHECKED, SHOWING, Node, Place, Reader

LACKING = stage.lacking("Xvfb", "dbus-daemon", "at-spi-bus-launcher")
pytestmark = pytest.mark.skipif(bool(LACKING), reason=f"not installed: {', '.join(LACKING)}")
_CONTROLS = frozenset({
    "push button", "toggle button", "check box", "radio button", "text", "combo box", "spin button", "table",
    "tree", "tree table", "tree item", "list", "list item", "page tab", "page tab list", "link", "menu item",
    "progress bar", "slider", "image", "graphic", "icon",
})  # fmt: skip
_FILES = ("将本页写成电子表格…", "回看某一天…", "换人…")
"""Asks the system for a file; a popup, which does not stay without the keyboard; locks a desk without PINs."""
_PLAIN = ("快捷键", "用户手册", "关于")
"""Entries without an ellipsis that open a window all the same."""
_OWN_NAME = "English"
"""A language is called by its own name."""
_LONG = 30


class Program:
    """The running program as a reader knows it."""

    def __init__(self, reader: Reader, root: Node) -> None:
        self._reader, self._root = reader, root

    def windows(self) -> list[Node]:
        return [one for one in self._root.children() if one.has(SHOWING)]

    def opened(self, before: set[Place]) -> list[Node]:
        """Return the windows that were not there before."""
        return [one for one in self.windows() if one.at not in before]

    @property
    def window(self) -> Node:
        return next(one for one in self.windows() if one.role == "frame")

    def is_at(self, page: str) -> bool:
        """Return whether a page is at the front."""
        return any(one.name == page and one.has(CHECKED) for one in self.window.shown() if one.role == "radio button")

    def entries(self, menu: str) -> list[Node]:
        """Return the entries of a menu."""
        bar = next(one for one in self.window.shown() if one.role == "menu bar")
        found = next(one for one in bar.children() if one.name.startswith(menu))
        return [entry for popup in found.children() for entry in popup.children()]


def settled(window: Node) -> list[Node]:
    """Return what a window shows, once it shows the same twice: pages are completed a moment after they come."""
    seen: list[list[tuple[str, str]]] = [[]]

    def look() -> list[Node]:
        nodes = list(window.shown(_LONG))
        seen.append([(one.role, one.name) for one in nodes])
        return nodes if seen[-1] == seen[-2] else []

    return stage.wait_for(look, "a window at rest")


def faults(nodes: list[Node]) -> list[str]:
    """Return the controls whose name is missing or not Chinese (codes and numbers are no words)."""
    named = [(one.role, one.name) for one in nodes if one.role in _CONTROLS and one.name != _OWN_NAME]
    return [f"{role}: {name!r}" for role, name in named
            if not name or (re.search(r"[A-Za-z]{3}", name) and not re.search(r"[\u3400-\u9fff]", name))]  # fmt: skip


@pytest.fixture
def program(home: Path, tmp_path: Path, fresh: Path) -> Iterator[Program]:
    settings.save(settings.Settings(role=Role.BUREAU.value, officer=books.BUREAU.officer, theme="light"))
    book = Path(shutil.copy(fresh, tmp_path / "book.bianmin"))
    with stage.standing(home) as desktop, aloud.listening(desktop.bus) as reader:
        desktop.program(book)
        root = stage.wait_for(lambda: next(iter(reader.programs()), None), "the program on the readers' bus")
        stage.wait_for(lambda: root.says(book.name), "the opened book in the status bar")
        yield Program(reader, root)


def test_every_page_and_every_dialog_is_read_in_chinese(program: Program) -> None:
    pages = program.entries("查看")
    pages = pages[: next(at for at, one in enumerate(pages) if one.role == "separator")]
    assert len(pages) >= 7
    names = [page.name for page in pages]
    for page, name in zip(pages, names, strict=True):
        page.press()
        stage.wait_for(partial(program.is_at, name), name)
        nodes = settled(program.window)
        assert faults(nodes) == [], name
        if name == "落实矩阵":
            grid = next(one for one in nodes if one.role == "table" and one.name == name)
            cell = next(one for one in grid.children(_LONG) if one.role == "cell")
            assert cell.name.split("\n")[:3] == ["A01 举措1", "窗1", "未启动"]
    for menu in ("文件", "编辑", "事项", "查看", "帮助"):
        for entry in program.entries(menu):
            name = entry.name
            if entry.role == "menu item" and (name in _PLAIN or name.endswith("…")) and name not in _FILES:
                before = {one.at for one in program.windows()}
                entry.press()
                for window in stage.wait_for(partial(program.opened, before), name):
                    assert faults(settled(window)) == [], name
