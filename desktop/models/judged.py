"""What lamps and marks are judged by, as SQL over the fields: kept in the ledger, computed for a past day."""

from desktop.models.vocabulary import Status

CODE = "CASE coalesce(status, 'not_started') " + " ".join(f"WHEN '{s}' THEN {s.code}" for s in Status) + " END"
PROOF = "max(coalesce(evidence_on, ''), coalesce(confirmed_on, ''))"
REPORTED = "max(coalesce(status_on, ''), coalesce(confirmed_on, ''))"
CHANGED = f"max({REPORTED}, coalesce(evidence_on, ''), coalesce(noted_on, ''))"
