"""No citizen is in any file but the private one, and after a purge in none at all: every byte that was written."""

import logging
import multiprocessing
import os
import signal
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desktop import cli, log
from desktop.commands.progress import AddNote
from desktop.commands.requests import RegisterRequest
from desktop.commands.requests_kinship import MergeRequests, SplitRequest
from desktop.commands.unmasking import unmask
from desktop.counter import purging, slips
from desktop.exchange import spreadsheet
from desktop.models import entry_draft, registering
from desktop.models import purging as rules
from desktop.models.book import Book
from desktop.models.clock import Clock
from desktop.models.entry_draft import EntryDraft
from desktop.models.private_key import private_key
from desktop.models.private_rows import Private
from desktop.models.refusals import Refusal
from desktop.models.request_rules import RequestStatus
from desktop.models.requests import RequestFilter
from tests import counter, leaks
from tests.books import CHIEF, CLERK, START, Hands, make, own

ENDED = (
    Private("司马钰琛", "13911112222", "731X", "鸡冠山七号院漏缴采暖补贴无人答复"),
    Private("欧阳璟雯", "13733334444", "4826", "紫藤苑底商违建挡住消防通道半年有余"),
    Private("慕容砚秋", "0317-6728899", "", "银杏里三轮车丢失报案回执找不到了"),
)
BACK = Private("赫连翊宁", "15955556666", "1187", "取消登记的一件窗口打印机坏了改天来")
CRASHED = Private("尉迟望舒", "18877778888", "5561", "登记中途断电蓝鲸号船员证换发")
DRAFTED = Private("东方既白", "17799990000", "2093", "表格未登记完临时搁置的海棠路门牌")
GOES_ON = Private("皇甫嵩岳", "13622223333", "6640", "还在办的一件梧桐湾通行证延期")
GONE = (*ENDED, BACK, CRASHED, DRAFTED)
DAY = date(2026, 11, 1)
KEY = bytes(range(32))


@pytest.fixture
def place(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Give a folder for everything; the log is on, and temporary files are made in it too."""
    (tmp_path / "temp").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "temp"))
    log.start(debug=True)
    yield tmp_path
    log.stop()


def killed_in_the_middle(path: Path) -> None:
    book = Book.open(path, clock=Clock(Hands(START)))

    def put_and_die(drafts: object) -> None:
        assert isinstance(drafts, list)
        book.private.put({drafts[0].changes[0].record: CRASHED})
        os.kill(os.getpid(), signal.SIGKILL)

    book.do(RegisterRequest("A01", "W1"), CLERK, put_and_die)


def killed(path: Path) -> None:
    """Have a process die between a citizen's words and their line."""
    child = multiprocessing.get_context("spawn").Process(target=killed_in_the_middle, args=(path,))
    child.start()
    child.join()
    assert child.exitcode == -signal.SIGKILL


def worked(book: Book, place: Path) -> None:
    """Do whatever is done with requests, by every way that writes a file."""
    keys = [counter.add(book, words=one) for one in ENDED]
    counter.add(book, words=GOES_ON)
    counter.add(book, words=BACK)
    book.undo(CLERK)
    entry_draft.keep(book, EntryDraft("A01", "W1", words=DRAFTED))
    for one in GONE[:3]:
        assert book.requests(RequestFilter(text=one.text[:4])).rows
        book.do(AddNote(("A01@W1",), "办理办件"), CLERK)
    unmask(book, keys[0], "电话联系补正材料", CLERK)
    for reason in (f"联系{ENDED[0].name}", f"拨打{ENDED[0].phone}"):
        with pytest.raises(Refusal):
            unmask(book, keys[0], reason, CHIEF)
    counter.move(book, keys[0], RequestStatus.SUPPLEMENT)
    registering.descend(book, SplitRequest(keys[1], (("A02", "W1"),), "两件事"), CLERK, keys[1])
    counter.move(book, keys[1], RequestStatus.WITHDRAWN)
    book.do(MergeRequests((keys[2],), counter.add(book), "重复"), CLERK)
    spreadsheet.write(place / "export.xlsx", book.board(), book.commitments())
    logging.getLogger("bianmin.test").info("%r %s", ENDED[0], book.contacts(keys))
    try:
        book.private.put({"request:x": Private(text="字" * 9999)})
    except Refusal as refusal:
        logging.getLogger("bianmin.test").exception("refused: %s", refusal.facts)
    book.backup()


def printed(book: Book, place: Path) -> None:
    """Print the slips of a request for which a paper is missing."""
    (row,) = book.requests(RequestFilter(text=ENDED[0].text[:4])).rows
    for kind in slips.slip_kinds(row):
        slips.write(book, row.id, kind, place / f"{kind}.pdf")


def ended(book: Book) -> None:
    """Bring everything but one to its end, the parts and the one merged into too, and throw the form away."""
    for row in book.requests().rows:
        kept = book.private.get(row.record)
        if kept != GOES_ON and row.status in {RequestStatus.REGISTERED, RequestStatus.SUPPLEMENT}:
            counter.move(book, row.id, RequestStatus.WITHDRAWN)
    entry_draft.forget(book)


@pytest.mark.parametrize("key", [None, KEY], ids=["plain", "encrypted"])
def test_nobody_is_in_any_file_but_the_private_one_and_after_a_purge_in_none(
    place: Path, home: Path, key: bytes | None
) -> None:
    hands = Hands()
    book = counter.station(place / "s1.book", hands, key=key)
    worked(book, place)
    if key is None:
        killed(book.path)
    bureau = make(place / "bureau.book")
    bureau.merge(own(book), "package")
    if key is None:
        printed(book, place)
    everybody, folders = leaks.needles((*GONE, GOES_ON)), (place, home)
    private = private_key(book.private.path, book.id, key, new=False)
    found = leaks.traces(folders, everybody, private)
    assert {path.name for paths in found.values() for path in paths if leaks.KEYED not in path.name} == set()
    assert set(found) >= set(leaks.needles((ENDED[0], GOES_ON, BACK)))
    ended(book)
    book.close()
    hands.go(days=90)
    book = Book.open(book.path, key=key, clock=Clock(hands))
    done = purging.purge(book, rules.rehearse(book, DAY), "保存期满", CHIEF)
    assert done.purged is not None
    if key is None:
        purging.write_report(book, done.purged, place / "purge.pdf")
    for opened in (book, bureau):
        assert leaks.traces(folders, leaks.needles(GONE), private) == {}
        opened.close()
    assert leaks.traces(folders, leaks.needles(GONE), private) == {}
    assert set(leaks.traces(folders, leaks.needles((GOES_ON,)), private)) == set(leaks.needles((GOES_ON,)))


def test_what_is_typed_on_the_command_line_is_in_no_settings_and_no_log(place: Path, home: Path) -> None:
    book = counter.station(place / "s1.book")
    book.close()
    one = ENDED[0]
    said = ("--name", one.name, "--phone", one.phone, "--text", one.text)
    assert cli.main(["--book", str(book.path), "request", "add", "A01@W1", *said]) == 0
    assert cli.main(["--book", str(book.path), "request", "add", "A99@W1", *said]) == 1
    assert cli.main(["--book", str(book.path), "request", "list", "--text", one.text[:4]]) == 0
    private = private_key(book.private.path, book.id, None, new=False)
    found = leaks.traces((place, home), leaks.needles((one,)), private)
    assert {path.name for paths in found.values() for path in paths if leaks.KEYED not in path.name} == set()
