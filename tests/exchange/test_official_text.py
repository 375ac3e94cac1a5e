import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop import paths
from desktop.exchange import catalogue_folder
from desktop.exchange.catalogue_check import check
from desktop.exchange.catalogue_draft import CatalogueDraft
from desktop.exchange.edition_fill import filled
from desktop.exchange.edition_map import Kind, propose, sheet
from desktop.exchange.fault import errors
from desktop.exchange.official_text import read
from desktop.models.refusals import InputRefused

PASTED = """沧州市公安局便民利企措施和具体举措
（试行）
一、便民利企措施（2项）
1．一窗通办。把户政、车驾管等常办事项集中到综合窗口
受理。
２、首问负责
二、具体举措（共4项）
（一）110接处警（2项）
1.规范接警应答。接警员先报台号，2021年11月起
执行。①报台号；
②问要素。
2. 紧急警情限时到场：5分钟到场。
(二) 窗口服务
1、窗口开放。午间不断档，HTTP
API服务。
（1）延时；
（2）预约。
2、周末轮值
沧州市公安局
2021年11月10日
附件：略"""


def told(draft: CatalogueDraft, name: str, *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row[column] for column in columns) for row in draft.rows(name)]


def test_a_pasted_text_becomes_measures_categories_and_actions() -> None:
    draft = read(PASTED)
    assert told(draft, "measures", "code", "title_zh") == [("M01", "一窗通办"), ("M02", "首问负责")]
    assert told(draft, "categories", "code", "name_zh") == [("C01", "110接处警"), ("C02", "窗口服务")]
    assert told(draft, "actions", "code", "category", "title_zh") == [
        ("A01-01", "C01", "规范接警应答"),
        ("A01-02", "C01", "紧急警情限时到场"),
        ("A02-01", "C02", "窗口开放"),
        ("A02-02", "C02", "周末轮值"),
    ]
    assert draft.faults == ()


def test_wrapped_lines_are_joined_and_no_word_is_changed() -> None:
    draft = read(PASTED)
    assert draft.rows("measures")[0]["text_zh"] == "一窗通办。把户政、车驾管等常办事项集中到综合窗口受理。"
    assert told(draft, "actions", "text_zh") == [
        ("规范接警应答。接警员先报台号，2021年11月起执行。①报台号；\n②问要素。",),
        ("紧急警情限时到场：5分钟到场。",),
        ("窗口开放。午间不断档，HTTP API服务。\n（1）延时；\n（2）预约。",),
        ("周末轮值",),
    ]


def test_title_issuer_and_date_go_to_the_edition() -> None:
    manifest = read(PASTED).manifest
    assert manifest["title_zh"] == "沧州市公安局便民利企措施和具体举措"
    assert (manifest["origin"], manifest["compiled"]) == ("official", "2021-11-10")


@pytest.mark.parametrize(
    "text",
    [
        "一、接处警\n1．甲举措\n2．乙举措\n二、窗口\n1．丙举措",
        "一、接处警\n（一）甲举措\n（二）乙举措\n二、窗口\n（一）丙举措",
        "第一部分 接处警\n① 甲举措\n② 乙举措\n第二部分 窗口\n① 丙举措",
        "（一）接处警\r\n1) 甲举措\r\n2）乙举措\r\n\r\n（二）窗口\r\n1) 丙举措",
        "一．接处警\n　　1、甲举措\n　　2、乙举措\n二．窗口\n　　3、丙举措",
        "二、具体举措\n（一）接处警\n１．甲举措\n２．乙举措\n（二）窗口\n１．丙举措",
    ],
)
def test_every_usual_way_of_numbering_is_understood(text: str) -> None:
    draft = read(text)
    assert told(draft, "categories", "name_zh") == [("接处警",), ("窗口",)]
    assert told(draft, "actions", "title_zh", "category") == [("甲举措", "C01"), ("乙举措", "C01"), ("丙举措", "C02")]
    assert "measures" not in draft.sheets


def test_a_heading_that_goes_on_in_sentences_is_an_action_with_its_points() -> None:
    draft = read("一、窗口服务\n（一）延时服务。下班后继续办理：\n1．午间；\n2．傍晚。\n（二）预约服务。随约随办。")
    assert told(draft, "categories", "name_zh") == [("窗口服务",)]
    assert told(draft, "actions", "title_zh", "text_zh") == [
        ("延时服务", "延时服务。下班后继续办理：\n1．午间；\n2．傍晚。"),
        ("预约服务", "预约服务。随约随办。"),
    ]


def test_a_flat_list_waits_for_a_category() -> None:
    draft = read("1. 甲举措\n2. 乙举措")
    assert told(draft, "actions", "title_zh") == [("甲举措",), ("乙举措",)]
    assert ("categories", "name_zh", "blank") in {(f.sheet, f.column, f.code) for f in errors(check(draft))}


def test_numbers_that_jump_and_counts_that_differ_are_told_by_line() -> None:
    faults = read("一、接处警（3项）\n1．甲\n3．丙\n三、窗口\n1．丁").faults
    assert [(fault.row, fault.code, fault.is_warning) for fault in faults] == [
        (3, "number_jumps", True),
        (4, "number_jumps", True),
        (1, "count_differs", True),
    ]


@given(st.integers(1, 40), st.integers(1, 6))
def test_any_number_of_chapters_and_items_is_read_whole(chapters: int, items: int) -> None:
    digits = "零一二三四五六七八九"

    def han(n: int) -> str:
        ten, one = divmod(n, 10)
        return ("" if ten == 0 else "十" if ten == 1 else digits[ten] + "十") + (digits[one] if one else "")

    lines = [
        f"{han(c)}、第{c}类\n" + "\n".join(f"{i}．第{c}之{i}件" for i in range(1, items + 1))
        for c in range(1, chapters + 1)
    ]
    draft = read("\n".join(lines))
    assert len(draft.rows("categories")) == chapters
    assert len(draft.rows("actions")) == chapters * items
    assert draft.faults == ()


def test_the_starter_catalogue_pasted_back_maps_to_itself_and_can_be_imported() -> None:
    starter = catalogue_folder.read(paths.resources() / "catalogue")
    old = starter.rows("actions")
    names = {row["code"]: row["name_zh"] for row in starter.rows("categories")}
    lines = ["起始目录"]
    for number, (code, name) in enumerate(names.items()):
        lines.append(
            f"（{'一二三四五六七八九十'[number] if number < 10 else '十' + '一二三四五六'[number - 10]}）{name}"
        )
        lines += [f"{r['seq']}．{r['title_zh']}。{r['text_zh']}" for r in old if r["category"] == code]
    draft = read("\n".join(lines))
    before = [{**row, "text_zh": f"{row['title_zh']}。{row['text_zh']}"} for row in old]
    rows = propose(before, draft.rows("actions"))
    assert {row.kind for row in rows} == {Kind.SAME}
    whole = draft.with_sheet("actions", filled(draft.rows("actions"), rows, old)).with_sheet("edition_map", sheet(rows))
    whole = whole.with_manifest(version="official-2026", compiled="2026-11-23", source="公函")
    known = {name: starter.codes(name) for name in ("units", "window_kinds")}
    assert errors(check(whole, known)) == ()


def test_text_without_numbers_or_without_end_is_refused() -> None:
    for text, code in (
        ("没有编号的通知", "text_without_items"),
        ("", "text_without_items"),
        ("一、" * 300_000, "text_too_long"),
    ):
        with pytest.raises(InputRefused) as refused:
            read(text)
        assert refused.value.code == code


def test_a_long_text_is_read_in_a_moment() -> None:
    before = time.perf_counter()
    read("一、类\n" + "\n".join(f"{n % 999 + 1}．举措" + "长" * 40 for n in range(7_000)))
    assert time.perf_counter() - before < 2
