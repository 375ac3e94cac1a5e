from collections.abc import Mapping

from desktop.search import pronouncing
from desktop.search.spelling import fold, sounding


def test_another_process_tells_the_readings_by_phrases(readings: Mapping[str, str]) -> None:
    assert readings["一次性告知单"].startswith("yi ci xing gao zhi")
    assert readings["银行行长"] == "yin hang hang zhang"


def test_there_is_one_reading_for_every_character(readings: Mapping[str, str]) -> None:
    assert [name for name, said in readings.items() if len(said.split()) != len(name.replace(" ", ""))] == []


def test_nothing_is_started_for_no_names() -> None:
    assert pronouncing.pronounced([]) == {}


def test_names_with_other_digits_share_their_readings() -> None:
    assert sounding("沧县12号窗口（东）") == sounding("沧县3号窗口(东)") == "沧县 号窗口 东"


def test_width_case_accents_and_the_umlaut_are_made_equal() -> None:
    assert fold("ＡbÇ nǚ Lüe") == "abc nv lve"
