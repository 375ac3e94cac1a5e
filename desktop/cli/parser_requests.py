"""The grammar of `bianmin request …`."""

import argparse
from pathlib import Path

from desktop.cli import values
from desktop.cli.grammar import Commands, Formatter, add, json, reason
from desktop.i18n import _
from desktop.models import plain_text

LONGEST_LIST = 200


def requests(commands: Commands) -> None:
    """Add the commands on requests."""
    one = add(commands, "request", _("requests at the counter: register, list, show, move, call back"))
    deeds = one.add_subparsers(dest="deed", metavar="DEED", required=True, title=_("commands"))
    for part in (_register, _read, _move, _rate, _kin, _slip):
        part(deeds)
    one.formatter_class = Formatter


def _request(one: argparse.ArgumentParser, *, many: bool = False) -> None:
    told = _("a request, by its number or its id, such as W101-20260930-AB007")
    if many:
        one.add_argument("requests", nargs="+", metavar="N", help=told)
    else:
        one.add_argument("request", metavar="N", help=told)


def _register(deeds: Commands) -> None:
    one = add(deeds, "add", _("register a request and give it a number"))
    one.add_argument("commitment", metavar="C", help=_("what is asked for where, written action@window"))
    one.add_argument("--channel", metavar="CHANNEL", default="counter", help=_("how it came in"))
    one.add_argument("--applicant", metavar="KIND", default="person", help=_("person or firm"))
    one.add_argument("--follows", metavar="N", default="", help=_("the request that it takes up again"))
    one.add_argument("--token", metavar="TOKEN", default="", help=_("any word: a second request with it is not made"))
    for name, told in (
        ("name", _("name of the applicant; kept in the private file only")),
        ("phone", _("telephone of the applicant; kept in the private file only")),
        ("last4", _("last four of the identity number; kept in the private file only")),
        ("text", _("what was said, `-` reads it; kept in the private file only")),
    ):
        one.add_argument(f"--{name}", metavar=name.upper(), default="", help=told)
    json(one)


def _read(deeds: Commands) -> None:
    one = add(deeds, "list", _("list requests, the newest first"))
    for name, told in (
        ("unit", _("only this unit and those below it")),
        ("window", _("only this window")),
        ("status", _("only this state")),
        ("action", _("only this action")),
        ("handler", _("only what this person handles")),
        ("text", _("only where number, matter or the citizen's words hold this text")),
    ):
        one.add_argument(f"--{name}", metavar=name.upper(), default="", help=told)
    for name, told in (
        ("since", _("registered on this day or later")),
        ("until", _("registered on this day or before")),
        ("due-before", _("due before this day")),
    ):
        one.add_argument(f"--{name}", metavar="DATE", type=plain_text.day, help=told)
    one.add_argument("--by-due", action="store_true", help=_("what is due first at the top"))
    one.add_argument("--merged", action="store_true", help=_("also those that were merged into others"))
    one.add_argument("--limit", metavar="N", type=values.number, default=LONGEST_LIST, help=_("how many at most"))
    json(one)
    one = add(deeds, "show", _("show one request, its story, and the moves that are open to it"))
    _request(one)
    json(one)
    one = add(deeds, "unmask", _("show what the citizen said unmasked; the journal keeps who looked, and why"))
    _request(one)
    reason(one)
    json(one)
    one = add(deeds, "waiting", _("list what is due, overdue, to be called back, or returned to who acts"))
    json(one)


def _move(deeds: Commands) -> None:
    one = add(deeds, "move", _("move a request by one of the moves of `request_transitions.csv`"))
    _request(one)
    one.add_argument("status", metavar="STATUS", help=_("the new state: its code or its name"))
    for name, told in (
        ("note", _("what was done")),
        ("notice", _("what the applicant was told in writing")),
        ("target", _("the office to which it is passed on")),
        ("handler", _("who handles it")),
        ("result", _("granted, refused, answered or handled; after a correction corrected, explained or unfounded")),
        ("approval", _("who approved the extension")),
        ("assignee", _("who has to put it right")),
        ("answer", _("what was said on the telephone: satisfied, neutral, dissatisfied or nobody")),
    ):
        one.add_argument(f"--{name}", metavar=name.upper(), default="", help=told)
    one.add_argument("--extend", metavar="LIMIT", default="", help=_("by how much, such as `10 workday`"))
    one.add_argument("--level", metavar="N", type=values.number, help=_("level of satisfaction, 1 to 5"))
    told = _("a reason code of this level")
    one.add_argument("--rating-reason", metavar="CODE", action="append", default=[], help=told)
    one.add_argument("--way", metavar="WAY", default="call_back", help=_("how the rating came: counter, call_back …"))
    one.add_argument("--due", metavar="DATE", type=plain_text.day, help=_("the day by which it has to be put right"))
    reason(one)
    json(one)
    one = add(deeds, "call-back", _("write down a call to the applicant of a completed request"))
    _request(one)
    one.add_argument("--answer", metavar="ANSWER", default="nobody", help=_("satisfied, neutral, dissatisfied, nobody"))
    one.add_argument("--note", metavar="TEXT", default="", help=_("a note"))
    json(one)


def _rate(deeds: Commands) -> None:
    one = add(deeds, "rate", _("write down a rating that an applicant gave by name, with consent"))
    _request(one)
    one.add_argument("level", metavar="LEVEL", type=values.number, help=_("level of satisfaction, 1 to 5"))
    told = _("a reason code of this level")
    one.add_argument("--rating-reason", metavar="CODE", action="append", default=[], help=told)
    one.add_argument("--way", metavar="WAY", default="call_back", help=_("how the rating came: counter, call_back …"))
    told = _("the applicant agreed that the rating is kept with the request")
    one.add_argument("--consent", action="store_true", required=True, help=told)
    json(one)


def _kin(deeds: Commands) -> None:
    one = add(deeds, "reopen", _("take an ended request up again as a new one"))
    _request(one)
    reason(one)
    json(one)
    one = add(deeds, "split", _("take further matters out of a request, each with a number of its own"))
    _request(one)
    one.add_argument("parts", nargs="+", metavar="C", help=_("a further matter, written action@window"))
    reason(one)
    json(one)
    one = add(deeds, "merge", _("say that requests are the same as another; they leave the counts"))
    _request(one, many=True)
    one.add_argument("--into", metavar="N", required=True, help=_("the request that goes on"))
    reason(one)
    json(one)
    one = add(deeds, "settle", _("settle a dispute: keep the state, or choose one that was overruled unseen"))
    _request(one)
    one.add_argument("--choose", metavar="STATUS", help=_("the state to choose; without it the present one stays"))
    reason(one)
    json(one)


def _slip(deeds: Commands) -> None:
    one = add(deeds, "slip", _("write a receipt or a notice of a request as PDF, the citizen masked"))
    _request(one)
    kinds = "receipt, missing-papers, transfer, refusal, special, extension"
    told = _("which slip: {kinds}; without it the one that its state calls for").format(kinds=kinds)
    one.add_argument("--kind", metavar="KIND", default="", help=told)
    one.add_argument("--small", action="store_true", help=_("the receipt on A6"))
    one.add_argument("--out", metavar="FILE", type=Path, required=True, help=_("the PDF to write"))


def purge(commands: Commands) -> None:
    """Add the command that deletes citizens' data."""
    one = add(
        commands, "purge", _("delete citizens' data of requests that have ended, for good; without --yes it counts")
    )
    one.add_argument("--before", metavar="DATE", type=plain_text.day, help=_("ended before this day; else by the rule"))
    reason(one)
    one.add_argument("--report", metavar="FILE.pdf", type=Path, help=_("where to write the report to be signed"))
    one.add_argument("--yes", action="store_true", help=_("delete; nothing brings it back"))
    one.add_argument("--finish", action="store_true", help=_("go on with a purge that was interrupted"))
    json(one)
