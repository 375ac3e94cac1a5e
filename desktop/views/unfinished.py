"""A form that is not done yet, as a value: what it is for and what is filled in, to be kept and opened again. No Qt."""

import json
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Filled:
    """What a form is to hold already when it opens."""

    note: str = ""
    reason: str = ""
    officer: str = ""
    due_on: date | None = None
    on_day: date | None = None
    files: tuple[Path, ...] = ()


NOTHING = Filled()


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A form as it stood: the deed, its commitments by the state to which they go, and what was filled in."""

    deed: str
    commitments: tuple[str, ...]
    to: dict[str, tuple[str, ...]] = field(default_factory=dict)
    filled: Filled = field(default_factory=Filled)

    def written(self) -> str:
        """Return it as text."""
        one = self.filled
        return json.dumps(
            {
                "deed": self.deed, "commitments": self.commitments, "to": self.to, "note": one.note,
                "reason": one.reason, "officer": one.officer, "due_on": _day(one.due_on), "on_day": _day(one.on_day),
                "files": [str(path) for path in one.files],
            },
            ensure_ascii=False,
        )  # fmt: skip


def read(text: str | None) -> Unfinished | None:
    """Return the form of a text, None where there is none or a newer program wrote it otherwise."""
    try:
        told = json.loads(text or "")
        filled = Filled(
            told["note"], told["reason"], told["officer"], _date(told["due_on"]), _date(told["on_day"]),
            tuple(Path(one) for one in told["files"]),
        )  # fmt: skip
        to = {state: tuple(keys) for state, keys in told["to"].items()}
        return Unfinished(told["deed"], tuple(told["commitments"]), to, filled)
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _date(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
