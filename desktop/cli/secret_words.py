"""Where the command line gets a PIN or a recovery key: a file, the environment, a terminal; never an argument.

Arguments stand in the list of processes and in the history of the shell, for everybody to read.
"""

import getpass
import os
import sys
from pathlib import Path

from desktop.models.refusals import InputRefused

VARIABLE = "BIANMIN_PIN"
_LONGEST = 4096


def given(file: Path | None) -> str:
    """Return the first line of a file, else what the environment holds, empty for neither.

    Raises InputRefused `no_such_file` (name).
    """
    if file is None:
        return os.environ.get(VARIABLE, "")
    try:
        with file.open(encoding="utf-8-sig") as words:
            return words.readline(_LONGEST).strip()
    except (OSError, ValueError) as error:
        raise InputRefused("no_such_file", name=str(file)) from error


def can_ask() -> bool:
    """Tell whether somebody sits at a terminal."""
    return sys.stdin.isatty()


def ask(question: str) -> str:
    """Ask at the terminal without showing what is typed."""
    return getpass.getpass(question + " ")
