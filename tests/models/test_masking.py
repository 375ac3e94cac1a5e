import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models import masking
from desktop.models.citizen_numbers import credit_code_is_valid, id_is_valid
from desktop.models.masking import Readers
from desktop.models.surnames import COMPOUND

WIDE = str.maketrans("0123456789-", "０１２３４５６７８９－")
tangled = st.text(
    st.sampled_from("01368952*-+ ()省县市区旗镇乡街道路村社居委会号张欧阳司马·、/或Xx\u3000\u200d３"), max_size=40
)
anything = st.text(st.characters(), max_size=40) | tangled
han = st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5)
digits = st.sampled_from("0123456789")
EVERY = (masking.name, masking.phone, masking.last4, masking.address, masking.village, masking.words)


@pytest.mark.parametrize(("typed", "seen"), [
    ("张三", "张*"), ("张三丰", "张**"), ("欧阳修文", "欧阳**"), ("诸葛亮", "诸葛*"), ("欧阳", "欧*"), ("张", "张*"),
    ("王䶮", "王*"), ("𬭎某", "𬭎*"), ("　张 三　", "张*"), ("阿卜杜·热合曼", "阿***"), ("买买提•艾力", "买***"),
    ("司马·甲乙", "司***"), ("John Smith", "J***"), ("Émile", "É***"), ("葛\U000e0100城", "葛\U000e0100*"),
    ("13812341234", "****"), ("", ""), (" \t", ""),
])  # fmt: skip
def test_a_name_keeps_its_surname_only(typed: str, seen: str) -> None:
    assert masking.name(typed) == seen
    assert masking.name(masking.name(typed)) == masking.name(typed)


@pytest.mark.parametrize(("typed", "seen"), [
    ("13812341234", "138****1234"), ("138 1234 1234", "138****1234"), ("+86 138-1234-1234", "138****1234"),
    ("8613812341234", "138****1234"), ("电话：13812341234".translate(WIDE), "138****1234"),
    ("0317-2345678", "0317-*****78"), ("（0317）2345678", "0317-*****78"), ("010-12345678", "010-******78"),
    ("2345678", "*****78"), ("13812341234/0317-2345678", "138****1234、0317-*****78"),
    ("12345", "****"), ("没有", "****"), ("1381234123", "****"), ("13812341234 13912341234", "****"), ("", ""),
])  # fmt: skip
def test_a_telephone_keeps_what_may_be_seen(typed: str, seen: str) -> None:
    assert masking.phone(typed) == seen
    assert masking.phone(seen) == seen


@pytest.mark.parametrize(("typed", "township", "village"), [
    ("沧州市运河区水月寺街道光荣路12号", "沧州市运河区水月寺街道***", "沧州市运河区水月寺街道***"),
    ("河北省沧州市沧县李天木镇刘家庄村3排5号", "河北省沧州市沧县李天木镇***", "河北省沧州市沧县李天木镇刘家庄村***"),
    ("任丘市出岸镇市场街9号", "任丘市出岸镇***", "任丘市出岸镇***"),
    ("河南省新乡市红旗区西街街道", "河南省新乡市红旗区西街街道", "河南省新乡市红旗区西街街道"),
    ("幸福小区3号楼2单元", "***", "***"), ("12 High Street", "***", "***"), ("", "", ""),
])  # fmt: skip
def test_an_address_ends_at_the_township_or_the_village(typed: str, township: str, village: str) -> None:
    assert masking.address(typed) == township
    assert masking.village(typed) == village


def test_of_a_residents_number_the_last_four_are_left() -> None:
    assert masking.last4("13090219900101123x") == "**************123X"
    assert masking.last4("１２３Ｘ") == "**************123X"
    assert masking.last4("abc") == "******************"


def test_the_table_decides_who_sees_what() -> None:
    seen = {one: [masking.shown(field, text, one) for field, text in (
        ("citizen_name", "张三丰"), ("mobile", "13812341234"), ("address", "沧县李天木镇刘家庄村3号"),
        ("id_number", "130902199001011234"), ("request_no", "W101-1"), ("staff_name", "李四"), ("minor", "小明"),
        ("rater", "张三丰"), ("unheard_of", "张三丰"),
    )] for one in Readers}  # fmt: skip
    assert set(seen[Readers.PUBLIC]) == {""}
    assert seen[Readers.INTERNAL] == [
        "张**", "138****1234", "沧县李天木镇***", "", "W101-1", "李四", "", "", "",
    ]  # fmt: skip
    assert seen[Readers.STATION] == [
        "张三丰", "13812341234", "沧县李天木镇刘家庄村***", "*" * 14 + "1234", "W101-1", "李四", "", "", "",
    ]  # fmt: skip


def test_running_text_loses_mobiles_and_residents_numbers_and_keeps_the_rest() -> None:
    told = "请于2026年11月30日前携13090219900101123X原件到窗口，或致电１３８１２３４１２３４，编号W101-20261123-A0007"
    number = _valid("13090219900101123")
    hidden = masking.words(told.replace("13090219900101123X", number))
    assert hidden == f"请于2026年11月30日前携{'*' * 18}原件到窗口，或致电138****1234，编号W101-20261123-A0007"
    assert masking.words("编号Ｗ１０１") == "编号Ｗ１０１"


def _valid(body: str) -> str:
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return body + "10X98765432"[sum(int(d) * w for d, w in zip(body, weights, strict=True)) % 11]


@given(anything)
def test_nothing_raises_and_masking_twice_changes_nothing(text: str) -> None:
    for mask in EVERY:
        once = mask(text)
        assert mask(once) == once, mask.__name__


@given(st.text(han, min_size=3, max_size=4), st.text(han, min_size=1, max_size=2))
def test_a_masked_name_does_not_depend_on_what_is_hidden(full: str, other: str) -> None:
    kept = 2 if full[:2] in COMPOUND else 1
    hidden = full[kept:]
    swapped = full[:kept] + (other * len(hidden))[: len(hidden)]
    if (swapped[:2] in COMPOUND) == (kept == 2):
        assert masking.name(full) == masking.name(swapped) == full[:kept] + "*" * len(hidden)


@given(st.text(digits, min_size=4, max_size=4), st.text(digits, min_size=4, max_size=4), st.booleans())
def test_a_masked_telephone_does_not_depend_on_what_is_hidden(hidden: str, last: str, wide: bool) -> None:
    typed = f"139{hidden}{last}"
    assert masking.phone(typed.translate(WIDE) if wide else typed) == f"139****{last}"


@given(anything)
def test_a_mask_never_shows_more_letters_than_its_rule_allows(text: str) -> None:
    letters = [char for char in masking.name(text) if char != "*" and char.isalpha()]
    assert len(letters) <= 2
    assert sum(char.isdecimal() for char in masking.last4(text)) <= 4
    assert not any(char.isdecimal() for char in masking.address(text))


def test_check_digits_are_checked() -> None:
    number = _valid("13090219900101123")
    assert id_is_valid(number)
    assert id_is_valid(f" {number[:6]}-{number[6:14]} {number[14:]} ".translate(WIDE))
    assert not id_is_valid(number[:-1] + ("1" if number[-1] != "1" else "2"))
    assert not id_is_valid(_valid("13090219901301123"))
    assert credit_code_is_valid("91110000600037341L")
    assert not credit_code_is_valid("91110000600037342L")


@given(anything)
def test_checking_never_raises(text: str) -> None:
    assert not id_is_valid(text)
    assert not credit_code_is_valid(text)
