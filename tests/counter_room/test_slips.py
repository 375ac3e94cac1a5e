"""Slips filled from a real book: what stands on them, that nobody can be read off them, and which there are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop import i18n
from desktop.commands.requests_effects import Said
from desktop.commands.requests_moves import MoveRequest
from desktop.counter import slips
from desktop.counter.slips import SlipKind
from desktop.models.book import Book
from desktop.models.private_rows import Private
from desktop.models.refusals import RuleBroken
from desktop.models.request_rules import RequestStatus
from tests import counter
from tests.books import CHIEF, CLERK

WHO = Private("欧阳建国", "13812345678", "002X", "户口本丢失，请补办，电话13998765432")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """A station's book, shared: every test makes a request of its own."""
    i18n.use("zh")
    made = counter.station(tmp_path_factory.mktemp("slips") / "b.bianmin")
    yield made
    made.close()


def text(path: Path) -> str:
    return "".join("".join(page.extract_text() for page in PdfReader(path).pages).split())


def taken(book: Book, *ways: RequestStatus) -> str:
    key = counter.add(book, words=WHO)
    for to in ways:
        counter.move(book, key, to)
    return key


@pytest.mark.parametrize("status", RequestStatus)
def test_every_state_has_a_receipt_and_the_slip_that_it_calls_for_stands_first(
    book: Book, status: RequestStatus
) -> None:
    row = book.request(counter.at(book, status))
    assert row is not None
    found = slips.slip_kinds(row)
    assert SlipKind.RECEIPT in found
    called = {
        RequestStatus.SUPPLEMENT: SlipKind.MISSING_PAPERS, RequestStatus.TRANSFERRED: SlipKind.TRANSFER,
        RequestStatus.REJECTED: SlipKind.REFUSAL, RequestStatus.SPECIAL: SlipKind.SPECIAL,
        RequestStatus.EXTENDED: SlipKind.EXTENSION,
    }  # fmt: skip
    assert found[0] is called.get(status, SlipKind.RECEIPT)


def test_nobody_can_be_read_off_any_slip(book: Book, tmp_path: Path) -> None:
    ways = {
        (RequestStatus.SUPPLEMENT,), (RequestStatus.TRANSFERRED,), (RequestStatus.REJECTED,),
        (RequestStatus.ACCEPTED, RequestStatus.PROCESSING, RequestStatus.EXTENDED, RequestStatus.SPECIAL),
    }  # fmt: skip
    seen = set()
    for way in ways:
        key = taken(book, *way)
        row = book.request(key)
        assert row is not None
        for kind in slips.slip_kinds(row):
            slips.write(book, key, kind, tmp_path / "x.pdf")
            told = text(tmp_path / "x.pdf")
            assert row.number in told
            assert "欧阳**" in told
            assert not [word for word in (WHO.name, WHO.phone, WHO.id_last4, "丢失", "13998765432") if word in told]
            seen.add(kind)
    assert seen == set(SlipKind)


def test_a_receipt_is_one_of_registration_until_the_request_is_accepted(book: Book, tmp_path: Path) -> None:
    key = taken(book)
    slips.write(book, key, SlipKind.RECEIPT, tmp_path / "a.pdf", small=True)
    assert "登记回执" in text(tmp_path / "a.pdf")
    assert "承诺办结" not in text(tmp_path / "a.pdf")
    counter.move(book, key, RequestStatus.ACCEPTED)
    slips.write(book, key, SlipKind.RECEIPT, tmp_path / "b.pdf", small=True)
    told = text(tmp_path / "b.pdf")
    assert "受理回执" in told
    assert "受理，次日起算" in told
    assert "承诺10个工作日" in told
    assert "法定20个工作日" in told


def test_the_papers_of_a_notice_are_a_list(book: Book, tmp_path: Path) -> None:
    key = taken(book)
    notice = "1、居民户口簿原件\n2. 近期照片；委托书"
    book.do(MoveRequest((key,), RequestStatus.SUPPLEMENT, Said(notice=notice)), CLERK)
    slips.write(book, key, SlipKind.MISSING_PAPERS, tmp_path / "x.pdf")
    told = text(tmp_path / "x.pdf")
    assert "1.居民户口簿原件" in told
    assert "2.近期照片" in told
    assert "3.委托书" in told


def test_an_extension_tells_the_day_before_and_the_day_after(book: Book, tmp_path: Path) -> None:
    key = taken(book, RequestStatus.ACCEPTED, RequestStatus.PROCESSING)
    said = Said(notice="已书面告知", reason="案情复杂", approval="所长 李强", extension=(5, "workday"))
    book.do(MoveRequest((key,), RequestStatus.EXTENDED, said), CHIEF)
    slips.write(book, key, SlipKind.EXTENSION, tmp_path / "x.pdf")
    told = text(tmp_path / "x.pdf")
    for part in ("2026年9月15日", "2026年9月21日", "所长李强", "案情复杂"):
        assert part in told


def test_a_transfer_goes_to_the_unit_by_its_name_and_says_why(book: Book, tmp_path: Path) -> None:
    key = taken(book)
    book.do(MoveRequest((key,), RequestStatus.TRANSFERRED, Said(target="二所", reason="属二所辖区")), CLERK)
    slips.write(book, key, SlipKind.TRANSFER, tmp_path / "x.pdf")
    told = text(tmp_path / "x.pdf")
    assert "二所" in told
    assert "属二所辖区" in told


def test_a_move_that_was_taken_back_has_no_slip(book: Book, tmp_path: Path) -> None:
    key = taken(book, RequestStatus.REJECTED)
    book.undo(CHIEF, reason="点错了")
    with pytest.raises(RuleBroken) as refused:
        slips.write(book, key, SlipKind.REFUSAL, tmp_path / "x.pdf")
    assert refused.value.code == "no_slip"
    assert not (tmp_path / "x.pdf").exists()


def test_an_unknown_number_is_refused(book: Book, tmp_path: Path) -> None:
    with pytest.raises(RuleBroken) as refused:
        slips.write(book, "W1-20260901-ZZ001", SlipKind.RECEIPT, tmp_path / "x.pdf")
    assert refused.value.code == "unknown_request"
