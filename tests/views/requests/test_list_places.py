"""Places in a list far longer than what is held of it."""

import pytest

from desktop.models.request_lists import Stretch, stretched
from desktop.models.request_sorts import Sort, Spot
from desktop.views.requests import list_places
from desktop.views.requests.list_places import Places, Portion


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hold four pages of four rows."""
    from desktop.models import request_lists

    for module, names in ((list_places, ("SIZE", "HELD")), (request_lists, ("STEP", "TOLD"))):
        for name, value in zip(names, (4, 16), strict=True):
            monkeypatch.setattr(module, name, value)


def _spots(number: int) -> list[Spot]:
    return [(f"{at // 3:03}", f"id{at:03}") for at in range(number)]


def _told(number: int, portion: int) -> list[Stretch]:
    spots = _spots(number)
    return list(stretched(spots[at : at + portion] for at in range(0, number, portion)))


@pytest.mark.parametrize("number", [0, 1, 4, 15, 16, 17, 20, 21, 50])
@pytest.mark.parametrize("portion", [1, 4, 5, 7, 100])
def test_however_a_list_comes_its_marks_stand_at_every_page(number: int, portion: int) -> None:
    places, told = Places(Sort.OLDEST), Portion()
    for stretch in _told(number, portion):
        told.take(stretch)
    places.add(told)
    spots = _spots(number)
    assert places.count == number
    assert places.ids == [spot[-1] for spot in spots[:16]]
    assert places.marks == [spots[at] for at in range(15, number, 4)]


def test_a_page_behind_what_is_held_begins_behind_its_mark() -> None:
    places, told = Places(Sort.OLDEST), Portion()
    for stretch in _told(50, 7):
        told.take(stretch)
    places.add(told)
    spots = _spots(50)
    assert places.behind(3) is None
    assert places.ids_of(3) == [spot[-1] for spot in spots[12:16]]
    assert places.behind(4) == spots[15]
    assert [places.page_of(spot) for spot in spots[16:]] == [at // 4 for at in range(16, 50)]
    assert places.row_of("id005") == 5
    assert places.row_of("id020") == -1


def test_a_list_from_the_greatest_down_finds_its_pages_too() -> None:
    places = Places(Sort.NEWEST)
    spots = _spots(50)[::-1]
    told = Portion()
    for stretch in stretched([spots]):
        told.take(stretch)
    places.add(told)
    assert [places.page_of(spot) for spot in spots[16:]] == [at // 4 for at in range(16, 50)]
