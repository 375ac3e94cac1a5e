import random
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.search.index import Index
from desktop.search.target import Grade, Joint, Target
from tests.search.names import initials

ONCE = Target("action", "A1", "一次性告知", "A02-03")


def _titles(whole: Index, query: str, number: int = 5) -> list[str]:
    return [hit.target.title for hit in whole.find(query)[:number]]


def test_five_hundred_queries_of_full_initials_find_their_target_among_the_first_five(
    whole: Index, readings: Mapping[str, str]
) -> None:
    chance = random.Random(3)
    wanted = chance.sample(whole.targets, len(whole.targets)) + chance.choices(whole.targets, k=500)
    missed = []
    for target in wanted[:500]:
        query = initials(target.title, readings)
        # those with equal initials count as one
        found = dict.fromkeys(initials(hit.target.title, readings) for hit in whole.find(query))
        if query not in list(found)[:5]:
            missed.append((query, target.title))
    assert missed == []


@pytest.mark.parametrize(
    "query",
    ["ycxgz", "YCXGZ", "ｙｃｘｇｚ", "yicixinggaozhi", "yi ci xing gao zhi", "yīcìxìng", "ycxinggz", "一次xgz", "yc性",
     "一次性", "A02-03", "a0203", "Ａ０２－０３", "告知单"],
)  # fmt: skip
def test_one_action_is_found_by_characters_code_initials_full_pinyin_and_any_mixture(whole: Index, query: str) -> None:
    assert "一次性告知单" in _titles(whole, query, 3)


@pytest.mark.parametrize(
    ("title", "right", "wrong"),
    [
        ("银行行长", ["yhhz", "yinhanghangzhang"], ["yinxing"]),
        ("重点工作重来", ["zdgzzl", "zdgzcl", "zhongdian", "zhongdiangongzuochonglai"], ["chongdian"]),
        ("女性", ["nx", "nvxing", "nüxing", "nǚxìng"], ["lx"]),
    ],
)
def test_a_phrase_decides_a_reading_and_where_none_does_all_count(
    readings: Mapping[str, str], title: str, right: list[str], wrong: list[str]
) -> None:
    alone = Index([Target("action", "1", title)], readings)
    assert [query for query in right if not alone.find(query)] == []
    assert [query for query in wrong if alone.find(query)] == []


def test_a_rarer_reading_stands_behind_the_usual_one() -> None:
    both = Index([Target("a", "1", "容缺"), Target("a", "2", "一窗通办")], {"容缺": "rong/yong que", "一窗通办": "yi"})
    assert [hit.target.title for hit in both.find("y")] == ["一窗通办", "容缺"]


def test_without_readings_names_are_found_as_they_are_written() -> None:
    bare = Index([ONCE], {})
    assert bare.find("次性")
    assert not bare.find("ycxgz")
    assert bare.unread == ("一次性告知",)


def test_better_grades_come_first() -> None:
    titles = {
        Grade.CODE: Target("a", "1", "whatever", "ab"),
        Grade.TITLE: Target("a", "2", "abacus of a hall"),
        Grade.SOUND: Target("a", "3", "all business"),
        Grade.WORD: Target("a", "4", "old abacus"),
        Grade.INNER: Target("a", "5", "crab"),
        Grade.OTHER: Target("a", "6", "nothing", others=("abbey",)),
    }
    found = Index(list(reversed(titles.values())), {}).find("ab")
    assert [(hit.grade, hit.target) for hit in found] == list(titles.items())


def test_scattered_beginnings_are_the_last_resort() -> None:
    found = Index([Target("a", "1", "keep the door of every hall open")], {}).find("kdh")
    assert [(hit.grade, hit.spans) for hit in found] == [(Grade.SCATTERED, ((0, 1), (9, 10), (23, 24)))]


def test_what_was_chosen_of_late_comes_first_among_equals_and_never_before_something_better() -> None:
    one, two, code = Target("a", "1", "hall one"), Target("a", "2", "hall two"), Target("a", "3", "other", "hall")
    both = Index([one, two, code], {})
    assert [hit.target for hit in both.find("hall")] == [code, one, two]
    assert [hit.target for hit in both.find("hall", recent=[two.key])] == [code, two, one]


def test_words_for_an_action_and_for_a_window_find_what_they_make_in_either_order(whole: Index) -> None:
    for query in ("一次性 W012", "W012 ycx", "A02-03@W012"):
        hit = whole.find(query)[0]
        assert hit.target.id == "A02-03@W012", query
    assert whole.find("一次性 W012")[0].spans[0] == (0, 3)


def test_several_words_must_all_be_met(whole: Index) -> None:
    assert all("沧县" in title and "窗口" in title for title in _titles(whole, "窗口 沧县", 3))
    assert whole.find("沧县 没有这个") == []


def test_a_joint_target_is_not_offered_where_its_maker_declines() -> None:
    two = [Target("action", "1", "hand"), Target("window", "2", "foot")]
    assert Index(two, {}, [Joint("action", "window", lambda _a, _b: None)]).find("hand foot") == []


def test_what_was_met_is_marked_even_behind_a_bracket() -> None:
    said = {"样例 一次性告知": "yang li yi ci xing gao zhi"}
    hit = Index([Target("window", "1", "【样例】一次性告知")], said).find("ycx")[0]
    assert hit.grade is Grade.SOUND
    assert hit.spans == ((4, 7),)


def test_a_query_of_nothing_but_signs_finds_nothing(whole: Index) -> None:
    assert whole.find("  ——@，") == []


ODD = Index(
    [ONCE, Target("b", "2", "Ǚ㈱ 〇１－x【"), Target("c", "3", ""), Target("d", "4", "aa a aaa aa")],
    {"一次性告知": "yi ci xing gao zhi"},
)


@given(st.text(max_size=30) | st.text(st.sampled_from("ycixnga1 一次"), max_size=12))
def test_any_text_is_answered_and_marks_lie_within_the_title_apart_from_each_other(query: str) -> None:
    for hit in ODD.find(query):
        bounds = [bound for span in hit.spans for bound in span]
        assert bounds == sorted(set(bounds))
        assert all(0 <= bound <= len(hit.target.title) for bound in bounds)


@given(st.data())
def test_every_part_of_a_title_finds_it_and_is_marked_as_it_stands(data: st.DataObject) -> None:
    title = data.draw(st.text(st.sampled_from("一次性告知窗口户籍证明办理"), min_size=1, max_size=12))
    begin = data.draw(st.integers(0, len(title) - 1))
    end = data.draw(st.integers(begin + 1, len(title)))
    found = Index([Target("a", "1", title)], {}).find(title[begin:end])
    assert len(found) == 1
    assert "".join(title[a:b] for a, b in found[0].spans) == title[begin:end]


def test_a_growing_query_gives_the_same_answers_as_one_asked_at_once(whole: Index) -> None:
    for at in range(1, 6):
        whole.find("ycxgz"[:at])
    again = Index(whole.targets, whole.readings)
    assert [hit.target for hit in whole.find("ycxgz")] == [hit.target for hit in again.find("ycxgz")]
