"""The ballot box holds how often each answer was given, and nothing by which it could be told who gave it."""

from datetime import date
from itertools import permutations

from desktop.models import ballot_box
from desktop.models.ballot_box import Ballot

ANSWERS = (
    Ballot(5, "510", "counter"),
    Ballot(1, "", "counter"),
    Ballot(3, "307;314", "paper"),
    Ballot(1, "", "counter"),
)


def _filled(standing: str, answers: tuple[Ballot, ...]) -> str:
    for answer in answers:
        standing = ballot_box.adding([answer])(standing)
    return standing


def test_whatever_the_order_of_the_visitors_the_box_is_the_same() -> None:
    boxes = {_filled('["salt", []]', order) for order in permutations(ANSWERS)}
    assert len(boxes) == 1
    assert ballot_box.opened(boxes.pop()).answers[Ballot(1, "", "counter")] == 2


def test_a_box_that_was_kept_twice_gives_its_ballots_the_same_ids_and_another_box_others() -> None:
    box = _filled('["salt", []]', ANSWERS)
    first, again = (dict(ballot_box.opened(box).ballots()) for _time in range(2))
    assert first == again
    assert len(first) == len(ANSWERS)
    more = dict(ballot_box.opened(_filled(box, ANSWERS[:1])).ballots())
    assert first.items() < more.items()
    other = dict(ballot_box.opened(box.replace("salt", "pepper")).ballots())
    assert not first.keys() & other.keys()


def test_only_days_that_are_over_are_closed() -> None:
    days = [date(2026, 9, day) for day in (3, 1, 2)]
    keys = [ballot_box.key_of(day, window) for day in days for window in ("W1", "W/2")]
    assert ballot_box.closed_days(keys, date(2026, 9, 3)) == (date(2026, 9, 1), date(2026, 9, 2))
    assert ballot_box.place_of(keys[1]) == (days[0], "W/2")
