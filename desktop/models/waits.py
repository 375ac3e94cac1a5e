"""How long somebody who typed wrong PINs has to wait: kept outside the book, so that it lasts over a restart."""

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desktop import paths
from desktop.models.clock import Clock
from desktop.models.disk import write_whole

FREE = 3
"""Wrong PINs without a wait; everybody mistypes."""
_FIRST, _LONGEST = 5, 300
"""Seconds; each further wrong PIN doubles the wait."""

_CLOCK = Clock()


class Waits:
    """The waits at one book, by whoever is to be admitted. A folder that cannot be written waits for nobody."""

    def __init__(self, book_id: str, clock: Clock = _CLOCK) -> None:
        """Take the book's id; the clock is this computer's own, never one that a practice book stands at."""
        self._file: Path = paths.data() / "waits" / f"{book_id}.json"
        self._clock = clock

    def left(self, who: str) -> int:
        """Return the seconds still to wait, 0 for none."""
        count, until = self._read().get(who, (0, self._clock.now()))
        if count <= FREE:
            return 0
        # A clock that was set back would otherwise make somebody wait for days.
        return max(0, min(_LONGEST, int((until - self._clock.now()).total_seconds() + 0.999)))

    def fail(self, who: str) -> int:
        """Count a wrong PIN and return the seconds to wait from now on."""
        told = self._read()
        count = told.get(who, (0, None))[0] + 1
        seconds = 0 if count <= FREE else min(_LONGEST, _FIRST << min(count - FREE - 1, 8))
        self._write({**told, who: (count, self._clock.now() + timedelta(seconds=seconds))})
        return seconds

    def forget(self, who: str) -> None:
        """Forget the wrong PINs of somebody who knew the right one."""
        told = self._read()
        if told.pop(who, None) is not None:
            self._write(told)

    def _read(self) -> dict[str, tuple[int, datetime]]:
        try:
            told = json.loads(self._file.read_text(encoding="utf-8"))
            return {str(who): (int(count), _instant(until)) for who, (count, until) in told.items()}
        except (OSError, ValueError, TypeError, AttributeError):
            return {}

    def _write(self, told: dict[str, tuple[int, datetime]]) -> None:
        with suppress(OSError):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            written = json.dumps({who: (n, until.isoformat()) for who, (n, until) in told.items()})
            write_whole(self._file, written.encode())


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)
