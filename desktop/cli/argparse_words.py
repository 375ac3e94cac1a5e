"""The words of argparse itself, in the language in use.

argparse looks its messages up through the names `_` and `ngettext` of its own module, bound to a gettext domain that
an application cannot set without files of its own; so those two names are pointed at the program's catalogue.
"""

import argparse

from desktop import i18n
from desktop.i18n import mark

MESSAGES = (
    mark("usage: "),
    mark("%(prog)s: error: %(message)s\n"),
    mark("options"),
    mark("positional arguments"),
    mark("show this help message and exit"),
    mark("the following arguments are required: %s"),
    mark("unrecognized arguments: %s"),
    mark("argument %(argument_name)s: %(message)s"),
    mark("invalid choice: %(value)r (choose from %(choices)s)"),
    mark("expected one argument"),
    mark("expected at least one argument"),
    mark("expected %s argument"),
    mark("expected %s arguments"),
    mark("not allowed with argument %s"),
    mark("one of the arguments %s is required"),
    mark("ignored explicit argument %r"),
)


def _plural(one: str, many: str, count: int) -> str:
    return i18n._(one if count == 1 else many)


def speak() -> None:
    """Let argparse speak the language in use from now on."""
    vars(argparse).update(_=i18n._, ngettext=_plural)
