"""Whatever stands in a file somebody hands in: faults or a refusal come out, never an error of the program."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop import i18n, texts
from desktop.exchange import edition_map, official_text, spreadsheet, wording, workbook_guard
from desktop.exchange.catalogue_check import check
from desktop.exchange.catalogue_draft import CatalogueDraft, RawSheet, assemble
from desktop.exchange.catalogue_form import EDITION, FORMS
from desktop.exchange.catalogue_source import source
from desktop.exchange.fault import errors
from desktop.exchange.ledger_take_over import Office, read_sheets
from desktop.exchange.workbook_guard import Sheet
from desktop.models.board_cut import cut
from desktop.models.edition import entries_of
from desktop.models.refusals import InputRefused
from tests.exchange.test_spreadsheet import commitments
from tests.sample import sample_board, sample_catalogue

CATALOGUE = sample_catalogue()
OFFICE = Office(CATALOGUE, date(2026, 11, 20))
odd = st.one_of(
    st.text(st.characters(), max_size=12),
    st.sampled_from(
        [
            "",
            "A01-01",
            "C01",
            "编号",
            "²",
            "٣",
            "½",
            "㊿",
            "1e9",
            "-1",
            "2026-02-30",
            "２０２６．９．３０",
            "nan",
            "inf",
            "=1+1",
            ";",
            "M01;M01",
        ]
    ),
)
cells = st.lists(odd, max_size=8).map(tuple)


@st.composite
def drafts(draw: st.DrawFn) -> CatalogueDraft:
    raw = []
    for name in draw(st.lists(st.sampled_from(sorted(FORMS)), unique=True, max_size=4)):
        heads = draw(st.lists(st.sampled_from([c.name for c in FORMS[name].columns]), max_size=12).map(tuple))
        rows = [heads, *draw(st.lists(st.lists(odd, max_size=13).map(tuple), max_size=3))]
        raw.append(RawSheet(name, tuple(enumerate(rows, 1))))
    return assemble(draw(st.dictionaries(st.sampled_from([c.name for c in EDITION.columns]), odd)), raw)


@given(drafts())
def test_a_catalogue_of_anything_gets_faults_in_words_or_goes_to_the_book(draft: CatalogueDraft) -> None:
    faults = check(draft)
    assert all(wording.sentence(fault) for fault in faults)
    assert len(draft.content) == 64
    edition_map.of_sheet(draft.rows("edition_map"))
    if not errors(faults):
        assert entries_of(source(draft))


@given(
    st.text(st.characters(), max_size=200),
    st.lists(st.sampled_from(["一、", "（一）", "1．", "①", "\n", "。", "甲", "（3项）", "十百", "措施"])),
)
def test_a_pasted_text_of_anything_is_read_or_refused(text: str, marks: list[str]) -> None:
    assert all(_said("".join(marks) + text))


def _said(text: str) -> list[str]:
    """Return what the program says of a pasted text: its refusal, or its faults."""
    try:
        return [wording.sentence(fault) for fault in check(official_text.read(text))]
    except InputRefused as refused:
        return [texts.refusal(refused)]


@given(st.lists(cells, max_size=6))
def test_a_ledger_of_anything_is_read_or_refused(rows: list[tuple[str, ...]]) -> None:
    heads = ("举措编号", "窗口", "状态", "完成日期", "期限", "责任人", "备注")
    taken = read_sheets((Sheet("台账", (heads, *rows)), Sheet("", tuple(rows))), OFFICE)
    assert all(wording.sentence(fault) for fault in taken.faults)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=200).filter(lambda content: content[:1] != b"\xd0"),
    st.sampled_from([b"", b"PK\x03\x04", b"PK\x05\x06" + bytes(18)]),
)
def test_bytes_of_anything_are_refused_before_they_are_unpacked(tmp_path: Path, content: bytes, head: bytes) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(head + content)
    with pytest.raises(InputRefused) as refused:
        workbook_guard.measure(path, workbook_guard.Limits())
    assert refused.value.code == "not_a_workbook"


def test_what_the_program_exports_it_can_take_over(tmp_path: Path) -> None:
    board = cut(sample_board(), windows={"W003", "W001"})
    for tongue in i18n.LANGUAGES:
        i18n.use(tongue)
        spreadsheet.write(tmp_path / f"{tongue}.xlsx", board, commitments(board))
        taken = read_sheets(workbook_guard.read(tmp_path / f"{tongue}.xlsx"), OFFICE)
        assert errors(taken.faults) == ()
        assert {one.commitment: one.status for one in taken.rows} == {one.id: one.status for one in commitments(board)}
    i18n.use(i18n.DEFAULT)
