"""Deeds on what was written: settling a dispute, taking words away for good, doubting a clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from desktop.commands import required
from desktop.commands.progress import refuse_role
from desktop.models import disputes, effects, redaction, rights
from desktop.models.clock import BEIJING
from desktop.models.desk import Desk
from desktop.models.disputes import Dispute
from desktop.models.draft import Change, Draft
from desktop.models.reader import Reader
from desktop.models.redaction import Target
from desktop.models.refusals import RuleBroken
from desktop.models.rights import Right
from desktop.models.vocabulary import Role, Status

_BUREAUS = frozenset({Status.VERIFIED, Status.NOT_APPLICABLE})
"""States that only the bureau may give, in a dispute too."""


@dataclass(frozen=True, slots=True)
class Settle:
    """Settle every open dispute of a commitment: keep its state, or choose one of those that were overruled unseen."""

    commitment: str
    reason: str
    choose: Status | None = None

    kind = "settle"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken where nothing is disputed, or for a state that is not in dispute."""
        refuse_role(reader, desk)
        rights.refuse(Right.SETTLE, desk)
        record = f"commitment:{self.commitment}"
        window = reader.catalogue.windows.get(self.commitment.partition("@")[2]) if reader.catalogue else None
        if window is None or window.unit not in reader.scope():
            raise RuleBroken("other_unit", unit=window.unit if window else "", own=reader.unit)
        open_disputes = disputes.of(reader.connection, record)
        if not open_disputes:
            raise RuleBroken("nothing_disputed", id=self.commitment)
        now = Status(reader.commitment(self.commitment).get("status", Status.NOT_STARTED))
        self._refuse_choice(desk, now, open_disputes)
        chosen = self.choose or now
        changes = [Change(f"dispute:{one.id}", "settled", chosen) for one in open_disputes]
        reason = required.reason(self.reason, self.commitment)
        return [Draft((Change(record, "status", chosen), *changes), reason=reason)]

    def _refuse_choice(self, desk: Desk, now: Status, open_disputes: Sequence[Dispute]) -> None:
        if self.choose is None or self.choose is now:
            return
        lost = {Status(one.lost or Status.NOT_STARTED) for one in open_disputes if one.field == "status"}
        if self.choose not in lost:
            raise RuleBroken("not_in_dispute", id=self.commitment, to=self.choose, moves=tuple(sorted(lost | {now})))
        if self.choose in _BUREAUS and desk.role is not Role.BUREAU:
            raise RuleBroken("bureau_only", role=desk.role)


@dataclass(frozen=True, slots=True)
class Redact:
    """Take the words of an entry away from every copy: its note, reason, files and typed fields. It cannot be undone.

    States and days stay as they are. Entries that repeat a typed field of it go with it. Backups keep the words until
    they are thinned out.
    """

    stamp: str
    reason: str
    keep_evidence: bool = False

    kind = "redact"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft for each entry that goes. Raises RuleBroken: unknown, another unit's, a higher role's."""
        refuse_role(reader, desk)
        every = redaction.targets(reader.connection, self.stamp)
        if not every:
            raise RuleBroken("redact_unknown", stamp=self.stamp)
        reason = required.reason(self.reason, self.stamp)
        for one in every:
            self._refuse(desk, reader, one)
        return [self._draft(reader, one, every, reason) for one in every]

    def _refuse(self, desk: Desk, reader: Reader, one: Target) -> None:
        if any(not line.record.startswith("commitment:") for line in one.lines):
            raise RuleBroken("redact_final", stamp=one.stamp)
        if desk.role is Role.BUREAU:
            return
        if one.unit != reader.unit:
            raise RuleBroken("redact_other_unit", unit=one.unit, own=reader.unit, stamp=one.stamp)
        if Role(one.role).rank > desk.role.rank:
            raise RuleBroken("undo_other_role", role=one.role)

    def _draft(self, reader: Reader, one: Target, every: Sequence[Target], reason: str) -> Draft:
        changes = redaction.restated(reader.connection, one, every)
        evidence = one.evidence if self.keep_evidence else ()
        mark = Change(one.record, "target", one.stamp)
        return Draft((*changes, mark), date.fromisoformat(one.on_day), "", reason, evidence, one.undoes)


@dataclass(frozen=True, slots=True)
class ClockDoubt:
    """Say that a computer's clock ran ahead: its entries `first` to `last` count, on every copy, as made at `cap`."""

    device: str
    first: int
    last: int
    cap: datetime
    reason: str

    kind = "clock_doubt"

    def drafts(self, reader: Reader, desk: Desk) -> Sequence[Draft]:
        """Return one draft. Raises RuleBroken: not the bureau, no such entries, a cap that lies ahead."""
        if desk.role is not Role.BUREAU or not reader.is_bureau():
            raise RuleBroken("bureau_only", role=desk.role)
        newest = effects.last_seq(reader.connection, self.device)
        if not 1 <= self.first <= self.last <= newest or self.device.startswith("cat-"):
            raise RuleBroken("no_such_entries", device=self.device, first=self.first, last=self.last, newest=newest)
        day = self.cap.astimezone(BEIJING).date()
        if day > reader.today:
            raise RuleBroken("future_day", day=day, today=reader.today)
        # On this very computer the doubt itself is stamped after what it doubts, and has to come down with it.
        last = newest + 1 if self.device == reader.device else self.last
        cap = self.cap.astimezone(UTC).isoformat(timespec="milliseconds")
        change = Change(f"clock_doubt:{self.device}/{self.first}-{last}", "cap", cap)
        return [Draft((change,), reason=required.reason(self.reason, self.device))]
