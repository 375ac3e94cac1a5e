"""The check before printing."""

from dataclasses import replace

from desktop import texts
from desktop.reports import coverage
from tests.reports.paperwork import RARE, report_facts, sheet_facts

NOWHERE = chr(0x3106C)


def test_rare_names_are_covered_and_an_unknown_character_is_found_where_it_stands() -> None:
    facts = sheet_facts(2, officers=(*RARE, f"王{NOWHERE}"))
    (found,) = coverage.of_sheets(facts)
    window, row = facts.windows[0].window, next(r for r in facts.windows[0].rows if NOWHERE in r.officer)
    assert (found.char, found.code) == (NOWHERE, "U+3106C")
    assert found.places[0] == f"{texts.title(window)} {row.code}"
    assert len(found.places) == 5
    assert coverage.of_sheets(sheet_facts(2)) == ()


def test_a_reason_that_cannot_be_printed_is_found_before_the_report_is() -> None:
    facts = report_facts()
    problems = (replace(facts.problems[0], reason=f"由{NOWHERE}某\n处理"), *facts.problems[1:])
    (found,) = coverage.of_implementation(replace(facts, problems=problems))
    assert found.char == NOWHERE
    assert coverage.of_implementation(facts) == ()


def test_a_name_can_be_checked_as_it_is_typed() -> None:
    assert coverage.of_text(f"王䶮 {NOWHERE}{NOWHERE}") == NOWHERE
