"""Promise and legal limit in words."""

import pytest

from desktop import i18n
from desktop.views.item.promise import earlier, legal, promise
from tests.sample import sample_catalogue

ACTION = sample_catalogue().actions["A03-04"]


@pytest.fixture(autouse=True)
def _english() -> None:
    i18n.use("en")


def test_the_earlier_of_both_is_named() -> None:
    assert promise(ACTION) == "20 workdays · from acceptance"
    assert legal(ACTION) == "60 days"
    assert earlier(ACTION) == "the promise is earlier and binds"
    assert earlier(ACTION._replace(promise_value=50)) == "the legal limit is earlier and binds"
    assert earlier(ACTION._replace(promise_value=60, promise_unit="day")) == "both alike"


def test_without_a_legal_limit_nothing_is_compared() -> None:
    assert earlier(ACTION._replace(legal_value=None, legal_unit="")) == ""
    assert promise(ACTION._replace(promise_value=None, promise_unit="")) == ""


def test_every_action_of_the_catalogue_has_words_for_its_promise() -> None:
    for action in sample_catalogue().actions.values():
        assert bool(promise(action)) == bool(action.promise_unit)
        assert bool(legal(action)) == bool(action.legal_unit)
