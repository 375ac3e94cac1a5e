"""The tables of a book. Nothing here says how they are used.

Journal tables (entry, line) are append-only by trigger. Ledger tables are derived and may be dropped at any time.
Local tables (booking, quarantine, kept, fact) never leave this computer.
"""

from sqlalchemy import Column, ForeignKeyConstraint, Index, Integer, MetaData, PrimaryKeyConstraint, Table, Text

meta = MetaData()


TEXT = Text().with_variant(Text(collation="C"), "postgresql")
"""Texts are compared byte by byte, as SQLite does, so PostgreSQL must not apply a language's order to them."""


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, TEXT, nullable=null)


def _number(name: str, *, null: bool = False) -> Column[int]:
    return Column(name, Integer, nullable=null)


entry = Table(
    "entry",
    meta,
    _text("device"),
    _number("seq"),
    _text("stamp", null=True),
    _text("on_day", null=True),
    _text("kind", null=True),
    _text("author", null=True),
    _text("role", null=True),
    _text("unit", null=True),
    _text("note", null=True),
    _text("reason", null=True),
    _text("evidence", null=True),
    _text("undoes", null=True),
    _number("format", null=True),
    _text("content"),
    _text("digest", null=True),
    _text("placed", null=True),
    _number("arrival"),
    _number("booking", null=True),
    PrimaryKeyConstraint("device", "seq"),
    sqlite_strict=True,
)
"""One deed. A stub has nothing but device, seq and content; `placed` is the stamp that counts (capped where doubted);
`arrival` and `booking` are local."""
Index("entry_placed", entry.c.placed)
Index("entry_arrival", entry.c.arrival, unique=True)
Index("entry_unit", entry.c.unit, entry.c.arrival)
"""For undo: a unit's own deeds, newest first, however many came from elsewhere since."""
Index("entry_booking", entry.c.booking, sqlite_where=entry.c.booking.is_not(None))

line = Table(
    "line",
    meta,
    _text("record"),
    _text("field"),
    _text("stamp"),
    _text("device"),
    _number("seq"),
    _text("base_device", null=True),
    _number("base_seq", null=True),
    _text("before", null=True),
    _text("after", null=True),
    Column("booked", Integer, nullable=False),
    _text("on_day"),
    PrimaryKeyConstraint("record", "field", "stamp"),
    ForeignKeyConstraint(["device", "seq"], ["entry.device", "entry.seq"]),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""One field of one record, clustered as history: the present, a past day and the story are range seeks. `booked` and
`on_day` are local: 0 keeps the line out of ledger, as-of and export; the day is the entry's own, repeated so that a
past day is read without the entry."""
Index("line_entry", line.c.device, line.c.seq)

fact = Table("fact", meta, _text("name"), _text("value"), PrimaryKeyConstraint("name"), sqlite_strict=True)
"""What this book is: id, unit, practice, format, form of the ledger."""

booking = Table(
    "booking",
    meta,
    Column("id", Integer, primary_key=True),
    _text("source"),
    _text("state"),
    _text("at"),
    sqlite_strict=True,
)
"""A local act in which entries came in: staged, booked, held or taken_back."""

quarantine = Table(
    "quarantine",
    meta,
    _text("device"),
    _number("seq"),
    _text("content"),
    _text("entry"),
    _number("booking"),
    PrimaryKeyConstraint("device", "seq", "content"),
    sqlite_strict=True,
)
"""Foreign entries whose place is taken by another content (forks)."""

kept = Table(
    "kept",
    meta,
    _text("kind"),
    _text("key"),
    _text("value"),
    PrimaryKeyConstraint("kind", "key"),
    sqlite_strict=True,
)
"""Preferences of the book, drafts, receipts: whatever is local and no deed."""

overruled = Table(
    "overruled",
    meta,
    _text("record"),
    _text("field"),
    _text("stamp"),
    _text("device"),
    _number("seq"),
    _text("by_device"),
    _number("by_seq"),
    PrimaryKeyConstraint("record", "field", "stamp"),
    sqlite_with_rowid=False,
    sqlite_strict=True,
)
"""Derived like the ledger: each line that was overruled by an author who had not seen it, and by which entry."""

LOCAL = (kept,)
JOURNAL = (entry, line)

_CONTENT = "device, seq, stamp, on_day, kind, author, role, unit, note, reason, evidence, undoes, format, content"
GUARDS = {
    "entry_stays": "BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END",
    "line_stays": "BEFORE DELETE ON line BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END",
    "entry_stands": f"BEFORE UPDATE OF {_CONTENT} ON entry BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END",
    "digest_stands": "BEFORE UPDATE OF digest ON entry WHEN OLD.digest IS NOT NULL "
    "BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END",
    "line_stands": "BEFORE UPDATE OF record, field, stamp, device, seq, base_device, base_seq, before, after ON line "
    "BEGIN SELECT RAISE(ABORT, 'journal is append-only'); END",
}
"""Triggers of SQLite that keep the journal append-only; redaction, a filled stub and a clock doubt lift them inside
their own transaction."""
