"""What is to be put on paper, and putting it there. Runs in a job; knows nothing of widgets."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from desktop import i18n
from desktop.i18n import _
from desktop.models.book import Book
from desktop.views.worker import Step


class Sheet(StrEnum):
    """The kinds of sheets."""

    WINDOW = "window"
    IMPLEMENTATION = "implementation"
    SATISFACTION = "satisfaction"
    RATING_FORM = "rating_form"


@dataclass(frozen=True, slots=True)
class Order:
    """A sheet to be made: `window` is one window's id, or empty for all; `as_of` None for today.

    `first` and `by` are for satisfaction: the first day that is counted, and what is grouped by.
    """

    sheet: Sheet
    window: str
    as_of: date | None
    language: str
    first: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """A PDF that was made: its file, how it is to be called, pages, characters without a glyph, open rows."""

    order: Order
    path: Path
    name: str
    sizes: tuple[tuple[float, float], ...]
    missing: str
    unreported: int


def make(order: Order, book: Book, folder: Path, step: Step) -> Made:
    """Write the ordered sheet as PDF into a folder. Raises the refusals of the book and of the reports."""
    step.tell(0.05)
    with i18n.speaking(order.language):
        path, missing, unreported = _write(order, book, folder, step)
    step.tell(0.9)
    return Made(order, path, path.name, _sizes(path), missing, unreported)


def _write(order: Order, book: Book, folder: Path, step: Step) -> tuple[Path, str, int]:
    # Imported here: the setter of paper is heavy and is not to slow the start of the window.
    from desktop.reports import facts, implementation, window_sheet

    day = (order.as_of or book.clock.today()).isoformat()
    if order.sheet is Sheet.IMPLEMENTATION:
        told = facts.implementation(book, as_of=order.as_of)
        step.tell(0.3)
        path = folder / f"{_stem(order)}-{book.unit}-{day}.pdf"
        return path, implementation.write(told, path).missing, 0
    if order.sheet in (Sheet.SATISFACTION, Sheet.RATING_FORM):
        return _write_on_ratings(order, book, folder)
    windows = [order.window] if order.window else None
    sheets = facts.sheets(book, windows, as_of=order.as_of)
    step.tell(0.3)
    path = folder / f"{_stem(order)}-{order.window or book.unit}-{day}.pdf"
    unreported = sum(window.unreported for window in sheets.windows)
    return path, window_sheet.write(sheets, path).missing, unreported


def _write_on_ratings(order: Order, book: Book, folder: Path) -> tuple[Path, str, int]:
    from desktop.reports import rating_facts, rating_form, satisfaction_sheet

    day = order.as_of or book.clock.today()
    path = folder / f"{_stem(order)}-{order.window or book.unit}-{day.isoformat()}.pdf"
    if order.sheet is Sheet.RATING_FORM:
        return path, rating_form.write(rating_facts.form(book, order.window), path).missing, 0
    first = order.first or day.replace(month=1, day=1)
    told = rating_facts.satisfaction(book, min(first, day), day, order.by or "unit")
    return path, satisfaction_sheet.write(told, path).missing, 0


def _stem(order: Order) -> str:
    names = {
        Sheet.WINDOW: _("Progress sheet"), Sheet.IMPLEMENTATION: _("Implementation report"),
        Sheet.SATISFACTION: _("Satisfaction sheet"), Sheet.RATING_FORM: _("Rating form"),
    }  # fmt: skip
    return names[order.sheet].replace(" ", "-")


def _sizes(path: Path) -> tuple[tuple[float, float], ...]:
    from desktop.reports.preview import Preview

    preview = Preview(path)
    try:
        return tuple(preview.size(page) for page in range(preview.pages))
    finally:
        preview.close()
