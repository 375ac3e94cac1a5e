"""Citizens on the screen are masked before a screen gets them."""

from contextlib import closing
from pathlib import Path

from desktop.models.contacts import Contact
from desktop.models.private_rows import Private
from tests import counter


def test_a_contact_comes_masked_and_only_where_there_is_one(tmp_path: Path) -> None:
    with closing(counter.station(tmp_path / "s.book")) as book:
        named = counter.add(book, words=Private("欧阳文清", "13812341234", "123X", "请打 13812341234 找我"))
        nameless = counter.add(book)
        found = book.contacts([named, nameless])
    assert found == {named: Contact("欧阳**", "138****1234", "请打 138****1234 找我")}
