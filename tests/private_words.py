"""Two citizens for tests of the private file, and everything that its files hold in truth."""

from datetime import UTC, datetime

from desktop.models.backup import folder
from desktop.models.bare import bare
from desktop.models.private import PrivateStore
from desktop.models.private_key import place, private_key
from desktop.models.private_rows import Private
from tests.deciphered import deciphered

KEY = bytes(range(32))
NOW = datetime(2026, 9, 30, 4, tzinfo=UTC)
WANG = Private("王小明", "13812345678", "001X", "窗口办理身份证，老人行动不便，请求上门")
OUYANG = Private("欧阳丽", "010-62345678", "", "ETC 发票遗失，补办两次")


def key_of(store: PrivateStore) -> bytes:
    book_key = None if place("b1").exists() else KEY
    return private_key(store.path, "b1", book_key, new=False)


def stored(store: PrivateStore) -> bytes:
    """Return every deciphered byte of the file, its log and its backups."""
    files = [*store.path.parent.glob(f"{store.path.name}*"), *folder("b1").glob("*.private*")]
    return b"".join(deciphered(file, key_of(store)) for file in files if not file.name.endswith("-shm"))


def tokens(store: PrivateStore) -> set[str]:
    """Return every token that is in the index."""
    with bare(store.path, key_of(store)) as connection:
        connection.execute("CREATE VIRTUAL TABLE temp.token USING fts5vocab(main, word, row)")
        return {row[0] for row in connection.execute("SELECT term FROM temp.token")}
