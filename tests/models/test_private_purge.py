"""Citizens' words that shall go: without a row, a token, a byte or a backup left."""

import os
from datetime import timedelta

import pytest

from desktop.models import bigrams, private_backup
from desktop.models.backup import folder
from desktop.models.bare import bare
from desktop.models.private import PrivateStore
from desktop.models.private_key import place
from desktop.models.private_rows import Private
from desktop.models.refusals import BookRefused
from tests.private_words import KEY, NOW, OUYANG, WANG, key_of, stored, tokens


def test_forgetting_leaves_no_row_and_no_token(store: PrivateStore) -> None:
    store.put({"request:1": WANG, "request:2": OUYANG})
    assert store.forget(["request:1", "request:9"]) == 1
    assert store.get("request:1") is None
    assert store.search("窗口") == []
    left = stored(store)
    assert not any(part.encode() in left for part in ("王小明", "13812345678", "窗口", "001X"))
    assert "欧阳丽".encode() in left
    assert tokens(store) == set(bigrams.indexed(OUYANG.text).split())
    assert store.search("发票") == ["request:2"]


def many(count: int) -> dict[str, Private]:
    return {f"request:{n}": one(n) for n in range(count)}


def one(n: int) -> Private:
    return Private(f"赵{n:05}氏", f"139{n:08}", f"{n % 1000:03}X", f"第{n:05}号请求补办{n * 7919:09}" * (1 + n % 40))


def traces(said: dict[str, Private], left: bytes) -> list[str]:
    return [word for one in said.values() for word in (one.name, one.phone, one.text[:7]) if word.encode() in left]


def test_after_a_purge_no_byte_is_left_in_file_log_or_backup(store: PrivateStore) -> None:
    said = many(600)
    keys = list(said)
    for start in range(0, 600, 150):
        store.put({key: said[key] for key in keys[start : start + 150]})
        store.backup(NOW + timedelta(minutes=start))
    store.put({key: Private(said[key].name, "changed", "", said[key].text[::-1]) for key in keys[::5]})
    (folder("b1") / "20260101T000000Z-1.private.part").write_bytes(os.urandom(4096))
    gone, stay = keys[::2], {key: said[key] for key in keys[1::2] if keys.index(key) % 5}
    assert traces({key: said[key] for key in gone}, stored(store))
    assert store.purge(gone, NOW + timedelta(days=1)) == 300
    left = stored(store)
    assert traces({key: said[key] for key in gone}, left) == []
    assert all(one.name.encode() in left for one in stay.values())
    assert [copy.at for copy in private_backup.copies("b1")] == [NOW + timedelta(days=1)]
    assert len(list(folder("b1").iterdir())) == 1
    assert store.search("补办", limit=1000)
    store.examine(whole=True)


def test_a_purge_tells_when_another_process_still_reads_old_words(store: PrivateStore) -> None:
    store.put({"request:1": WANG})
    key = key_of(store)
    with bare(store.path, key) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM contact").fetchall()
        impatient = PrivateStore(store.path.with_suffix(""), "b1", None if place("b1").exists() else KEY, 0)
        with pytest.raises(BookRefused, match="busy"):
            impatient.purge(["request:1"], NOW)
    assert impatient.purge(["request:1"], NOW) == 0
    assert "王小明".encode() not in stored(store)
    impatient.close()


def test_backups_live_at_most_thirty_five_days(store: PrivateStore) -> None:
    for day in range(0, 80, 2):
        store.put({f"request:{day}": WANG})
        assert store.backup_if_due(NOW + timedelta(days=day)) is not None
    assert store.backup_if_due(NOW + timedelta(days=78, minutes=90)) is None
    ages = [(NOW + timedelta(days=78) - copy.at).days for copy in private_backup.copies("b1")]
    assert 14 <= len(ages) <= 20
    assert max(ages) <= 35
    future = folder("b1") / "20300101T000000Z-9.private"
    future.write_bytes(b"dated by a wrong clock")
    private_backup.expire("b1", NOW + timedelta(days=113, hours=1))
    assert list(folder("b1").iterdir()) == []


def test_a_backup_is_the_file_itself_under_the_same_key(store: PrivateStore) -> None:
    store.put({"request:1": WANG, "request:2": OUYANG})
    copy = store.backup(NOW)
    assert copy is not None
    store.close()
    copy.path.replace(store.path)
    assert store.get("request:1") == WANG
    assert store.search("发票") == ["request:2"]
