from datetime import timedelta

import pytest

from desktop import i18n
from desktop.models.vocabulary import Lamp, Role, Status
from desktop.views.overview import today
from desktop.views.tasks import DISPUTED, Scope
from tests.sample import sample_board

BOARD = sample_board()


@pytest.fixture(autouse=True)
def english() -> None:
    i18n.use("en")


def test_the_longest_overdue_stand_first_and_say_for_how_long() -> None:
    ids = today.dated(BOARD, Role.CLERK, Scope())
    due = {key: BOARD.as_of - timedelta(days=n) for n, key in enumerate(ids, 1)}
    first = today.today(BOARD, Role.CLERK, Scope(), due).events[0]
    overdue = [key for key in ids if key in {e.commitment for e in today.today(BOARD, Role.CLERK, Scope(), {}).events}]
    assert first.lamps & Lamp.OVERDUE
    assert first.says.endswith("days overdue")
    assert first.tone == "danger"
    assert due[first.commitment] <= min(due[key] for key in overdue if due[key] >= due[first.commitment])


@pytest.mark.parametrize("role", list(Role))
def test_each_commitment_is_named_once_and_a_few_of_each_kind(role: Role) -> None:
    found = today.today(BOARD, role, Scope(), {})
    assert len({event.commitment for event in found.events}) == len(found.events)
    assert len(found.events) <= 6 * len(found.tasks)
    assert {event.says for event in found.events} <= {task.title for task in found.tasks}


def test_the_bureau_is_shown_disputes_before_all_else() -> None:
    found = today.today(BOARD, Role.BUREAU, Scope(), {})
    assert found.tasks[0].kind is DISPUTED
    assert found.events[0].says == "Disputed"


def test_a_chief_is_shown_what_is_reported_in_place_first() -> None:
    found = today.today(BOARD, Role.CHIEF, Scope(), {})
    assert found.events[0].status is Status.IN_PLACE


def test_it_says_whose_tasks_these_are() -> None:
    window = BOARD.windows[3]
    assert today.whose(BOARD, Scope(window.unit, window.id)) == window.name_en
    assert today.whose(BOARD, Scope(window.unit)) == BOARD.catalogue.units[window.unit].name_en
    assert today.whose(BOARD, Scope()) == ""
