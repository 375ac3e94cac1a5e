"""What every part of the command line's grammar uses: commands with help that has room for Chinese, common options."""

import argparse
from typing import TypeAlias

from desktop.i18n import _

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001 - the type has no public name


class Formatter(argparse.HelpFormatter):
    """Help with room for Chinese names of columns."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32)


def add(commands: Commands, name: str, told: str) -> argparse.ArgumentParser:
    """Add a command with one line of help."""
    return commands.add_parser(name, help=told, description=told, formatter_class=Formatter, allow_abbrev=False)


def json(one: argparse.ArgumentParser) -> None:
    """Let a command answer in JSON."""
    one.add_argument("--json", action="store_true", help=_("answer in JSON"))


def reason(one: argparse.ArgumentParser) -> None:
    """Let a command take a reason."""
    one.add_argument("--reason", metavar="TEXT", default="", help=_("the reason"))
