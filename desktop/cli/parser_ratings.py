"""The grammar of `bianmin rating …` and `bianmin satisfaction`."""

import argparse
from pathlib import Path

from desktop.cli import values
from desktop.cli.grammar import Commands, add, json, reason
from desktop.i18n import _
from desktop.models import plain_text

RATED_BY = ("window", "unit", "county", "action")
CORRECTIONS = ("corrected", "explained", "unfounded")


def ratings(commands: Commands) -> None:
    """Add the commands on ratings and on what follows a bad one."""
    deeds = add(commands, "rating", _("take in ratings of service")).add_subparsers(
        dest="deed", metavar="DEED", required=True, title=_("commands")
    )
    one = add(deeds, "add", _("keep one anonymous rating of today on this computer"))
    one.add_argument("--window", required=True, metavar="W", help=_("the window that is rated"))
    one.add_argument(
        "--level", required=True, metavar="N", type=values.number, help=_("5 very satisfied … 1 very dissatisfied")
    )
    one.add_argument("--reason", metavar="CODE", action="append", default=[], help=_("a reason code of this level"))
    json(one)
    one = add(deeds, "paper", _("take in paper ballots, keyed twice"))
    one.add_argument("--window", required=True, metavar="W", help=_("the window that is rated"))
    for name in ("first", "second"):
        told = _("five counts, very satisfied first, such as “12 3 0 1 0”; with --single one digit a ballot")
        one.add_argument(f"--{name}", required=True, metavar="DIGITS", help=told)
    one.add_argument("--single", action="store_true", help=_("single ballots instead of counts"))
    one.add_argument("--on", metavar="DATE", type=plain_text.day, help=_("the deed's own day, today or earlier"))
    json(one)
    json(add(deeds, "post", _("write the ratings of all days that are over into the ledger")))
    _rectifying(deeds)
    one = add(commands, "satisfaction", _("count ratings, with response rate, interval and formula"))
    one.add_argument("--by", dest="grouping", choices=RATED_BY, default="window", help=_("groups"))
    one.add_argument(
        "--from", dest="first", metavar="DATE", type=plain_text.day, help=_("first day; without it 1 January")
    )
    one.add_argument("--to", dest="last", metavar="DATE", type=plain_text.day, help=_("last day; without it today"))
    json(one)


def _rectifying(deeds: Commands) -> None:
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
