"""What lamps and marks are judged by, as SQL over the fields: kept in the ledger, computed for a past day."""

from desktop.models.vocabulary import Status

_CODES = " ".join(f"WHEN '{s}' THEN {s.code}" for s in Status)


def code_of(status: str) -> str:
    """Return the code of a state, by the expression that gives it; NULL for a state of a newer program."""
    return f"CASE coalesce({status}, 'not_started') {_CODES} END"


CODE = code_of("status")
PROOF = "max(coalesce(evidence_on, ''), coalesce(confirmed_on, ''))"
REPORTED = "max(coalesce(status_on, ''), coalesce(confirmed_on, ''))"
CHANGED = f"max({REPORTED}, coalesce(evidence_on, ''), coalesce(noted_on, ''))"
