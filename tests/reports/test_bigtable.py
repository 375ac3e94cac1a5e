"""Tables of any length."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from desktop.reports.bigtable import BigTable, Column
from desktop.reports.faces import FaceRole
from desktop.reports.layout import A4_LANDSCAPE, Block, Drawing, landscape, paginate
from desktop.reports.press import Press, Title
from desktop.reports.typecase import TypeCase
from tests.reports.paperwork import page_texts, squeezed

COLUMNS = (Column("序号", 40, centred=True), Column("举措", 200), Column("备注", 160, role=FaceRole.KAI))
TITLE = Title("表", "", "", "zh-CN", date(2026, 11, 20))


def rows(number: int) -> list[tuple[str, str, str]]:
    return [(str(n), f"一次性告知{n}", "王䶮提出，限期5个工作日。" * (n % 4)) for n in range(1, number + 1)]


def printed(blocks: Sequence[BigTable], case: TypeCase, out: Path) -> list[str]:
    pages = paginate(blocks, landscape)
    with Press(case, A4_LANDSCAPE, TITLE) as press:
        for page in pages:
            for placed in page:
                placed.block.draw(press, 40, placed.top)
            press.end_page()
        press.write(out)
    return page_texts(out)


def test_no_row_is_lost_over_many_pages_and_the_head_is_repeated(tmp_path: Path) -> None:
    case = TypeCase()
    told = rows(400)
    pages = printed([BigTable(COLUMNS, told, case)], case, tmp_path / "a.pdf")
    assert len(pages) > 5
    assert all(page.startswith("序号举措备注") for page in pages)
    body = "".join(page.removeprefix("序号举措备注") for page in pages)
    assert body == squeezed("".join("".join(row) for row in told))


def test_parts_of_a_table_are_as_high_as_the_whole_but_for_a_second_head() -> None:
    table = BigTable(COLUMNS, rows(50), TypeCase())
    parts = table.split(300)
    assert parts is not None
    first, rest = parts
    assert first.rows + rest.rows == 50
    assert first.height <= 300
    head = table.cut(0)[0].height
    assert abs(first.height + rest.height - head - table.height) < 1e-6


def test_nothing_fits_where_not_even_a_row_fits() -> None:
    assert BigTable(COLUMNS, rows(3), TypeCase()).split(10) is None


def test_the_foot_is_never_parted_from_the_last_rows() -> None:
    case = TypeCase()
    drawn: list[float] = []
    foot = Drawing(60, lambda _press, _x, top: drawn.append(top))
    for number in range(1, 60):
        pages = paginate([BigTable(COLUMNS, rows(number), case, foot=foot)], landscape)
        last = pages[-1][-1].block
        assert isinstance(last, BigTable)
        assert last.rows >= min(number, 2), number
        for at, page in enumerate(pages, 1):
            frame = landscape(at)
            assert all(placed.top - placed.block.height >= frame.top - frame.height - 0.1 for placed in page)


def test_a_text_longer_than_a_page_goes_on_and_is_not_lost(tmp_path: Path) -> None:
    case = TypeCase()
    long = "".join(chr(0x4E00 + n % 500) for n in range(4000))
    pages = printed([BigTable(COLUMNS, [("1", "甲", long)], case)], case, tmp_path / "a.pdf")
    assert "".join(page.removeprefix("序号举措备注") for page in pages) == f"1甲{long}"


def test_a_table_asked_to_stay_whole_begins_on_a_page_with_room() -> None:
    case = TypeCase()
    blocks: list[Block] = [Drawing(300, lambda *_: None), BigTable(COLUMNS, rows(10), case, whole=True)]
    assert [len(page) for page in paginate(blocks, landscape)] == [1, 1]
