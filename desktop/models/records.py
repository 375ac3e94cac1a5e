"""Kinds of records, their fields, and the typed ledger table of each. A record is named `kind:id`."""

from dataclasses import dataclass

from sqlalchemy import Column, Computed, Integer, PrimaryKeyConstraint, Table

from desktop.models import schema
from desktop.models.judged import CHANGED, CODE, PROOF, REPORTED


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record. `marks` are fields that only say that something happened: never contested, never dropped.

    `bureau` kinds are written by a bureau's book alone once the catalogue is there.
    """

    name: str
    fields: tuple[str, ...]
    marks: frozenset[str] = frozenset()
    numbers: frozenset[str] = frozenset()
    bureau: bool = True

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
            "rating",
            (
                "window", "day", "level", "reasons", "way", "request", "appeal", "left_out", "is_complex",
                "called_on", "contacted_on", "corrected_on",
            ),
            marks=frozenset({"called_on"}),
            numbers=frozenset({"level", "left_out", "is_complex"}),
            bureau=False,
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
LEDGER = tuple(_TABLES.values())


def split(record: str) -> tuple[str, str]:
    """Return kind and id of a record's name."""
    kind, _, key = record.partition(":")
    return kind, key


def is_contested(record: str, field: str) -> bool:
    """Say whether a change of this field by somebody who had not seen the last one is overruling unseen."""
    kind = KINDS.get(record.partition(":")[0])
    return kind is not None and field in kind.fields and field not in kind.marks and kind.name in _CONTESTED


_CONTESTED = frozenset({"commitment", "action", "measure", "unit", "window", "rule"})
