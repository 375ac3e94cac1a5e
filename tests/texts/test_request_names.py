"""Everything about requests has a name in both languages."""

import pytest

from desktop import i18n, texts
from desktop.commands.requests_effects import NOBODY
from desktop.models import request_rules
from desktop.models.journal import Line
from desktop.models.records import KINDS
from desktop.models.request_rules import Applicant, Channel, RequestNeed, RequestStatus
from desktop.models.undo import Step
from desktop.texts import names, request_names, words_of_requests


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_fields_values_needs_and_moves_are_named(language: str) -> None:
    i18n.use(language)
    codes = {
        "channel": tuple(Channel), "applicant": tuple(Applicant), "result": request_rules.RESULTS,
        "correction": request_rules.CORRECTIONS, "reached": (*request_rules.CALLS, NOBODY),
        "status": tuple(RequestStatus),
    }  # fmt: skip
    told = [
        *map(request_names.field, KINDS["request"].fields),
        *map(request_names.need, RequestNeed),
        *map(request_names.way, request_rules.all_moves()),
        *map(names.request_meaning, RequestStatus),
        *(request_names.value(field, code) for field, known in codes.items() for code in known),
        *(request_names.limit(f"10 {unit}") for unit in words_of_requests.UNITS),
    ]
    i18n.use("zh")
    assert all(name.replace("“", "").replace("”", "").isascii() is (language == "en") for name in told), told
    assert set(codes) - {"status"} == set(words_of_requests.VALUES)


def test_values_are_told_as_people_read_them() -> None:
    i18n.use("zh")
    assert request_names.value("due_on", "2026-09-30T15:00") == "2026-09-30 15:00"
    assert request_names.value("follows", "W1-20260901-AB001-00ff") == "W1-20260901-AB001"
    assert request_names.value("promise", "10 workday") == "10 个工作日"
    assert request_names.value("promise", "") == request_names.limit("") == "—"
    assert request_names.limit("10 lightyear") == "10 lightyear"


def test_a_deed_on_a_request_goes_by_the_number_of_its_slip() -> None:
    i18n.use("zh")
    line = Line("request:W1-20260901-AB001-00ff", "status", None, "registered", "accepted")
    assert texts.deed(Step("stamp", "request_move", (line,), 1)) == "办件 W1-20260901-AB001 → 受理"
