"""Citizens' words: kept apart under a key, and found by any two characters."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop import paths
from desktop.models import bigrams
from desktop.models.bare import bare
from desktop.models.private import PrivateStore
from desktop.models.private_file import PrivateFile
from desktop.models.private_key import place, private_key
from desktop.models.private_rows import Private
from desktop.models.refusals import BookRefused, InputRefused
from tests.private_words import KEY, NOW, OUYANG, WANG, stored


def test_there_is_no_file_and_no_key_before_the_first_words(store: PrivateStore) -> None:
    assert store.get("request:1") is None
    assert store.search("窗口") == store.unsettled() == store.orphans(()) == []
    assert store.forget(["request:1"]) == store.purge(["request:1"], NOW) == 0
    assert store.backup(NOW) is None
    store.put({})
    store.examine(whole=True)
    assert list(store.path.parent.iterdir()) == [] == list(paths.data().iterdir())


def test_what_is_put_comes_back_also_in_another_process_and_is_replaced_whole(
    store: PrivateStore, tmp_path: Path
) -> None:
    store.put({"request:1": WANG, "request:2": OUYANG})
    store.put({"request:2": Private(phone=" 62345678 ")})
    store.close()
    again = PrivateStore(tmp_path / "a.book", "b1", None if place("b1").exists() else KEY)
    assert again.get_all(["request:1", "request:2", "request:3"]) == {
        "request:1": WANG, "request:2": Private("", "62345678", "", ""),
    }  # fmt: skip
    assert again.search("发票") == []
    again.close()


def test_the_file_is_never_readable_without_its_key(store: PrivateStore) -> None:
    store.put({"request:1": WANG})
    for file in store.path.parent.iterdir():
        content = file.read_bytes()
        assert not any(part in content for part in (b"SQLite format", WANG.name.encode(), b"13812345678"))
    assert WANG.name.encode() in stored(store), "the test itself must be able to see words"


def test_the_random_key_is_this_users_alone(tmp_path: Path) -> None:
    store = PrivateStore(tmp_path / "a.book", "b1", None)
    store.put({"request:1": WANG})
    store.close()
    assert place("b1").stat().st_mode & 0o777 == 0o600
    assert len(place("b1").read_bytes()) == 32
    assert list(place("b1").parent.iterdir()) == [place("b1")]


def test_no_repr_shows_a_citizen() -> None:
    assert repr(WANG) == "Private()"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("窗口", ["r1"]), ("证", ["r1"]), ("上门", ["r1"]), ("便", ["r1"]), ("证老", []), ("etc", ["r2"]),
        ("ＥＴＣ", ["r2"]), ("办", ["r2", "r1"]), ("补办 发票", ["r2"]), ("补办 窗口", []), ('"证* OR', []), ("", []),
        ("，。", []), ("王小明", []),
    ],
)  # fmt: skip
def test_any_part_of_a_sentence_is_found(tmp_path: Path, words: str, found: list[str]) -> None:
    store = PrivateStore(tmp_path / "a.book", "b1", KEY)
    store.put({"r1": WANG, "r2": OUYANG})
    assert store.search(words) == found
    assert store.search(words, limit=1) == found[:1]
    store.close()


LETTERS = st.text(st.sampled_from("办证户口aBß１é，😀𠮷 ﬁ\u0301"), max_size=8)


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PrivateStore]:
    store = PrivateStore(tmp_path_factory.mktemp("index") / "a.book", "b1", KEY)
    yield store
    store.close()


@settings(deadline=None)
@given(LETTERS, LETTERS)
def test_found_is_what_holds_every_run_of_the_words(index: PrivateStore, words: str, text: str) -> None:
    index.put({"r": Private(text=text)})
    asked, there = bigrams.runs(words), bigrams.runs(text)
    expected = bool(asked) and all(any(part in run for run in there) for part in asked)
    assert bool(index.search(words)) == expected


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (Private(text="身份证 11010519491231002X 已交"), "private_has_id"),
        (Private(name="11010519491231002X"), "private_has_id"),
        (Private(phone="110105 19491231 002X"), "private_has_id"),
        (Private(id_last4="11010519491231002X"), "not_last_four"),
        (Private(id_last4="02X"), "not_last_four"),
        (Private(name="王" * 101), "text_too_long"),
        (Private(text="办" * 4001), "text_too_long"),
    ],
)
def test_a_whole_identity_number_is_never_kept(tmp_path: Path, said: Private, code: str) -> None:
    store = PrivateStore(tmp_path / "a.book", "b1", KEY)
    with pytest.raises(InputRefused, match=code) as refused:
        store.put({"request:1": WANG, "request:2": said})
    assert "1949" not in str(refused.value)
    assert not store.exists
    store.put({"request:1": Private(id_last4=" ００1x ")})
    assert store.get("request:1") == Private(id_last4="001X")
    store.close()


def test_a_file_without_its_key_is_refused_and_nothing_is_made_anew(tmp_path: Path) -> None:
    store = PrivateStore(tmp_path / "a.book", "b1", None)
    store.put({"request:1": WANG})
    store.close()
    good = place("b1").read_bytes()
    place("b1").unlink()
    with pytest.raises(BookRefused, match="private_key_missing"):
        store.put({"request:2": WANG})
    assert not place("b1").exists()
    for wrong in (bytes(32), b"short"):
        place("b1").write_bytes(wrong)
        with pytest.raises(BookRefused, match="private_key_wrong"):
            store.get("request:1")
    place("b1").write_bytes(good)
    assert store.get("request:1") == WANG
    store.close()


def test_another_books_file_and_a_newer_one_are_refused(tmp_path: Path) -> None:
    store = PrivateStore(tmp_path / "a.book", "b1", KEY)
    store.put({"request:1": WANG})
    store.close()
    with pytest.raises(BookRefused, match="private_not_of_book"):
        PrivateStore(tmp_path / "a.book", "b2", KEY).get("request:1")
    with bare(store.path, private_key(store.path, "b1", KEY, new=False)) as connection:
        connection.execute("PRAGMA user_version = 99")
    with pytest.raises(BookRefused, match="newer_book"):
        store.get("request:1")


def test_an_index_built_in_another_way_is_built_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    store = PrivateStore(tmp_path / "a.book", "b1", KEY)
    store.put({"request:1": WANG})
    store.close()
    monkeypatch.setattr(bigrams, "FORM", 2)
    assert store.search("窗口") == ["request:1"]
    file = PrivateFile(store.path, "b1", KEY)
    with file.reading() as connection:
        assert connection is not None
        assert connection.exec_driver_sql("SELECT value FROM fact WHERE name = 'pairs'").scalar_one() == 2
    file.close()
    store.close()
