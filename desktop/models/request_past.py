"""Requests as they stood at the end of a past day, read out of the journal (decision 0013)."""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import Connection

from desktop.models.dialects import cursor_of
from desktop.models.request_rules import RequestStatus
from desktop.models.requests import RequestRow, names

_LINES = """
SELECT record, field, after, stamp FROM line
WHERE record IN (SELECT value FROM json_each(:ids)) AND booked = 1 AND stamp < :end ORDER BY record, field, stamp
"""
_LINES_OF_SERVER = _LINES.replace("SELECT value FROM json_each(:ids)", "SELECT json_array_elements_text(:ids::json)")


def rows(connection: Connection, ids: Collection[str], end: str) -> list[RequestRow]:
    """Return requests by their ids from what was written before a stamp; those that had no state are left out.

    Whether a state was overruled unseen is not asked: `disputed` is False.
    """
    asked = {"ids": json.dumps([f"request:{key}" for key in ids]), "end": end}
    query = _LINES if connection.dialect.name == "sqlite" else _LINES_OF_SERVER
    found: dict[str, dict[str, str]] = {}
    for record, field, after, stamp in cursor_of(connection).execute(query, asked).fetchall():
        fields = found.setdefault(record.removeprefix("request:"), {})
        fields[field] = after or ""
        fields["updated_stamp"] = max(fields.get("updated_stamp", ""), stamp)
    return [_row(key, fields) for key, fields in sorted(found.items()) if fields.get("status")]


def _row(key: str, fields: dict[str, str]) -> RequestRow:
    told: dict[str, Any] = {name: fields.get(name, "") for name in names()}
    told |= {"id": key, "status": RequestStatus(fields["status"]), "calls": int(fields.get("calls") or 0)}
    return RequestRow(**told | {"disputed": False})
