"""What citizens say about themselves: names, telephones, last four of the identity number, the words of a request.

It lies in `BOOK.private`, never in the journal and never in a package, always under a key. It is written before the
journal's line, inside the book's transaction, so that a crash leaves words without a line, never a line without words.
"""

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import text

from desktop.models import bigrams, private_backup
from desktop.models.bare import WAIT_MS
from desktop.models.disk import examine_pages
from desktop.models.private_backup import Copy
from desktop.models.private_file import PrivateFile
from desktop.models.private_rows import Held, Private, cleaned, drop, put
from desktop.models.refusals import BookRefused
from desktop.models.underway import Told, unheard


class PrivateStore:
    """The private half of a book, by record id. Every method raises BookRefused when the file does not open."""

    def __init__(self, book_path: Path, book_id: str, book_key: bytes | None, wait_ms: int = WAIT_MS) -> None:
        """Take the book's file, id and key; there is no file before the first `put`."""
        self.path = book_path.with_name(book_path.name + ".private")
        self._file = PrivateFile(self.path, book_id, book_key, wait_ms)
        self._book_id = book_id

    @property
    def exists(self) -> bool:
        """Whether anything was ever put."""
        return self._file.exists

    def put(self, said: Mapping[str, Private]) -> None:
        """Keep what belongs to records, in place of what stood there, in one transaction.

        Raises InputRefused `text_too_long`, `private_has_id`, `not_last_four`: then nothing was changed.
        """
        kept = {record: cleaned(one) for record, one in said.items()}
        if not kept:
            return
        with self._file.writing() as connection:
            drop(connection, kept)
            for record, one in kept.items():
                put(connection, record, one)

    def get(self, record: str) -> Private | None:
        """Return what is kept of a record."""
        return self.get_all((record,)).get(record)

    def get_all(self, records: Collection[str]) -> dict[str, Private]:
        """Return what is kept of records; the others are left out."""
        with self._file.reading() as connection:
            if connection is None or not records:
                return {}
            asked = {"records": json.dumps(list(records))}
            return {row.record: Private(*tuple(row)[1:]) for row in connection.execute(_KEPT, asked)}

    def count(self) -> int:
        """Return how many rows there are at least: names and telephones, or words, whichever are more."""
        with self._file.reading() as connection:
            return 0 if connection is None else int(connection.execute(_KEPT_COUNT).scalar_one())

    def first(self) -> list[str]:
        """Return the records of the rows that were written first and are still kept."""
        with self._file.reading() as connection:
            return [] if connection is None else list(connection.execute(_FIRST).scalars())

    def pages(self, size: int = 2000) -> Iterator[list[Held]]:
        """Give everything that is kept, without its words, page after page in the order of the records."""
        after = ""
        while page := self._page(after, size):
            yield page
            after = page[-1].record

    def _page(self, after: str, size: int) -> list[Held]:
        with self._file.reading() as connection:
            if connection is None:
                return []
            rows = connection.execute(_PAGE, {"after": after, "size": size})
            return [Held(row.record, bool(row.contact), bool(row.words)) for row in rows]

    def search(self, words: str, limit: int = 256) -> list[str]:
        """Return records whose text holds every run of letters and digits of the words, newest first."""
        query = bigrams.wanted(words)
        with self._file.reading() as connection:
            if connection is None or not query:
                return []
            return list(connection.execute(_SEARCH, {"query": query, "limit": limit}).scalars())

    def finds(self, words: str, most: int | None) -> list[str] | None:
        """Return records whose text holds every run of the words; None where there are more than `most`."""
        query = bigrams.wanted(words)
        with self._file.reading() as connection:
            if connection is None or not query:
                return []
            if most is not None:
                count = connection.execute(_COUNT, {"query": query, "limit": most + 1}).scalar_one()
                if count > most:
                    return None
            return list(connection.execute(_FINDS, {"query": query}).scalars())

    def newest(self, words: str, below: int | None, limit: int) -> list[tuple[int, str]]:
        """Return numbers and records of texts that hold every run of the words, by descending number (see `DAY_ROOM`).

        `below` is the number where the last call ended.
        """
        query = bigrams.wanted(words)
        with self._file.reading() as connection:
            if connection is None or not query:
                return []
            asked = {"query": query, "limit": limit, "below": _NO_END if below is None else below}
            return [(row.id, row.record) for row in connection.execute(_NEWEST, asked)]

    def texts(self, records: Collection[str]) -> dict[str, str]:
        """Return the words of requests by record; those without any are left out."""
        with self._file.reading() as connection:
            if connection is None:
                return {}
            found = connection.execute(_TEXTS, {"records": json.dumps(list(records))})
            return {row.record: row.text for row in found}

    def forget(self, records: Collection[str]) -> int:
        """Delete what is kept of records and return how many had anything. `purge` also cleans backups and gaps."""
        if not self.exists or not records:
            return 0
        with self._file.writing() as connection:
            count = drop(connection, records)
        with suppress(BookRefused):
            self._file.empty_log()
        return count

    def unsettled(self) -> list[str]:
        """Return the records put since the last `orphans`: the journal may not know them."""
        with self._file.reading() as connection:
            return [] if connection is None else list(connection.execute(_UNSETTLED).scalars())

    def orphans(self, known: Collection[str]) -> list[str]:
        """Remove what was put since the last call for records that are not known; return these.

        A record that was known once stays: after an older book was put back, its line may come again in a package.
        Call it under the book's write lock, or it takes away what another process is just putting.
        """
        if not self.unsettled():
            return []
        with self._file.writing() as connection:
            gone = [record for record in connection.execute(_UNSETTLED).scalars() if record not in known]
            drop(connection, gone)
            connection.execute(text("DELETE FROM unsettled"))
        if gone:
            with suppress(BookRefused):
                self._file.empty_log()
        return gone

    def purge(self, records: Collection[str], now: datetime) -> int:
        """Delete what is kept of records so that no byte of it is left, and return how many had anything.

        Raises what `delete` and `scrub` raise.
        """
        count = self.delete(list(records)) if self.exists else 0
        self.scrub(now)
        return count

    def delete(self, records: Sequence[str], told: Told = unheard) -> int:
        """Delete the rows of records in one transaction and return how many had anything; `scrub` has to follow.

        What `told` raises leaves everything as it was.
        """
        count = 0
        with self._file.writing() as connection:
            # `scrub` cleans the whole index at once, which is ten times faster than token by token.
            connection.execute(_SECURELY, {"on": 0})
            for start in range(0, len(records), _AT_ONCE):
                told(start / len(records))
                count += drop(connection, records[start : start + _AT_ONCE])
            connection.execute(_SECURELY, {"on": 1})
        return count

    def scrub(self, now: datetime) -> int:
        """Leave no byte of deleted rows in file, log or backups, and return how many older backups went.

        One of what remains is made. Raises BookRefused `busy` while another process uses the file, `backups_left`
        (names) when a backup could not be removed: then it has to be done again.
        """
        older = len(private_backup.copies(self._book_id))
        if not self.exists:
            self._drop_backups(None)
            return older
        copy = None
        try:
            self._file.compact()
            self._file.empty_log()
            copy = self.backup(now)
        finally:
            self._drop_backups(copy)
        return older

    def backups(self) -> list[Copy]:
        """Return the backups, newest first; none is older than `private_backup.LONGEST`."""
        return private_backup.copies(self._book_id)

    def backup(self, now: datetime) -> Copy | None:
        """Make a backup now, None where there is nothing. Raises BookRefused when it cannot be made."""
        if not self.exists:
            return None
        return private_backup.make(self.path, self._file.key, self._book_id, self._file.changes(), now)

    def backup_if_due(self, now: datetime) -> Copy | None:
        """Make a backup where something changed and the last is an hour old; let those past 35 days go."""
        self.expire(now)
        return self.backup(now) if private_backup.is_due(self._book_id, self._file.changes(), now) else None

    def expire(self, now: datetime) -> None:
        """Remove backups past their 35 days."""
        private_backup.expire(self._book_id, now)

    def examine(self, *, whole: bool = False) -> None:
        """Raise BookRefused when there is a file and it does not open; `whole` looks at every page."""
        with self._file.reading():
            pass
        if whole and self.exists:
            examine_pages(self.path, self._file.key)

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _drop_backups(self, but: Copy | None) -> None:
        left = private_backup.drop(self._book_id, but)
        if left:
            raise BookRefused("backups_left", path=str(self.path), names=", ".join(left))


_AT_ONCE = 200
_KEPT_COUNT = text("SELECT max((SELECT count(*) FROM contact), (SELECT count(*) FROM request_text))")
_FIRST = text(
    "SELECT record FROM (SELECT record FROM contact ORDER BY rowid LIMIT 1)"
    " UNION SELECT record FROM (SELECT record FROM request_text ORDER BY id LIMIT 1)"
)
_PAGE = text(
    "SELECT record, max(contact) AS contact, max(words) AS words FROM ("
    "SELECT * FROM (SELECT record, 1 AS contact, 0 AS words FROM contact WHERE record > :after ORDER BY 1 LIMIT :size)"
    " UNION ALL SELECT * FROM (SELECT record, 0, 1 FROM request_text WHERE record > :after ORDER BY 1 LIMIT :size))"
    " GROUP BY record ORDER BY record LIMIT :size"
)
_KEPT = text(
    "SELECT asked.value AS record, coalesce(name, ''), coalesce(phone, ''), coalesce(id_last4, ''), coalesce(text, '')"
    " FROM json_each(:records) asked LEFT JOIN contact ON contact.record = asked.value"
    " LEFT JOIN request_text ON request_text.record = asked.value"
    " WHERE contact.record IS NOT NULL OR request_text.record IS NOT NULL"
)
_SEARCH = text(
    "SELECT record FROM word JOIN request_text ON request_text.id = word.rowid WHERE word MATCH :query"
    " ORDER BY word.rowid DESC LIMIT :limit"
)
_COUNT = text("SELECT count(*) FROM (SELECT rowid FROM word WHERE word MATCH :query LIMIT :limit)")
_NEWEST = text(
    "SELECT request_text.id, record FROM word JOIN request_text ON request_text.id = word.rowid"
    " WHERE word MATCH :query AND word.rowid < :below ORDER BY word.rowid DESC LIMIT :limit"
)
_NO_END = 1 << 62
_FINDS = text("SELECT record FROM word JOIN request_text ON request_text.id = word.rowid WHERE word MATCH :query")
_TEXTS = text("SELECT record, text FROM request_text WHERE record IN (SELECT value FROM json_each(:records))")
_SECURELY = text("INSERT INTO word (word, rank) VALUES ('secure-delete', :on)")
_UNSETTLED = text("SELECT record FROM unsettled")
