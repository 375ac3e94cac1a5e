"""Ratings and requests as they were once so many entries had arrived, so that a sheet can be printed again as it was.

The queries on ratings name the tables `rating` and `request`; a WITH clause of the same names shadows the ledger.
"""

_FIELDS = {
    "rating": ("window", "day", "level", "left_out", "corrected_on", "correction", "contacted_on", "request"),
    "request": ("window", "action", "status", "closed_at", "same_as"),
}
_NUMBERS = frozenset({"level", "left_out"})
_LAST = """
SELECT record, field, after FROM (
 SELECT l.record, l.field, l.after, row_number() OVER (PARTITION BY l.record, l.field ORDER BY l.stamp DESC) AS n
 FROM line l JOIN entry e ON e.device = l.device AND e.seq = l.seq
 WHERE l.booked = 1 AND e.arrival <= :heard AND (l.record LIKE 'rating:%' OR l.record LIKE 'request:%')
) newest WHERE n = 1"""


def shadows() -> str:
    """Return the WITH clause that puts both tables as of `:heard` in the place of the ledger's."""
    return f"WITH last AS ({_LAST}), {', '.join(map(_table, _FIELDS))}\n"


def _table(kind: str) -> str:
    columns = ", ".join(_column(name) for name in _FIELDS[kind])
    start = len(kind) + 2
    return (
        f"{kind} AS (SELECT substr(record, {start}) AS id, {columns} FROM last"
        f" WHERE record LIKE '{kind}:%' GROUP BY record)"
    )


def _column(name: str) -> str:
    value = f"max(CASE WHEN field = '{name}' THEN after END)"
    return f'CAST({value} AS INTEGER) AS "{name}"' if name in _NUMBERS else f'{value} AS "{name}"'
