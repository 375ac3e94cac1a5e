"""The command deadlines: what is due, from requests and commitments alike, and why."""

import json
from datetime import date
from pathlib import Path

from desktop.commands.progress import SetDue
from desktop.models.request_rules import RequestStatus
from tests import counter
from tests.books import CHIEF, Hands
from tests.cli.conftest import Say


def test_open_requests_and_commitments_are_listed_by_urgency_with_the_reason_of_their_day(
    run: Say, tmp_path: Path
) -> None:
    hands = Hands()
    book = counter.station(tmp_path / "s1.bianmin", hands)
    late = counter.add(book, "A02")  # two hours from the registration
    done = counter.at(book, RequestStatus.COMPLETED, "A03")
    far = counter.at(book, RequestStatus.ACCEPTED)  # ten workdays
    book.do(SetDue(("A01@W1",), date(2026, 9, 3), "安排"), CHIEF)
    book.close()
    say = ("--book", str(book.path), "deadlines", "--until", "2100-01-01", "--json")
    found = {one["id"]: one for one in json.loads(run(*say).out)}
    assert set(found) == {late, far, "A01@W1"}
    assert done not in found
    assert (found[late]["kind"], found[late]["due_on"]) == ("request", "2026-09-01T11:00")
    assert "承诺2小时" in found[late]["sentence"].replace(" ", "")
    assert found["A01@W1"]["sentence"] is None
    assert json.loads(run("--book", str(book.path), "deadlines", "--window", "W3", "--json").out) == []
    told = run("--book", str(book.path), "deadlines")
    assert (told.code, told.err) == (0, "")
    assert "超期" in told.out
