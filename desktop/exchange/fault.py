"""What is wrong with a file somebody handed in: one fault per cell, all of them, never only the first."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault. `row` is the number a spreadsheet program shows, 0 for the whole sheet; `value` is what stood there.

    `code` and `facts` say what would be right (worded by `wording.right`). A warning does not stop an import.
    """

    sheet: str
    row: int
    column: str
    value: str
    code: str
    facts: dict[str, str] = field(default_factory=dict)
    is_warning: bool = False


def errors(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Return the faults that stop an import."""
    return tuple(fault for fault in faults if not fault.is_warning)
