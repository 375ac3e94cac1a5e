"""The open disputes of a record: what was overruled unseen and is not settled yet."""

from dataclasses import dataclass

from sqlalchemy import Connection, text

from desktop.models import overruled


@dataclass(frozen=True, slots=True)
class Dispute:
    """A value that somebody overruled without having seen it. `dispute:` and `id` name the record that settles it."""

    id: str
    record: str
    field: str
    lost: str | None
    stamp: str


_FLAGS = text(
    "SELECT o.device, o.seq, o.record, o.field, l.after, e.stamp FROM overruled o"
    " JOIN line l ON l.record = o.record AND l.field = o.field AND l.stamp = o.stamp"
    " JOIN entry e ON e.device = o.device AND e.seq = o.seq WHERE o.record = :record ORDER BY o.field, o.stamp"
)
_SETTLED = text("SELECT settled FROM dispute WHERE id = :id")


def of(connection: Connection, record: str) -> tuple[Dispute, ...]:
    """Return the open disputes of a record, by field and age; `stamp` is that of the entry whose value was lost."""
    found = []
    for device, seq, name, field, lost, stamp in connection.execute(_FLAGS, {"record": record}):
        key = overruled.name(device, seq, name, field)
        if connection.execute(_SETTLED, {"id": key}).scalar() is None:
            found.append(Dispute(key, name, field, lost, stamp))
    return tuple(found)
