from collections.abc import Mapping

import pytest

from desktop.search import pronouncing
from desktop.search.index import Index
from tests.search.names import index

WINDOWS = 300


@pytest.fixture(scope="package")
def readings() -> Mapping[str, str]:
    """What the process of its own tells of every name here."""
    return pronouncing.pronounced([*index(WINDOWS, {}).names, "重点工作重来", "银行行长", "女性"])


@pytest.fixture(scope="package")
def whole(readings: Mapping[str, str]) -> Index:
    return index(WINDOWS, readings)
