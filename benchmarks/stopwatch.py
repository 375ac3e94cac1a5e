"""What benchmarks have in common: timing a deed, the program of Qt, and the table with its verdicts."""

import json
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # not every benchmark has a screen
    from PySide6.QtWidgets import QApplication


def milliseconds(deed: Callable[[], object]) -> float:
    """Return the time of one call."""
    begun = time.perf_counter()
    deed()
    return (time.perf_counter() - begun) * 1000


def percentile(times: Sequence[float], part: float) -> float:
    """Return the time that this part of all stay below, 0.95 for nineteen of twenty."""
    return sorted(times)[min(len(times) - 1, int(len(times) * part))]


def program() -> "QApplication":
    """Return the program of Qt in the light look. Keep it as long as there are windows."""
    from desktop.app.process import qt
    from desktop.views import theme

    made = qt()
    theme.current().wear("light")
    return made


def told(found: Mapping[str, float], bars: Mapping[str, float], file: Path | None, counts: Sequence[str] = ()) -> bool:
    """Print the figures with their bars, write them to a file where one is named, and return whether all bars hold.

    Figures are milliseconds but for those named as counts.
    """
    for name, value in found.items():
        bar = bars.get(name)
        verdict = "" if bar is None else f"  bar {bar}  {'ok' if value <= bar else 'OVER'}"
        sys.stdout.write(f"{name:14} {value:8.1f}{'' if name in counts else ' ms'}{verdict}\n")
    if file is not None:
        file.write_text(json.dumps(dict(found), indent=1), encoding="utf-8")
    return all(found[name] <= bar for name, bar in bars.items())
