from dataclasses import replace
from datetime import date
from pathlib import Path

from desktop.models.born import action_ids
from desktop.models.edition import entries_of
from tests import books


def test_ids_of_withdrawn_actions_stay_known(tmp_path: Path) -> None:
    book = books.make(tmp_path / "b.book")
    first = books.source()
    rows = [{**first.sheets["actions"][0], "code": "B1", "id": "B1"}]
    day = date(2026, 8, 15)
    later = replace(first, version="test-2", compiled=day, from_day=day, sheets={**first.sheets, "actions": rows})
    book.merge(entries_of(later), "catalogue")
    assert tuple(book.catalogue().actions) == ("B1",)
    assert action_ids(book) == {"A01", "A02", "A03", "B1"}
    assert action_ids(book, but="test-2") == {"A01", "A02", "A03"}
