"""Every pair of states by every role: allowed exactly where `status_transitions.csv` says so."""

import json
from itertools import product
from pathlib import Path

import pytest

from desktop.commands.progress import Move
from desktop.models import rules
from desktop.models.book import Book
from desktop.models.vocabulary import Need, Role, Status
from tests import books
from tests.cli.conftest import Say

STATES = tuple(Status)
TARGETS = tuple(product(STATES, Role))
"""One window for each state to go to and role that tries."""
WAYS = {
    Status.NOT_STARTED: (),
    Status.IN_PROGRESS: (Status.IN_PROGRESS,),
    Status.BLOCKED: (Status.BLOCKED,),
    Status.IN_PLACE: (Status.IN_PLACE,),
    Status.VERIFIED: (Status.IN_PLACE, Status.VERIFIED),
    Status.RETURNED: (Status.IN_PLACE, Status.RETURNED),
    Status.RELAPSED: (Status.IN_PLACE, Status.VERIFIED, Status.RELAPSED),
    Status.NOT_APPLICABLE: (Status.NOT_APPLICABLE,),
}
GIVEN = {
    Need.NOTE: ("--note", "已落实"),
    Need.REASON: ("--reason", "现场查看"),
    Need.DEADLINE: ("--due", "2099-12-31"),
}


def _key(origin: Status, to: Status, role: Role) -> str:
    return f"A{origin.code:02}@W{TARGETS.index((to, role)) + 1}"


@pytest.fixture
def full(tmp_path: Path, proof: Path) -> Path:
    """Return a book with each of the eight states at twenty-four windows."""
    path = tmp_path / "full.bianmin"
    book = books.make(path, edition=books.source(actions=len(STATES), windows=len(TARGETS)))
    try:
        shown = (book.evidence.attach(proof),)
        for origin, way in WAYS.items():
            keys = tuple(_key(origin, to, role) for to, role in TARGETS)
            for to in way:
                rule = next(one for one in rules.all_moves() if one.to is to)
                desk = {Role.CLERK: books.CLERK, Role.CHIEF: books.CHIEF, Role.BUREAU: books.BUREAU}[min(rule.roles)]
                due = books.START.date() if Need.DEADLINE in rule.needs else None
                book.do(Move(keys, to, "记录", "原因", shown, due), desk)
    finally:
        book.close()
    return path


def _count(path: Path) -> int:
    book = Book.open(path)
    try:
        return len(book.entries())
    finally:
        book.close()


@pytest.mark.parametrize("role", Role)
def test_each_role_may_make_exactly_the_moves_of_the_table(full: Path, proof: Path, run: Say, role: Role) -> None:
    before = _count(full)
    expected, made = {}, {}
    needs = [need for need in GIVEN if need is not Need.DEADLINE or role is not Role.CLERK]  # no clerk moves a due date
    words = ("--evidence", proof, *(word for need in needs for word in GIVEN[need]))
    for origin, to in product(STATES, STATES):
        rule = rules.find(origin, to)
        expected[origin, to] = 0 if rule and role in rule.roles else 1
        answer = run("--book", full, "--role", role, "set", _key(origin, to, role), to, *words)
        made[origin, to] = answer.code
        assert answer.err.count("\n") == answer.code, answer.err
    assert made == expected
    assert _count(full) == before + list(expected.values()).count(0)
    listed = json.loads(run("--book", full, "list", "--json").out)
    found = {one["id"]: one["status"] for one in listed}
    wanted = {_key(o, to, role): (to if code == 0 else o).value for (o, to), code in expected.items()}
    assert {key: found[key] for key in wanted} == wanted


def test_a_move_without_one_of_its_needs_is_refused_and_says_which(full: Path, proof: Path, run: Say) -> None:
    before = _count(full)
    for rule in rules.all_moves():
        role = min(rule.roles)
        key = _key(rule.origin, rule.to, role)
        for missing in rule.needs:
            given = [word for need, pair in GIVEN.items() if need is not missing for word in pair]
            if missing is Need.NOTE:
                given = []  # a reason says what a note would
            given += [] if missing is Need.EVIDENCE else ["--evidence", str(proof)]
            answer = run("--book", full, "--lang", "en", "--role", role, "set", key, rule.to, *given)
            word = {Need.NOTE: "note", Need.REASON: "reason", Need.EVIDENCE: "Evidence", Need.DEADLINE: "due date"}
            assert answer.code == 1
            assert f"{word[missing]} is missing for {key}" in answer.err
    assert _count(full) == before
