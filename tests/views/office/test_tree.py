"""The tree shows branches, and survives being dressed anew again and again."""

from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from desktop.views import theme
from desktop.views.office.branches import KEY, Branch, Branches
from desktop.views.office.tree import Tree

BRANCHES = [
    Branch(
        "a", "First", "2", below=[Branch("a1", "One", faded=True), Branch("a2", "Two", below=[Branch("a2x", "Deep")])]
    ),
    Branch("b", "Second", "0", icon="units"),
]


def test_branches_are_a_sound_model(qtbot: QtBot) -> None:
    rows = Branches()
    tester = QAbstractItemModelTester(rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    rows.grow(BRANCHES)
    deep = rows.place("a2x")
    assert (deep.data(), deep.parent().data(KEY), deep.parent().parent().data(KEY)) == ("Deep", "a2", "a")
    assert not rows.place("nowhere").isValid()
    rows.grow(BRANCHES[1:])
    assert (rows.rowCount(), tester.model()) == (1, rows)


def test_the_current_row_stays_where_it_still_exists(qtbot: QtBot) -> None:
    tree = Tree("units")
    qtbot.addWidget(tree)
    tree.grow(BRANCHES)
    assert tree.key == "a"
    tree.go_to("a2")
    with qtbot.assertNotEmitted(tree.went):
        theme.current().wear("dark")
        theme.current().wear("light")
    tree.grow(BRANCHES)
    assert tree.key == "a2"
    tree.grow(BRANCHES[1:])
    assert tree.key == "b"


def test_only_wanted_rows_and_what_lies_above_them_are_kept(qtbot: QtBot) -> None:
    tree = Tree("units")
    qtbot.addWidget(tree)
    tree.grow(BRANCHES)
    tree.keep(frozenset({"a2x"}))
    model = tree.model()
    first = model.index(0, 0)
    assert not tree.isRowHidden(0, first.parent())
    assert tree.isRowHidden(0, first)
    assert not tree.isRowHidden(1, first)
    assert tree.isRowHidden(1, first.parent())
    tree.keep(None)
    assert not tree.isRowHidden(0, first)
