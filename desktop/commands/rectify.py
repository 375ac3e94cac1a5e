"""What follows a bad rating: call-backs, correction, the longer limit of a complex one, appeal and its review."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop.commands import ratings, required
from desktop.commands.progress import refuse_role
from desktop.models import rights
from desktop.models.desk import Desk
from desktop.models.draft import Change, Draft
from desktop.models.reader import Reader
from desktop.models.rectification import CORRECTIONS
from desktop.models.refusals import InputRefused, RuleBroken
from desktop.models.rights import Right
from desktop.models.satisfaction import BAD


def _standing(reader: Reader, desk: Desk, rating: str) -> dict[str, str]:
    """Return a rating's fields, or refuse: unknown, another unit's, another role's."""
    refuse_role(reader, desk)
    standing = reader.standing(f"rating:{rating}")
    if not standing.get("level"):
        raise RuleBroken("rating_unknown", id=rating)
    ratings.refuse_window(reader.catalogue, standing["window"], date.fromisoformat(standing["day"]), reader.unit)
    return standing


def _bad(reader: Reader, desk: Desk, rating: str) -> dict[str, str]:
    rights.refuse(Right.RECTIFY, desk)
    standing = _standing(reader, desk, rating)
    if int(standing["level"]) not in BAD:
        raise RuleBroken("rating_not_bad", id=rating)
    return standing


def _draft(
    rating: str, fields: dict[str, str | None], on_day: date | None = None, note: str = "", reason: str = ""
) -> list[Draft]:
    changes = tuple(Change(f"rating:{rating}", name, value) for name, value in fields.items())
    return [Draft(changes, on_day, note, reason)]


@dataclass(frozen=True, slots=True)
class CallBackRater:
    """Write an attempt to call back whoever gave a bad rating by name; the entries together are the log (R06)."""

    rating: str
    reached: bool
    note: str
    on_day: date | None = None

    kind = "call_back_rater"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken: only a chief or the bureau, `rating_anonymous` (id), `needs_note`."""
        standing = _bad(reader, desk, self.rating)
        if not standing.get("request"):
            raise RuleBroken("rating_anonymous", id=self.rating)
        day = (self.on_day or reader.today).isoformat()
        fields: dict[str, str | None] = {"called_on": day}
        if self.reached and not standing.get("contacted_on"):
            fields["contacted_on"] = day
        return _draft(self.rating, fields, self.on_day, required.note(self.note, self.rating))


@dataclass(frozen=True, slots=True)
class CorrectRating:
    """Close a bad rating: what it complained of was put right, explained, or found unfounded; the note says how."""

    rating: str
    note: str
    on_day: date | None = None
    correction: str = "corrected"

    kind = "correct_rating"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises as `CallBackRater`, and InputRefused `unknown_value` for another correction."""
        _bad(reader, desk, self.rating)
        if self.correction not in CORRECTIONS:
            raise InputRefused("unknown_value", field="correction", value=self.correction, right=CORRECTIONS)
        day = (self.on_day or reader.today).isoformat()
        return _draft(
            self.rating,
            {"corrected_on": day, "correction": self.correction},
            self.on_day,
            required.note(self.note, self.rating),
        )


@dataclass(frozen=True, slots=True)
class FindComplex:
    """Give a bad rating the longer limit of a complex one; the reason is on record (R05)."""

    rating: str
    reason: str

    kind = "complex_rating"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken: only a chief or the bureau, `needs_reason`."""
        _bad(reader, desk, self.rating)
        return _draft(self.rating, {"is_complex": "1"}, reason=required.reason(self.reason, self.rating))


@dataclass(frozen=True, slots=True)
class AppealRating:
    """Ask for a review of a rating that is mistaken or malicious; it counts until an appeal is upheld."""

    rating: str
    reason: str

    kind = "appeal_rating"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken `appeal_made` (id) where there is one already, `needs_reason`."""
        if _standing(reader, desk, self.rating).get("appeal"):
            raise RuleBroken("appeal_made", id=self.rating)
        return _draft(self.rating, {"appeal": "open"}, reason=required.reason(self.reason, self.rating))


@dataclass(frozen=True, slots=True)
class ReviewAppeal:
    """Uphold or dismiss an appeal. An upheld one leaves the statistics and stays on record (R08)."""

    rating: str
    upheld: bool
    reason: str

    kind = "review_appeal"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken: only a chief or the bureau, `no_appeal` (id), `needs_reason`."""
        rights.refuse(Right.RECTIFY, desk)
        if _standing(reader, desk, self.rating).get("appeal") != "open":
            raise RuleBroken("no_appeal", id=self.rating)
        fields: dict[str, str | None] = (
            {"appeal": "upheld", "left_out": "1"} if self.upheld else {"appeal": "dismissed"}
        )
        return _draft(self.rating, fields, reason=required.reason(self.reason, self.rating))
