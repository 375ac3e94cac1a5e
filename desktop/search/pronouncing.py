"""Readings of Chinese names, told by pypinyin in a process of its own.

Its tables take fifty megabytes and half a second of one core, for names that hardly ever change: the process ends and
gives the memory back, the screen never stops, and who asks keeps the answer.
"""

import logging
import multiprocessing
from collections.abc import Iterable, Sequence
from multiprocessing.connection import Connection

FORM = 1
"""Another number makes kept readings worthless."""
_SECONDS = 60
_READINGS = 3
"""Readings of a character taken at most, the usual ones first: the others are of old books."""
_NONE = "-"
"""Stands for a character without a reading."""

_log = logging.getLogger("bianmin.search")


def pronounced(names: Sequence[str]) -> dict[str, str]:
    """Return for each name as `spelling.sounding` gives it one reading a character, parted by blanks: `yi ci xing`.

    Where a phrase decides there is one (`yin hang`), elsewhere the usual ones, parted by a stroke (`chong/zhong`).
    Without tones, ü as v. Takes about a second. Empty when the process could not be had: names are then found as they
    are written.
    """
    if not names:
        return {}
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    child = context.Process(target=_answer, args=(list(names), there), daemon=True)
    try:
        child.start()
        there.close()
        return here.recv() if here.poll(_SECONDS) else {}
    except (OSError, EOFError):
        _log.warning("readings could not be told", exc_info=True)
        return {}
    finally:
        if child.pid is not None:
            child.kill()
            child.join()
        here.close()


def _answer(names: list[str], there: "Connection[dict[str, str], object]") -> None:
    """Answer from the process of its own."""
    there.send(readings(names))
    there.close()


def readings(names: Iterable[str]) -> dict[str, str]:
    """Return the same as `pronounced`, with pypinyin loaded into this process."""
    from pypinyin import Style, pinyin

    def of_run(run: str) -> list[str]:
        said: list[str] = []
        for ways in pinyin(run, style=Style.NORMAL, heteronym=True):
            # what has no reading comes back as it is, several characters at once
            said += ["/".join(ways[:_READINGS])] if ways[0].isascii() else [_NONE] * len(ways[0])
        return said

    return {name: " ".join(way for run in name.split() for way in of_run(run)) for name in names}
