"""What the engine and the driver say is told as a refusal."""

from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from desktop.models.failures import plainly
from desktop.models.refusals import BookRefused


def test_an_error_of_the_bare_driver_is_a_refusal_too(tmp_path: Path) -> None:
    with pytest.raises(BookRefused) as told, plainly(tmp_path):
        raise dbapi2.DatabaseError("database disk image is malformed")
    assert told.value.code == "damaged"


def test_what_nobody_foresaw_is_not_dressed_up(tmp_path: Path) -> None:
    with pytest.raises(dbapi2.ProgrammingError), plainly(tmp_path):
        raise dbapi2.ProgrammingError("no such column: nonsense")
