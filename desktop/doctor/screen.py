"""What Qt needs to open a window. Qt aborts the process when something is missing, so it is looked at before."""

import ctypes
import os
import sys
from collections.abc import Mapping
from importlib import util
from pathlib import Path

from desktop.doctor import packages
from desktop.doctor.finding import Finding, Level
from desktop.i18n import _

NO_SCREEN_NEEDED = frozenset({"offscreen", "minimal", "vnc"})
UNKNOWN = "6"
"""A frozen bundle carries no metadata; it was built with a version that was tested."""
FCITX = frozenset({"fcitx", "fcitx5"})


def kills_python(qt: str, python: tuple[int, ...]) -> bool:
    """Return whether this PySide6 aborts this Python: 6.12.0 loses references to None below 3.12."""
    return qt == "6.12.0" and python < (3, 12)


def qt() -> Finding:
    """Return whether Qt for Python is there in a version that this Python survives."""
    version = _qt_version()
    if version is None:
        return Finding("qt", Level.WRONG, _("PySide6-Essentials is not installed."))
    if kills_python(version, sys.version_info[:2]):
        sentence = _("PySide6 {version} aborts Python below 3.12; install 6.11.3.")
        return Finding("qt", Level.WRONG, sentence.format(version=version))
    return Finding("qt", Level.FINE, _("PySide6 {version} is suitable.").format(version=version))


def _qt_version() -> str | None:
    """Read off the name of the metadata folder: importing either Qt or importlib.metadata would delay the window."""
    found = util.find_spec("PySide6")
    if found is None or not found.submodule_search_locations:
        return None
    beside = Path(found.submodule_search_locations[0]).parent
    names = [folder.name for folder in beside.glob("[Pp]y[Ss]ide6_[Ee]ssentials-*.dist-info")]
    return names[0].removesuffix(".dist-info").split("-", 1)[1] if names else UNKNOWN


def libraries() -> Finding:
    """Return the system libraries without which Qt cannot start here, with their packages."""
    needed = packages.OFFSCREEN | (packages.WINDOW if _opens_on_x11() else {})
    missing = [name for name in needed if not packages.can_load(name)] if sys.platform == "linux" else []
    if not missing:
        return Finding("libraries", Level.FINE, _("All system libraries for the window are there."))
    names = tuple(needed[name] for name in missing)
    sentence = _("System libraries are missing: {missing}. Ask an administrator to run: sudo apt-get install {names}")
    words = sentence.format(missing=", ".join(missing), names=" ".join(names))
    return Finding("libraries", Level.WRONG, words, names)


def display() -> Finding:
    """Return whether a display can be reached."""
    if sys.platform != "linux" or _platform() in NO_SCREEN_NEEDED or _wayland() or _x11():
        return Finding("display", Level.FINE, _("A display can be reached."))
    if os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        sentence = _("The display {name} cannot be reached; the command line works without one.")
        name = os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
        return Finding("display", Level.WRONG, sentence.format(name=name))
    return Finding("display", Level.WRONG, _("There is no display; the command line works without one."))


def _platform() -> str:
    return os.environ.get("QT_QPA_PLATFORM", "").split(":")[0]


def _opens_on_x11() -> bool:
    """Qt takes Wayland where it can be reached, unless told otherwise."""
    return _platform() not in NO_SCREEN_NEEDED and (_platform() == "xcb" or not _wayland())


def _wayland() -> bool:
    name = os.environ.get("WAYLAND_DISPLAY", "")
    return bool(name) and (Path(os.environ.get("XDG_RUNTIME_DIR", "")) / name).is_socket()


def _x11() -> bool:
    if not os.environ.get("DISPLAY"):
        return False
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = xcb.xcb_connect(None, None)
    reached = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return reached


def input_method_guard(environment: Mapping[str, str]) -> dict[str, str]:
    """Return the variables to set before QApplication so that fcitx works: the wheels of Qt carry ibus only.

    Measured with fcitx5: its ibus portal takes the keys of a Qt without an fcitx plugin. Empty when nothing is to do.
    """
    chosen = environment.get("QT_IM_MODULE", "")
    asks = chosen in FCITX or (not chosen and "fcitx" in environment.get("XMODIFIERS", ""))
    if not asks or sys.platform != "linux" or _has_fcitx_plugin():
        return {}
    return {"QT_IM_MODULE": "ibus", "IBUS_USE_PORTAL": environment.get("IBUS_USE_PORTAL", "1")}


def _has_fcitx_plugin() -> bool:
    found = util.find_spec("PySide6")
    folders = found.submodule_search_locations if found else None
    return any(
        any((Path(folder) / "Qt" / "plugins" / "platforminputcontexts").glob("*fcitx*")) for folder in folders or ()
    )


def input_method() -> Finding:
    """Return what is done about the input method, as a hint."""
    if input_method_guard(os.environ):
        sentence = _("fcitx is spoken to through its ibus portal; fcitx 4 may not take Chinese input in this program.")
        return Finding("input method", Level.HINT, sentence)
    return Finding("input method", Level.FINE, _("Nothing needs to be done for the input method."))
