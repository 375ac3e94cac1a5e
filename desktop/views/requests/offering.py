"""What a form of a request offers to choose from, read when the form opens. No Qt."""

from collections.abc import Sequence

from desktop import texts
from desktop.models.board import Board
from desktop.models.book import Book
from desktop.models.desk import Desk
from desktop.models.officers import Officers
from desktop.models.requests import RequestRow
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
        catalogue=board.catalogue if Ask.PARTS in asks else None,
        window=first.window,
        officer=desk.officer,
    )


def _people(book: Book, desk: Desk) -> list[str]:
    known = [one.name for one in Officers(book).all()]
    return list(dict.fromkeys(filter(None, (desk.officer, *known, *book.officers()))))
