"""Officers at a book: who may make whom known, whose PIN is asked, who resets it, when the desk locks."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop.models import recovery_key
from desktop.models.admission import Admission
from desktop.models.book import Book
from desktop.models.desk import Desk
from desktop.models.officers import Officer
from desktop.models.refusals import InputRefused, Refusal, RuleBroken
from desktop.models.vocabulary import Role
from tests.books import BUREAU, CHIEF, CLERK, make, own
from tests.models.test_pins import CHEAP

PIN = "5381"


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Book]:
    made = make(tmp_path / "a.book")
    yield made
    made.close()


@pytest.fixture
def admission(book: Book) -> Admission:
    """Return a desk at which a chief and a clerk are known, without PINs."""
    made = Admission(book, cost=CHEAP)
    made.officers.add(CHIEF, CHIEF.officer, CHIEF.role, "S1", "W1")
    made.officers.add(CHIEF, CLERK.officer, CLERK.role)
    return made


def known(admission: Admission, desk: Desk) -> Officer:
    found = admission.officers.sitting(desk)
    assert found is not None
    return found


def refused(code: str, **facts: object) -> "pytest.RaisesExc[Refusal]":
    return pytest.raises(
        Refusal, check=lambda one: one.code == code and all(one.facts.get(name) == fact for name, fact in facts.items())
    )


def test_officers_are_local_and_stand_in_no_journal(admission: Admission, book: Book) -> None:
    assert [one.name for one in admission.officers.all()] == [CHIEF.officer, CLERK.officer]
    assert known(admission, CHIEF).window == "W1"
    assert own(book) == []


def test_a_clerk_makes_nobody_known_and_a_chief_nobody_above_himself(admission: Admission) -> None:
    with refused("right_missing", what="officers", roles=(Role.BUREAU, Role.CHIEF)):
        admission.officers.add(CLERK, "新人", Role.CLERK)
    with refused("officer_above", role=Role.CHIEF, roles=(Role.BUREAU,)):
        admission.officers.add(CHIEF, "赵敏", Role.BUREAU)
    with refused("officer_twice"):
        admission.officers.add(CHIEF, f" {CLERK.officer} ", Role.CLERK)
    with refused("name_missing"):
        admission.officers.add(CHIEF, "\u200b ", Role.CLERK)


def test_a_station_has_no_officer_of_the_bureau(tmp_path: Path) -> None:
    station = make(tmp_path / "s.book", "S1")
    with refused("role_not_here"):
        Admission(station).officers.add(BUREAU, "赵敏", Role.BUREAU)
    station.close()


def test_somebody_gets_another_name_and_keeps_his_pin(admission: Admission) -> None:
    clerk = known(admission, CLERK)
    admission.set_pin(clerk.id, PIN)
    with refused("right_missing"):
        admission.officers.change(CLERK, replace(clerk, role=Role.CHIEF))
    admission.officers.change(CLERK, replace(clerk, window="W2"))
    admission.officers.change(CHIEF, replace(clerk, name="王芳芳"))
    assert admission.admit(clerk.id, PIN).name == "王芳芳"


def test_a_seat_without_a_pin_is_free_and_one_with_a_pin_is_not(admission: Admission) -> None:
    clerk = known(admission, CLERK)
    assert admission.admit(clerk.id).desk == CLERK
    free = admission.officers.guarded
    admission.set_pin(clerk.id, PIN)
    assert (free, admission.officers.guarded) == (False, True)
    assert admission.admit(clerk.id, "５３８１").desk == CLERK
    with refused("pin_wrong", name=CLERK.officer):
        admission.admit(clerk.id, "5382")


def test_the_fourth_wrong_pin_has_to_wait_and_then_even_the_right_one(admission: Admission, book: Book) -> None:
    clerk = known(admission, CLERK)
    admission.set_pin(clerk.id, PIN)
    for _ in range(3):
        with refused("pin_wrong"):
            admission.admit(clerk.id, "0001")
    with refused("pin_wrong_wait", seconds=5):
        admission.admit(clerk.id, "0001")
    with refused("pin_wait"):
        Admission(book, cost=CHEAP).admit(clerk.id, PIN)
    admission.reset_pin(CHIEF, clerk.id, "6642")
    assert admission.admit(clerk.id, "6642").desk == CLERK


def test_ones_own_pin_is_changed_by_the_old_one_alone(admission: Admission) -> None:
    chief = known(admission, CHIEF)
    admission.set_pin(chief.id, PIN)
    with refused("pin_wrong"):
        admission.set_pin(chief.id, "6642", "0001")
    with refused("pin_of_oneself", roles=(Role.CHIEF, Role.BUREAU)):
        admission.reset_pin(CHIEF, chief.id, "6642")
    admission.set_pin(chief.id, "6642", PIN)
    assert admission.admit(chief.id, "6642").desk == CHIEF
    admission.set_pin(chief.id, "", "6642")
    assert not admission.officers.has_pin(known(admission, CHIEF))


def test_a_chief_resets_a_clerk_the_bureau_everybody_and_a_clerk_nobody(admission: Admission) -> None:
    chief, clerk = known(admission, CHIEF), known(admission, CLERK)
    bureau = admission.officers.add(BUREAU, BUREAU.officer, Role.BUREAU)
    for one in (chief, clerk, bureau):
        admission.set_pin(one.id, PIN)
    with refused("right_missing", role=Role.CLERK, roles=(Role.BUREAU, Role.CHIEF)):
        admission.reset_pin(CLERK, chief.id, "6642")
    with refused("officer_above", role=Role.CHIEF, roles=(Role.BUREAU,)):
        admission.reset_pin(CHIEF, bureau.id, "6642")
    admission.reset_pin(CHIEF, clerk.id, "6642")
    admission.reset_pin(BUREAU, chief.id, "6642")
    assert {admission.admit(one.id, "6642").role for one in (chief, clerk)} == {Role.CHIEF, Role.CLERK}


def test_the_recovery_key_sets_any_pin_and_an_older_one_none(admission: Admission) -> None:
    chief = known(admission, CHIEF)
    admission.set_pin(chief.id, PIN)
    older, newer = recovery_key.new(), recovery_key.new()
    assert not admission.has_recovery
    with refused("right_missing"):
        admission.use_recovery(CLERK, older)
    admission.use_recovery(CHIEF, older)
    admission.use_recovery(CHIEF, newer)
    with refused("recovery_key_other"):
        admission.recover(chief.id, older, "6642")
    assert admission.recover(chief.id, newer, "6642").desk == CHIEF
    assert admission.admit(chief.id, "6642").desk == CHIEF


def test_a_person_who_sits_here_is_not_forgotten_and_others_are(admission: Admission) -> None:
    chief, clerk = known(admission, CHIEF), known(admission, CLERK)
    with refused("officer_sits_here"):
        admission.officers.remove(CHIEF, chief.id)
    with refused("right_missing"):
        admission.officers.remove(CLERK, chief.id)
    admission.officers.remove(CHIEF, clerk.id)
    with refused("officer_unknown"):
        admission.admit(clerk.id)


def test_a_desk_locks_itself_after_ten_minutes_once_there_is_a_pin_unless_a_chief_says_otherwise(
    admission: Admission,
) -> None:
    assert admission.idle_minutes == 0
    admission.lock_after(CLERK, 5)
    assert admission.idle_minutes == 5
    admission.set_pin(known(admission, CLERK).id, PIN)
    with pytest.raises(RuleBroken, match="right_missing"):
        admission.lock_after(CLERK, 0)
    admission.lock_after(CHIEF, 0)
    assert admission.idle_minutes == 0


def test_a_desk_with_a_pin_and_no_choice_locks_after_ten_minutes(admission: Admission) -> None:
    admission.set_pin(known(admission, CLERK).id, PIN)
    assert admission.idle_minutes == 10


def test_a_pin_that_is_none_changes_nothing(admission: Admission) -> None:
    clerk = known(admission, CLERK)
    admission.set_pin(clerk.id, PIN)
    with pytest.raises(InputRefused, match="pin_too_easy"):
        admission.set_pin(clerk.id, "1234", PIN)
    assert admission.admit(clerk.id, PIN).desk == CLERK
