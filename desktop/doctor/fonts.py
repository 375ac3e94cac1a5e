"""Whether Chinese can be shown and printed."""

import sys

from desktop.doctor import packages
from desktop.doctor.finding import Finding, Level
from desktop.i18n import _

CHINESE = (
    "cjk",
    "sourcehan",
    "wqy",
    "uming",
    "ukai",
    "droidsansfallback",
    "simsun",
    "simhei",
    "msyh",
    "fangsong",
    "lxgw",
)
"""Parts of the file names of faces that carry Chinese (Debian, Kylin, UOS and copied Windows faces)."""


def screen() -> Finding:
    """Return whether a face with Chinese characters is installed for the screen."""
    names = {file.name.lower() for file in packages.font_files()}
    if sys.platform != "linux" or any(part in name for name in names for part in CHINESE):
        return Finding("screen fonts", Level.FINE, _("The screen can show Chinese."))
    package = tuple(packages.SCREEN_FONTS.values())
    sentence = _("No Chinese font is installed, the screen would show boxes. Ask an administrator to run: {command}")
    return Finding("screen fonts", Level.WRONG, sentence.format(command=_apt(package)), package)


def paper() -> Finding:
    """Return whether the open faces for printed sheets are installed; official faces come before them."""
    there = {file.name for file in packages.font_files()}
    missing = tuple(package for name, package in packages.PAPER_FONTS.items() if name not in there)
    if sys.platform != "linux" or not missing:
        return Finding("paper fonts", Level.FINE, _("All open faces for printed sheets are installed."))
    level = Level.WRONG if len(missing) == len(packages.PAPER_FONTS) else Level.HINT
    sentence = _("Open faces for printed sheets are missing. Ask an administrator to run: {command}")
    return Finding("paper fonts", level, sentence.format(command=_apt(missing)), missing)


def _apt(names: tuple[str, ...]) -> str:
    return "sudo apt-get install " + " ".join(names)
