"""What a form of a request offers to choose from, read when the form opens. No Qt."""

import json
from collections.abc import Mapping, Sequence

from desktop import texts
from desktop.models.board import Board
from desktop.models.book import Book
from desktop.models.catalogue import ServiceAction
from desktop.models.desk import Desk
from desktop.models.officers import Officers
from desktop.models.requests import RequestRow
from desktop.search import pronouncing
from desktop.views.requests.move_form import Offered
from desktop.views.requests.reading import alike
from desktop.views.requests.ways import Ask, Asked


def offered(book: Book, board: Board, desk: Desk, asked: Asked, rows: Sequence[RequestRow]) -> Offered:
    """Return what the form of a deed on some requests offers; nothing is read that it does not ask for."""
    asks, first = frozenset(asked.fields), rows[0]
    people = asks & {Ask.HANDLER, Ask.ASSIGNEE, Ask.APPROVAL}
    return Offered(
        units=[texts.title(one) for one in board.catalogue.units.values()] if Ask.TARGET in asks else (),
        people=_people(book, desk) if people else (),
        requests=alike(book, first, rows) if Ask.INTO in asks else (),
        matters=_matters(board, first) if Ask.PARTS in asks else (),
        readings=_readings(book) if Ask.PARTS in asks else {},
        window=first.window,
        officer=desk.officer,
    )


def _people(book: Book, desk: Desk) -> list[str]:
    known = [one.name for one in Officers(book).all()]
    return list(dict.fromkeys(filter(None, (desk.officer, *known, *book.officers()))))


def _matters(board: Board, row: RequestRow) -> list[ServiceAction]:
    window = board.catalogue.windows.get(row.window)
    return [one for one in board.catalogue.actions.values() if window is not None and window.kind in one.kinds]


def _readings(book: Book) -> Mapping[str, str]:
    """Return how titles are spoken, as far as the palette has found out."""
    try:
        found = json.loads(book.kept("palette", f"readings-{pronouncing.FORM}") or "{}")
    except ValueError:
        return {}
    return {str(name): str(said) for name, said in found.items()} if isinstance(found, dict) else {}
