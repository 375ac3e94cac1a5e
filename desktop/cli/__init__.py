"""The command line: every deed and every reading of the program, for scripts and for tests from outside. No Qt.

Exit codes: 0, 1 (refused: one sentence on standard error, nothing changed), 2 (usage).
"""

from desktop.cli.running import main

__all__ = ["main"]
