from hypothesis import given
from hypothesis import strategies as st

from desktop import paths
from desktop.exchange import catalogue_folder
from desktop.exchange.catalogue_draft import Row
from desktop.exchange.catalogue_source import source
from desktop.exchange.edition_fill import filled
from desktop.exchange.edition_map import Kind, MapRow, check, of_sheet, propose, relinked, rows_of, sheet

STARTER = catalogue_folder.read(paths.resources() / "catalogue")
OLD = [dict(row) for row in STARTER.rows("actions")]
IDS = [row["code"] for row in OLD]


def edition(*changes: Row | None) -> list[Row]:
    """Return the old actions under new codes, those with None left out, further rows added at the end."""
    kept = [row for row, change in zip(OLD, [*changes, *([{}] * 80)], strict=False) if change is not None]
    altered = [
        {**row, **(change or {})} for row, change in zip(kept, [c for c in changes if c is not None], strict=False)
    ]
    rows = [*altered, *kept[len(altered) :]]
    return [{**row, "code": f"N{number:02}"} for number, row in enumerate(rows, 1)]


def codes(rows: list[Row]) -> list[str]:
    return [row["code"] for row in rows]


def test_the_same_edition_is_the_same_action_by_action() -> None:
    rows = propose(OLD, OLD)
    assert {row.kind for row in rows} == {Kind.SAME}
    assert [(row.old, row.code, row.id) for row in rows] == [((key,), key, key) for key in IDS]
    assert check(rows, IDS, IDS) == ()


def test_punctuation_and_width_do_not_make_a_new_wording() -> None:
    new = edition({"text_zh": OLD[0]["text_zh"].replace("，", ", ").replace("。", "")})
    assert propose(OLD, new)[0].kind is Kind.SAME


def test_a_reworded_action_keeps_its_id_under_a_new_code() -> None:
    new = edition({"title_zh": "规范接听报警电话", "text_zh": OLD[0]["text_zh"].replace("当场登记", "即时登记")})
    first = propose(OLD, new)[0]
    assert (first.kind, first.old, first.code, first.id) == (Kind.REWORDED, (IDS[0],), "N01", IDS[0])
    assert 0.45 < first.likeness < 1


def test_a_left_out_action_is_withdrawn_and_an_added_one_new() -> None:
    added = {"title_zh": "无人机巡河", "text_zh": "汛期用无人机沿河巡查，发现险情立即通知乡镇。"}
    new = edition({}, None)
    new.append({**OLD[0], **added, "code": "N80"})
    rows = propose(OLD, new)
    assert [row.old for row in rows if row.kind is Kind.WITHDRAWN] == [(IDS[1],)]
    assert [(row.code, row.id) for row in rows if row.kind is Kind.NEW] == [("N80", "N80")]
    assert check(rows, IDS, codes(new)) == ()


def test_an_action_in_two_parts_is_split_and_its_id_ends() -> None:
    one, two = OLD[0]["text_zh"].split("，按统一表格")
    new = edition({"text_zh": one + "。"})
    new.append({**OLD[0], "title_zh": "统一接警登记", "text_zh": "按统一表格" + two, "code": "N81"})
    parts = [row for row in propose(OLD, new) if IDS[0] in row.old]
    assert [(row.kind, row.code, row.id) for row in parts] == [(Kind.SPLIT, "N01", "N01"), (Kind.SPLIT, "N81", "N81")]


def test_two_actions_in_one_are_merged_under_a_new_id() -> None:
    both = {
        "title_zh": OLD[0]["title_zh"] + "和" + OLD[1]["title_zh"],
        "text_zh": OLD[0]["text_zh"] + OLD[1]["text_zh"],
    }
    new = edition(both, None)
    rows = propose(OLD, new)
    assert (rows[0].kind, rows[0].old, rows[0].id) == (Kind.MERGED, (IDS[0], IDS[1]), "N01")
    assert check(rows, IDS, codes(new)) == ()


def test_an_id_is_never_born_twice() -> None:
    new = [{**OLD[0], "title_zh": "全新举措", "text_zh": "与以往完全两样的内容", "code": IDS[5]}]
    (first, *gone) = propose(OLD, new, used={f"{IDS[5]}.2"})
    assert (first.kind, first.code, first.id) == (Kind.NEW, IDS[5], f"{IDS[5]}.3")
    assert len(gone) == 80


def test_a_person_corrects_the_map_and_kinds_follow() -> None:
    new = edition()
    rows = relinked(propose(OLD, new), "N01", [], OLD, new)
    assert (rows[0].kind, rows[0].id) == (Kind.NEW, "N01")
    assert rows[-1] == MapRow(Kind.WITHDRAWN, (IDS[0],), "", "", 0.0)
    rows = relinked(rows, "N02", [IDS[0], IDS[1]], OLD, new)
    assert (rows[1].kind, rows[1].id) == (Kind.MERGED, "N02")
    rows = relinked(relinked(rows, "N02", [IDS[1]], OLD, new), "N01", [IDS[0]], OLD, new)
    assert rows == propose(OLD, new)


@given(
    st.dictionaries(st.sampled_from([f"N{n:02}" for n in range(1, 6)]), st.lists(st.sampled_from(IDS[:5]), max_size=3))
)
def test_every_map_that_links_make_is_sound(links: dict[str, list[str]]) -> None:
    old, new = OLD[:5], edition()[:5]
    rows = rows_of(links, old, new, used={"N01", "N01.2"})
    assert check(rows, IDS[:5], codes(new), used={"N01", "N01.2"}) == ()
    assert of_sheet(sheet(rows)) == rows


def test_a_bad_map_is_told_with_all_its_faults() -> None:
    rows = [
        MapRow(Kind.SAME, ("A1",), "N1", "N1", 1.0),
        MapRow(Kind.NEW, (), "N2", "A1", 0.0),
        MapRow(Kind.MERGED, ("A2",), "N2", "N3", 0.0),
        MapRow(Kind.SAME, ("A9",), "N9", "A9", 0.0),
        MapRow(Kind.WITHDRAWN, ("A3",), "", "A3", 0.0),
    ]
    found = [fault.code for fault in check(rows, ["A1", "A2", "A3", "A4"], ["N1", "N2", "N4"])]
    assert sorted(found) == sorted([
        "map_twice", "map_missing_new", "map_unknown_new", "map_missing_old", "map_unknown_old",
        "map_id_kept", "map_id_reused", "map_kind", "map_kind",
    ])  # fmt: skip


def test_what_an_official_text_does_not_say_goes_on_from_the_edition_before() -> None:
    bare = dict.fromkeys(OLD[1], "")
    new = [
        {**bare, "code": "N1", "title_zh": OLD[1]["title_zh"], "text_zh": OLD[1]["text_zh"]},
        {**bare, "code": "N2", "title_zh": "全新举措"},
    ]
    first, second = filled(new, propose(OLD, new), OLD)
    for name in ("window_kinds", "accept_zh", "promise_value", "promise_basis", "cadence", "title_en"):
        assert first[name] == OLD[1][name]
    assert first["measures"] == ""
    assert (second["cadence"], second["promise_basis"], second["window_kinds"]) == ("standing", "none", "")


def test_an_edition_goes_to_the_book_with_lasting_ids() -> None:
    new = edition({}, None)
    rows = propose(OLD, new)
    draft = STARTER.with_sheet("actions", new).with_sheet("edition_map", sheet(rows)).with_manifest(version="2027")
    brought = source(draft)
    assert brought.version == "2027"
    assert [row["id"] for row in brought.sheets["actions"]][:2] == [IDS[0], IDS[2]]
    assert not any("came_from" in row for row in brought.sheets["actions"])
    assert "edition_map" not in brought.sheets
    assert all(value for row in brought.sheets["units"] for value in row.values())
