from pathlib import Path

from desktop.commands.progress import SetOfficer
from tests.books import CLERK, Hands, make


def test_officers_and_what_they_hold_are_those_of_the_day_looked_at(tmp_path: Path) -> None:
    hands = Hands()
    book = make(tmp_path / "a.book", hands=hands)
    book.do(SetOfficer(("A01@W1", "A02@W1"), "王芳"), CLERK)
    then = book.clock.today()
    hands.go(days=2)
    book.do(SetOfficer(("A02@W1",), "李强"), CLERK)
    assert book.officers() == ["李强", "王芳"]
    assert book.held_by("王芳") == {"A01@W1"}
    assert book.officers(then) == ["王芳"]
    assert book.held_by("王芳", then) == {"A01@W1", "A02@W1"}
    assert book.held_by("nobody") == frozenset()
    book.close()
