"""Cycles are collected on the screen's thread alone."""

import gc
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.views.tidy import Tidy


class _Knot:
    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    """Nothing is kept from being looked through yet."""
    gc.unfreeze()
    yield
    gc.unfreeze()


def test_what_the_start_built_is_not_looked_through_and_what_comes_later_is(qtbot: QtBot) -> None:
    tidy = Tidy(QObject())
    early, kept = weakref.ref(_Knot()), [[n] for n in range(30_000)]
    assert tidy.look() == 0
    late, more = weakref.ref(_Knot()), [[n] for n in range(30_000)]
    assert tidy.look() > 0
    assert early() is not None
    assert late() is None
    assert len(kept) == len(more)


def test_cycles_wait_for_the_screens_thread_and_are_collected_there(qtbot: QtBot) -> None:
    parent = QObject()
    tidy = Tidy(parent)
    assert not gc.isenabled()
    gc.freeze()
    knot = weakref.ref(_Knot())
    kept = [[n] for n in range(30_000)]
    assert knot() is not None
    assert tidy.look() > 0
    assert knot() is None
    assert len(kept) == 30_000
    del tidy


def test_little_is_left_alone(qtbot: QtBot) -> None:
    tidy = Tidy(QObject())
    gc.collect()
    assert tidy.look() == 0
