"""The grammar of what follows a bad rating (`rating bad`, `contact`, `correct` and so on), and of the blank form."""

import argparse
from pathlib import Path

from desktop.cli.grammar import Commands, add, json, reason
from desktop.i18n import _

CORRECTIONS = ("corrected", "explained", "unfounded")


def rectifying(deeds: Commands) -> None:
    """Add the commands on bad ratings and the blank form."""
    one = add(deeds, "bad", _("list bad ratings with their due dates, the oldest first"))
    one.add_argument("--all", action="store_true", help=_("also those that are closed"))
    json(one)
    one = _on_one(deeds, "contact", _("log a call-back on a bad rating by name"))
    one.add_argument("--nobody", action="store_true", help=_("nobody was reached"))
    _note(one)
    json(one)
    one = _on_one(deeds, "correct", _("close a bad rating: put right, explained, or unfounded"))
    one.add_argument("--result", choices=CORRECTIONS, default="corrected", help=_("how it ended"))
    _note(one)
    json(one)
    for name, told in (
        ("complex", _("give a bad rating the longer limit")),
        ("appeal", _("ask for a review of a mistaken or malicious rating")),
    ):
        one = _on_one(deeds, name, told)
        reason(one)
        json(one)
    one = _on_one(deeds, "decide", _("uphold or dismiss an appeal"))
    which = one.add_mutually_exclusive_group(required=True)
    which.add_argument("--uphold", action="store_true", help=_("the rating leaves the statistics, not the record"))
    which.add_argument("--dismiss", action="store_true", help=_("the rating counts as before"))
    reason(one)
    json(one)
    one = add(deeds, "form", _("write the blank paper form of a window"))
    one.add_argument("--window", required=True, metavar="W", help=_("the window that is rated"))
    one.add_argument("--out", required=True, metavar="FILE.pdf", type=Path, help=_("where to write it"))


def _on_one(deeds: Commands, name: str, told: str) -> argparse.ArgumentParser:
    one = add(deeds, name, told)
    one.add_argument("rating", metavar="ID", help=_("a rating, by its id as `rating bad` lists it"))
    return one


def _note(one: argparse.ArgumentParser) -> None:
    one.add_argument("--note", metavar="TEXT", default="", help=_("what was done"))
