"""States as people write them."""

import pytest

from desktop import i18n, texts
from desktop.models.vocabulary import Status
from desktop.views.said_states import all_names, meant, nearest


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_state_is_known_by_its_name_in_both_languages_its_code_and_its_number(status: Status, language: str) -> None:
    i18n.use(language)
    words = (texts.status(status), texts.status_in_full(status), status.value, str(status.code))
    i18n.use(i18n.DEFAULT)
    full_width = chr(ord("０") + status.code)
    assert {meant(word) for word in (*words, f"  {full_width} ")} == {status}


_SIGNS = {
    "○": "not_started", "◐": "in_progress", "■": "blocked", "已办结": "in_place", "√": "in_place", "已销号": "verified",
}  # fmt: skip


@pytest.mark.parametrize(("sign", "status"), _SIGNS.items())
def test_signs_and_the_words_of_the_offices_are_known(sign: str, status: str) -> None:
    assert meant(sign) is Status(status)


@pytest.mark.parametrize("word", ["", "9", "0", "x", "差不多"])
def test_other_words_mean_no_state(word: str) -> None:
    assert meant(word) is None


def test_what_would_be_right_is_the_nearest_name_or_all_of_them() -> None:
    assert nearest("推进终") is Status.IN_PROGRESS
    assert nearest("差不多") is None
    assert all_names().startswith("1 未启动、2 推进中")
