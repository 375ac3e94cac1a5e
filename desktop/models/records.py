"""Kinds of records, their fields, and the typed ledger table of each. A record is named `kind:id`."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Column, Computed, Index, Integer, PrimaryKeyConstraint, Table, text

from desktop.models import schema
from desktop.models.judged import CHANGED, CODE, PROOF, REPORTED


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record. `marks` are fields that only say that something happened: never contested, never dropped.

    `bureau` kinds are written by a bureau's book alone once the catalogue is there. `counter` kinds are written under
    this computer's second device, so that what happens at the counter can stay in the unit (design, section 2).
    """

    name: str
    fields: tuple[str, ...]
    marks: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    bureau: bool = True
    counter: bool = False

    @property
    def table(self) -> Table:
        """The ledger table."""
        return _TABLES[self.name]


_WORDS = ("title_zh", "title_en", "text_zh", "text_en")
_VALID = ("valid_from", "valid_to", "successor", "phone")

KINDS = {
    kind.name: kind
    for kind in (
        Kind(
            "commitment",
            ("status", "due_on", "officer", "proposal", "evidence_on", "confirmed_on", "noted_on"),
            marks=frozenset({"evidence_on", "confirmed_on", "noted_on"}),
            bureau=False,
        ),
        Kind("edition", ("title_zh", "title_en", "origin", "source", "number", "from_day")),
        Kind("category", ("edition", "code", "name_zh", "name_en", "sort"), numbers=frozenset({"sort"})),
        Kind("measure", ("edition", "code", *_WORDS, "audience", "lead_dept", "sort"), numbers=frozenset({"sort"})),
        Kind(
            "action",
            (
                "edition", "action", "code", "category", "sort", *_WORDS, "short_zh", "short_en", "measures",
                "lead_dept", "window_kinds", "accept_zh", "accept_en", "promise_value", "promise_unit",
                "legal_value", "legal_unit", "clock_from", "promise_basis", "cadence", "sources", "origin",
                "came_from",
            ),
            numbers=frozenset({"sort", "promise_value", "legal_value"}),
        ),
        Kind("window_kind", ("name_zh", "name_en", "desc_zh", "desc_en", "sort"), numbers=frozenset({"sort"})),
        Kind(
            "unit",
            ("kind", "name_zh", "name_en", "parent", "gb2260", "org_code", "code_status", "sort", *_VALID),
            numbers=frozenset({"sort"}),
        ),
        Kind(
            "window",
            (
                "unit", "kind", "name_zh", "name_en", "network", "hours_zh", "hours_en", "is_sample", "sort",
                *_VALID,
            ),
            numbers=frozenset({"sort"}),
        ),
        Kind("holiday", ("kind", "name_zh", "name_en", "status")),
        Kind("rule", ("value",)),
        Kind("dispute", ("settled",), bureau=False),
        Kind("redaction", ("target",), bureau=False),
        Kind("clock_doubt", ("cap",)),
        Kind(
            "request",
            (
                "number", "action", "window", "matter", "channel", "applicant", "status", "registered_at",
                "accepted_at", "started_at", "closed_at", "promise", "legal", "due_on", "legal_due_on", "stops",
                "extension", "approval", "noticed_on", "handler", "result", "target", "follows", "part_of",
                "same_as", "called_on", "reached", "calls", "rating", "level", "rect_due_on", "assignee",
                "correction", "token", "unmasked_on",
            ),
            marks=frozenset({"unmasked_on"}),
            bureau=False,
            counter=True,
        ),
        Kind(
            "rating",
            (
                "window", "day", "level", "reasons", "way", "request", "appeal", "left_out", "is_complex",
                "called_on", "contacted_on", "corrected_on", "correction",
            ),
            marks=frozenset({"called_on"}),
            numbers=frozenset({"level", "left_out", "is_complex"}),
            bureau=False,
            counter=True,
        ),
        Kind(
            "purge",
            ("before", "requests", "contacts", "texts", "backups"),
            numbers=frozenset({"requests", "contacts", "texts", "backups"}),
            bureau=False,
            counter=True,
        ),
    )
}  # fmt: skip

_DERIVED = {
    "commitment": (
        "window",
        "action",
        "status_on",
        "updated_stamp",
        "disputed",
        *(f"{name}_stamp" for name in KINDS["commitment"].fields),
    ),
    "request": ("updated_stamp", "disputed"),
}
"""Columns that post() computes from the winning lines beside the fields themselves. Each field's own stamp tells
whether a past day has to look for another line than the one that stands."""

_COMPUTED = {
    "commitment": (("code", Integer(), CODE), ("proof_on", schema.TEXT, PROOF), ("reported_on", schema.TEXT, REPORTED),
                   ("changed_on", schema.TEXT, CHANGED)),
}  # fmt: skip
"""Columns that the database itself keeps: what the lamps are judged by, so that a board needs no arithmetic."""


def _column(kind: Kind, name: str) -> Column[object]:
    return Column(name, Integer() if name in kind.numbers else schema.TEXT, nullable=True)


def _table(kind: Kind) -> Table:
    names = (*_DERIVED.get(kind.name, ()), *kind.fields)
    return Table(
        kind.name,
        schema.meta,
        Column("id", schema.TEXT, nullable=False),
        *(Column(name, form, Computed(rule, persisted=True)) for name, form, rule in _COMPUTED.get(kind.name, ())),
        *(_column(kind, name) for name in names),
        PrimaryKeyConstraint("id"),
        sqlite_with_rowid=False,
    )


_TABLES = {kind.name: _table(kind) for kind in KINDS.values()}


def _index_requests() -> None:
    """Lay the paths by which a register of a million requests is read: every list walks one of them, page by page."""
    table = _TABLES["request"]
    here = table.c
    Index("request_registered", here.registered_at, here.id)
    Index("request_window", here.window, here.registered_at, here.id)
    Index("request_due", text("(coalesce(due_on, '~'))"), here.id, _table=table)
    Index("request_matter", here.matter, here.registered_at)
    tail = Index("request_tail", text("(substr(number, -5))"), _table=table)
    tail.ddl_if(dialect="sqlite")
    Index("request_closed", here.closed_at)
    Index("request_action", here.action, here.registered_at)
    counted = here.same_as.is_(None)
    Index("request_status", here.status, here.due_on, sqlite_where=counted, postgresql_where=counted)
    for column in (here.handler, here.follows, here.part_of, here.same_as):
        named = column.is_not(None)
        Index(f"request_{column.name}", column, sqlite_where=named, postgresql_where=named)


def _index_ratings() -> None:
    """Lay the paths to ratings: of a request, of a span of days, and the bad ones."""
    here = _TABLES["rating"].c
    named = here.request.is_not(None)
    Index("rating_request", here.request, sqlite_where=named, postgresql_where=named)
    Index("rating_day", here.day, here.window)
    Index("rating_level", here.level, here.day)


_index_requests()
_index_ratings()
LEDGER = tuple(_TABLES.values())


def split(record: str) -> tuple[str, str]:
    """Return kind and id of a record's name."""
    kind, _, key = record.partition(":")
    return kind, key


def is_at_counter(touched: Iterable[str]) -> bool:
    """Say whether records are of the counter's stream. Raises ValueError for a deed that would touch both streams."""
    found = {kind is not None and kind.counter for kind in map(_kind_about, touched)}
    if len(found) > 1:
        raise ValueError("a deed of the counter touches nothing else")
    return found == {True}


def _kind_about(record: str) -> Kind | None:
    """Return the kind of a record; of a dispute that of what is disputed, on whose stream it is settled."""
    about = record.split("/", 2)[-1] if record.startswith("dispute:") else record
    return KINDS.get(about.partition(":")[0])


def is_contested(record: str, field: str) -> bool:
    """Say whether a change of this field by somebody who had not seen the last one is overruling unseen."""
    kind = KINDS.get(record.partition(":")[0])
    return kind is not None and field in kind.fields and field not in kind.marks and kind.name in _CONTESTED


_CONTESTED = frozenset({"request", "commitment", "action", "measure", "unit", "window", "rule"})
