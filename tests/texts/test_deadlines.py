"""The sentence that explains a deadline, word for word, in both languages."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

from desktop import i18n
from desktop.models.clock import BEIJING
from desktop.models.deadlines import due
from desktop.models.limits import Extension, Limit, LimitUnit, Promise, Stop
from desktop.models.shipped_calendar import shipped
from desktop.texts.deadlines import sentence
from desktop.texts.promises import unit_words

TEN, FIVE = Limit(10, LimitUnit.WORKDAY), Limit(5, LimitUnit.WORKDAY)
NOVEMBER, BEFORE_HOLIDAY = date(2026, 11, 27), date(2026, 12, 25)


@pytest.fixture(autouse=True)
def _language() -> Iterator[None]:
    """Speak Chinese again after a test that did not."""
    yield
    i18n.use("zh")


def told(
    start: date | datetime, promise: Promise, *stops: Stop, extension: Extension | None = None, clock: str = ""
) -> str:
    return sentence(due(start, promise, stops, extension, shipped()), clock or "acceptance")


CHINESE: list[tuple[tuple[date, Promise, *tuple[Stop, ...]], str]] = [
    (
        (NOVEMBER, Promise(TEN, Limit(60, LimitUnit.DAY)), Stop(date(2026, 12, 1), date(2026, 12, 3), "鉴定")),
        ("11月27日受理，次日起算，承诺 10 个工作日，跳过周末 6 天，停钟 3 天（鉴定），至12月16日；"
        "法定 60 日，至2027年1月29日（暂定），以承诺为准。"),
    ),
    (
        (date(2026, 9, 28), Promise(TEN, Limit(15, LimitUnit.DAY))),
        "9月28日受理，次日起算，承诺 10 个工作日，至10月16日；法定 15 日，至10月13日，以法定为准。",
    ),
    (
        (date(2026, 2, 13), Promise(FIVE)),
        "2月13日受理，次日起算，承诺 5 个工作日，跳过春节 9 天，含调休上班 1 天，至2月27日。",
    ),
    (
        (date(2026, 9, 10), Promise(None, Limit(15, LimitUnit.DAY))),
        "9月10日受理，次日起算，法定 15 日，跳过中秋节 2 天，9月25日不计，顺延，至9月28日。",
    ),
    (
        (NOVEMBER, Promise(TEN, Limit(15, LimitUnit.DAY)), Stop(date(2026, 12, 1))),
        ("11月27日受理，次日起算，承诺 10 个工作日，跳过周末 2 天，12月1日起停钟，尚余 9 个工作日，恢复后再计；"
        "法定 15 日，12月1日起停钟，尚余 12 日，恢复后再计，以何为准待定。"),
    ),
    (
        (NOVEMBER, Promise(Limit(0, LimitUnit.ON_THE_SPOT), FIVE)),
        "11月27日受理，承诺当场办结，至11月27日；法定 5 个工作日，至12月4日，以承诺为准。",
    ),
    (
        (datetime(2026, 11, 27, 10, 5, tzinfo=BEIJING), Promise(Limit(24, LimitUnit.HOUR))),
        "11月27日 10:05受理，即时起算，承诺 24 小时，至11月28日 10:05。",
    ),
    (
        (date(2027, 12, 27), Promise(TEN)),
        "12月27日受理，次日起算，承诺 10 个工作日，2028年无日历，不能算出日期。",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("case", "words"), CHINESE, ids=[str(n) for n in range(len(CHINESE))])
def test_a_deadline_explains_itself_in_chinese(case: tuple[date, Promise, *tuple[Stop, ...]], words: str) -> None:
    assert told(*case) == words


def test_the_extension_and_a_provisional_date_are_said() -> None:
    more = Extension(5, LimitUnit.WORKDAY)
    assert told(BEFORE_HOLIDAY, Promise(TEN), extension=more) == (
        "12月25日受理，次日起算，承诺 10 个工作日，经批准延长 5 个工作日，跳过周末 8 天、元旦 1 天，"
        "至2027年1月18日（暂定）。"
    )


def test_a_deadline_explains_itself_in_english() -> None:
    i18n.use("en")
    stop = Stop(date(2026, 12, 28), date(2026, 12, 30))
    assert told(BEFORE_HOLIDAY, Promise(TEN, Limit(60, LimitUnit.DAY)), stop) == (
        "Accepted on 25 December, counted from the next day, promised 10 workdays, skipping weekend (6), "
        "New Year's Day (1), clock stopped (3), until 14 January 2027 (provisional); by law 60 days, until "
        "26 February 2027 (provisional), the promise counts."
    )


@pytest.mark.parametrize(
    ("clock", "words"), [("receipt", "11月27日收到"), ("dispatch", "11月27日派警"), ("event", "11月27日起")]
)
def test_the_sentence_says_what_starts_the_clock(clock: str, words: str) -> None:
    assert told(NOVEMBER, Promise(TEN), clock=clock).startswith(words)


def test_the_words_of_every_unit_are_known_in_both_languages() -> None:
    words = unit_words()
    assert set(words.values()) == set(LimitUnit)
    assert words["个工作日"] == words["workdays"] == "workday"
