"""What the program needs from the system, and the Debian packages that bring it.

Standard library only: ./run reads this before anything else can be imported.
"""

import ctypes
import os
from collections.abc import Iterator
from pathlib import Path

OFFSCREEN = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
"""Libraries without which Qt cannot be imported at all."""

WINDOW = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
"""Libraries without which Qt aborts when the first window opens on X11."""

SCREEN_FONTS = {"NotoSansCJK-Regular.ttc": "fonts-noto-cjk"}
PAPER_FONTS = {
    "uming.ttc": "fonts-arphic-uming",
    "wqy-zenhei.ttc": "fonts-wqy-zenhei",
    "LXGWWenKai-Regular.ttf": "fonts-lxgw-wenkai",
    "HanaMinA.ttf": "fonts-hanazono",
}

TEST_TOOLS = {
    "Xvfb": "xvfb",
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "cupsd": "cups",
    "lpadmin": "cups-client",
    "pg_ctl": "postgresql",
    "dbus-daemon": "dbus",
    "at-spi-bus-launcher": "at-spi2-core",
    "fcitx5": "fcitx5",
    "xdotool": "xdotool",
}
PINYIN = {"/usr/share/fcitx5/inputmethod/pinyin.conf": "fcitx5-pinyin"}
"""What Chinese is typed with in the tests; it brings no program of its own."""

FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")
"""Where fonts lie on Linux (freedesktop and Debian's fontconfig defaults)."""
FONT_ENDINGS = frozenset({".ttf", ".ttc", ".otf", ".otc"})


def can_load(library: str) -> bool:
    """Return whether the system's loader finds a shared library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def font_files() -> Iterator[Path]:
    """Return every font file in the system's and the user's font folders."""
    for folder in FONT_FOLDERS:
        yield from (
            file for file in Path(folder).expanduser().rglob("*") if file.suffix.lower() in (".ttf", ".ttc", ".otf")
        )


def missing(*, testing: bool) -> list[str]:
    """Return the packages that this computer lacks for running the program and, on demand, for its tests."""
    lacking = [package for library, package in (OFFSCREEN | WINDOW).items() if not can_load(library)]
    there = {file.name for file in font_files()}
    lacking += [package for file, package in (SCREEN_FONTS | PAPER_FONTS).items() if file not in there]
    if testing:
        lacking += [package for tool, package in TEST_TOOLS.items() if not has_tool(tool)]
        lacking += [package for file, package in PINYIN.items() if not Path(file).exists()]
    return lacking


def server_folders() -> list[str]:
    """Return where Debian puts the programs of PostgreSQL, the newest version first: not on anybody's PATH."""
    found = Path("/usr/lib/postgresql").glob("*/bin")
    return [str(one) for one in sorted(found, key=lambda one: one.parent.name.zfill(4), reverse=True)]


def has_tool(name: str) -> bool:
    """Return whether a program of `TEST_TOOLS` is installed, on the PATH or where Debian hides it."""
    return bool(tool(name))


def tool(name: str) -> str:
    """Return where a program lies, on the PATH or where Debian hides it; an empty text when it is not installed."""
    hidden = ("/usr/sbin", "/sbin", "/usr/libexec", "/usr/lib/at-spi2-core")
    folders = [*os.environ.get("PATH", "").split(os.pathsep), *hidden, *server_folders()]
    return next((str(Path(folder, name)) for folder in folders if os.access(Path(folder, name), os.X_OK)), "")
