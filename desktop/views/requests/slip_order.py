"""A slip to be put on paper, and putting it there. Runs in a job; knows nothing of widgets."""

from dataclasses import dataclass
from pathlib import Path

from desktop import i18n
from desktop.i18n import _, mark
from desktop.models.book import Book
from desktop.views.worker import Step

A4, A6 = "A4", "A6"
TITLES = {
    "receipt": mark("Receipt"),
    "missing_papers": mark("One-time notice of missing papers"),
    "transfer": mark("Transfer slip"),
    "refusal": mark("Notice of non-acceptance"),
    "special": mark("Notice of a special procedure"),
    "extension": mark("Notice of extension"),
}
"""What the kinds of slips are called."""


@dataclass(frozen=True, slots=True)
class SlipOrder:
    """A slip to be made: id of the request, kind, paper, language."""

    request: str
    kind: str
    paper: str
    language: str


@dataclass(frozen=True, slots=True)
class SlipMade:
    """A PDF that was made: its file, its name without any citizen's word, its pages, characters without a glyph."""

    order: SlipOrder
    path: Path
    sizes: tuple[tuple[float, float], ...]
    missing: str


def kinds_of(book: Book, request: str) -> tuple[str, ...]:
    """Return what can be printed for a request, none for an unknown one."""
    from desktop.counter.slips import slip_kinds

    row = book.request(request)
    return tuple(str(one) for one in slip_kinds(row)) if row is not None else ()


def can_be_small(kind: str) -> bool:
    """Say whether a kind is printed on A6 too."""
    from desktop.counter.slips import SMALL

    return kind in SMALL


def make(order: SlipOrder, book: Book, folder: Path, step: Step) -> SlipMade:
    """Write the slip as PDF into a folder. Raises the refusals of the book and of the reports."""
    # Imported here: the setter of paper is heavy and is not to slow the start of the window.
    from desktop.counter import slips
    from desktop.counter.slips import SlipKind
    from desktop.reports.preview import Preview

    step.tell(0.1)
    number = order.request.rpartition("-")[0] or order.request
    path = folder / f"{number}-{order.kind}-{order.paper}-{order.language}.pdf"
    with i18n.speaking(order.language):
        written = slips.write(book, order.request, SlipKind(order.kind), path, small=order.paper == A6)
    step.tell(0.8)
    preview = Preview(path)
    try:
        sizes = tuple(preview.size(page) for page in range(preview.pages))
    finally:
        preview.close()
    return SlipMade(order, path, sizes, written.missing)


def title(kind: str) -> str:
    """Return what a kind is called, in the language in use."""
    return _(TITLES[kind])
