"""What the deeds of a bureau share: who may, and values that may be written."""

import re
from collections.abc import Collection, Mapping

from desktop.commands.progress import refuse_role
from desktop.models import plain_text, rights
from desktop.models.desk import Desk
from desktop.models.draft import Change
from desktop.models.reader import Reader
from desktop.models.refusals import InputRefused
from desktop.models.rights import Right

Values = Mapping[str, str | None]
"""Fields and their new texts; None or blank takes a value away."""

_CODE = re.compile(r"[A-Za-z0-9\u3400-\u9fff](?:[A-Za-z0-9\u3400-\u9fff._-]{0,38}[A-Za-z0-9\u3400-\u9fff])?")
_LIMIT = 200
_DAYS = frozenset({"valid_from", "valid_to", "from_day"})


def refuse_others(reader: Reader, desk: Desk) -> None:
    """Refuse whoever is not the bureau's administrator at a bureau's book."""
    rights.refuse(Right.EDIT_OFFICE, desk)
    refuse_role(reader, desk)


def refuse_code(code: str) -> None:
    """Refuse an id that cannot stand in a record's name: letters, digits, `.`, `_`, `-`, at most 40."""
    if not _CODE.fullmatch(code):
        raise InputRefused("bad_code", value=code)


def refuse_value(field: str, value: str, right: Collection[str]) -> None:
    """Refuse a value that is none of the right ones."""
    if value not in right:
        raise InputRefused("unknown_value", field=field, value=value, right=tuple(sorted(right)))


def written(values: Values, fields: Collection[str], limits: Mapping[str, int] | None = None) -> dict[str, str | None]:
    """Return the values cleaned, days as ISO text, blanks as None. `limits`: fields longer than 200 characters.

    Raises InputRefused `unknown_field`, `text_too_long`, `day_unreadable` or `day_impossible`.
    """
    told: dict[str, str | None] = {}
    for field, value in values.items():
        if field not in fields:
            raise InputRefused("unknown_field", field=field)
        text = plain_text.clean(value or "").strip()
        limit = (limits or {}).get(field, _LIMIT)
        if len(text) > limit:
            raise InputRefused("text_too_long", limit=limit, length=len(text))
        if text and field in _DAYS:
            text = plain_text.day(text).isoformat()
        told[field] = text or None
    return told


def changes(record: str, values: Values) -> tuple[Change, ...]:
    """Return the changes of one record."""
    return tuple(Change(record, field, value) for field, value in values.items())


def refuse_missing(record: str, standing: Mapping[str, str], values: Values, needed: Collection[str]) -> None:
    """Refuse what would leave a field blank that a record cannot be without."""
    for field in needed:
        if not (values[field] if field in values else standing.get(field)):
            raise InputRefused("field_missing", field=field, record=record)
