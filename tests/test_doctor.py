"""The doctor says in one sentence what keeps the program from working."""

import time
from pathlib import Path

import pytest

from desktop import doctor, i18n
from desktop.doctor import Level, fonts, machine, packages, screen


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n._Speech, "language", "en")


def test_every_finding_is_one_sentence_in_both_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    english = doctor.examine()
    monkeypatch.setattr(i18n._Speech, "language", "zh")
    chinese = doctor.examine()
    assert [f.topic for f in english] == [f.topic for f in chinese]
    assert all("\n" not in f.sentence and f.sentence for f in english + chinese)
    assert not [e.sentence for e, c in zip(english, chinese, strict=True) if e.sentence == c.sentence]


@pytest.mark.parametrize(
    ("qt", "python", "kills"),
    [("6.12.0", (3, 11), True), ("6.12.0", (3, 12), False), ("6.11.3", (3, 11), False), ("6.12.1", (3, 11), False)],
)
def test_pyside_6_12_0_is_refused_below_python_3_12(qt: str, python: tuple[int, int], *, kills: bool) -> None:
    assert screen.kills_python(qt, python) is kills


def test_the_environment_itself_is_not_one_that_dies() -> None:
    assert screen.qt().level is Level.FINE


def test_a_missing_library_is_named_with_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(packages.OFFSCREEN, "libnowhere.so.9", "libnowhere9")
    found = screen.libraries()
    assert (found.level, found.packages) == (Level.WRONG, ("libnowhere9",))
    assert "libnowhere.so.9" in found.sentence
    assert "apt-get install libnowhere9" in found.sentence


def test_no_display_is_said_before_qt_aborts(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    assert "no display" in screen.display().sentence
    monkeypatch.setenv("DISPLAY", ":4711")
    assert ":4711 cannot be reached" in screen.display().sentence
    assert screen.display() in doctor.preflight()


def test_an_offscreen_window_passes_the_preflight(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert doctor.preflight() == []


@pytest.mark.parametrize(
    ("before", "set_to"),
    [
        ({"QT_IM_MODULE": "fcitx"}, {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}),
        ({"XMODIFIERS": "@im=fcitx"}, {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "1"}),
        ({"QT_IM_MODULE": "fcitx5", "IBUS_USE_PORTAL": "0"}, {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": "0"}),
        ({"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=fcitx"}, {}),
        ({"XMODIFIERS": "@im=ibus"}, {}),
        ({}, {}),
    ],
)
def test_fcitx_is_reached_through_its_ibus_portal(before: dict[str, str], set_to: dict[str, str]) -> None:
    assert screen.input_method_guard(before) == set_to


def test_a_computer_without_fonts_is_told_which_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "FONT_FOLDERS", (str(tmp_path),))
    assert fonts.screen().packages == ("fonts-noto-cjk",)
    assert fonts.paper().level is Level.WRONG
    (tmp_path / "uming.ttc").touch()
    assert fonts.screen().level is Level.FINE
    assert fonts.paper().level is Level.HINT
    assert "fonts-arphic-uming" not in fonts.paper().packages


def test_a_clock_before_the_build_date_is_wrong() -> None:
    assert machine.clock(time.mktime((2020, 1, 2, 12, 0, 0, 0, 0, -1))).level is Level.WRONG
    assert machine.clock(time.mktime((2031, 1, 2, 12, 0, 0, 0, 0, -1))).level is Level.FINE


def test_a_folder_below_a_file_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("BIANMIN_HOME", str(tmp_path / "file" / "below"))
    assert machine.folder().level is Level.WRONG
    assert machine.room().topic == "room"
