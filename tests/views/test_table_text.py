"""Tables as text: what a spreadsheet reads and what it hands over."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.views.table_text import as_html, from_html, from_text, tsv

_CELL = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=8)
_FORMULAS = ("=", "+", "-", "@", "'")
_TABLE = st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(_CELL, min_size=width, max_size=width), max_size=5))


@given(_TABLE)
def test_lines_come_back_as_they_were(rows: list[list[str]]) -> None:
    rows = [[cell if not cell.startswith(_FORMULAS) else f"x{cell}" for cell in row] for row in rows]
    read = from_text(tsv(rows))
    while rows and not any(cell.strip() for cell in rows[-1]):
        rows.pop()
    assert read == rows


def test_a_cell_of_several_lines_stays_one_cell() -> None:
    assert from_text(tsv([["a\nb", 'say "hi"', "c\td"]])) == [["a\nb", 'say "hi"', "c\td"]]


def test_what_a_spreadsheet_would_take_for_a_formula_is_text() -> None:
    assert tsv([["=1+1", "@x", "-5", "-", "—"]]) == "'=1+1\t'@x\t'-5\t-\t—\n"


def test_a_table_of_html_comes_back_as_it_was() -> None:
    rows = [["编号", "a<b>&c"], ["A01", "one\ntwo"]]
    assert from_html(as_html(rows, 1)) == rows
    assert "<th>编号</th>" in as_html(rows, 1)


def test_cells_over_several_rows_and_columns_leave_the_others_empty() -> None:
    text = (
        "<table><tr><td colspan=2>a</td><td rowspan=2>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
        "<table><tr><td>other</td></tr></table>"
    )
    assert from_html(text) == [["a", "", "b"], ["c", "d"]]


def test_a_text_without_a_table_has_no_cells() -> None:
    assert from_html("<p>2</p>") == []
    assert from_text("\n\n") == []
