"""The last word and the number of evidence files of every commitment, for sheets of thousands of rows."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, text


@dataclass(frozen=True, slots=True)
class Remark:
    """The last note or reason that still stands (empty: none), its day, and how many files were attached in all."""

    words: str
    on_day: date | None
    evidence: int


_WORDS = text("""
WITH taken(stamp) AS MATERIALIZED (
 SELECT u.undoes FROM entry u WHERE u.kind = 'undo' AND u.undoes IS NOT NULL AND u.placed < :end AND u.arrival <= :heard
  AND u.stamp NOT IN (SELECT r.undoes FROM entry r WHERE r.undoes IS NOT NULL AND r.placed < :end))
SELECT substr(l.record, 12) AS id, max(l.stamp) AS stamp, e.reason, e.note, e.on_day
FROM line l JOIN entry e ON e.device = l.device AND e.seq = l.seq
WHERE l.record >= 'commitment:' AND l.record < 'commitment;' AND l.booked = 1 AND l.stamp < :end
 AND e.arrival <= :heard AND (e.note <> '' OR e.reason <> '') AND e.kind <> 'undo'
 AND e.stamp NOT IN (SELECT stamp FROM taken)
GROUP BY l.record
""")

_FILES = text("""
SELECT substr(record, 12), sum(files) FROM (
 SELECT DISTINCT l.record, e.device, e.seq, json_array_length(e.evidence) AS files
 FROM entry e JOIN line l ON l.device = e.device AND l.seq = e.seq
 WHERE e.evidence IS NOT NULL AND l.booked = 1 AND l.stamp < :end AND e.arrival <= :heard
  AND l.record >= 'commitment:' AND l.record < 'commitment;') AS filed
GROUP BY record
""")


def remarks(connection: Connection, end: str, heard: int) -> dict[str, Remark]:
    """Return the remarks of a moment by the commitment's id; commitments without words and files are left out."""
    at = {"end": end, "heard": heard}
    files: dict[str, int] = dict(connection.execute(_FILES, at).all())
    words = {row.id: row for row in connection.execute(_WORDS, at)}
    found = {}
    for key in words.keys() | files.keys():
        row = words.get(key)
        said, day = (row.reason or row.note, date.fromisoformat(row.on_day)) if row is not None else ("", None)
        found[key] = Remark(said, day, files.get(key, 0))
    return found
