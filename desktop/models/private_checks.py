"""What a start and a check do about the private file: crash orphans removed, old backups gone, a closed file told."""

import logging
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import datetime

from sqlalchemy import Connection, bindparam, text

from desktop.models.checks import Finding, hint, wrong
from desktop.models.private import PrivateStore
from desktop.models.private_backup import LONGEST
from desktop.models.refusals import BookRefused

_log = logging.getLogger("bianmin.private")
_TAKEN_BACK = text("SELECT id FROM request WHERE status IS NULL AND same_as IS NULL AND updated_stamp < :until")
_UNSENT = "draft:"
"""Begins the names of records that are no lines yet: a form that was put by (`entry_draft`)."""
_KNOWN = text("SELECT DISTINCT record FROM line WHERE record IN :records").bindparams(
    bindparam("records", expanding=True)
)
_JOURNALED = text("SELECT 1 FROM line WHERE record = :record LIMIT 1")


def settle(private: PrivateStore, writing: Callable[[], AbstractContextManager[Connection]], now: datetime) -> None:
    """Remove what a crash left without a line in the journal, and backups past their days; never stops a start."""
    try:
        private.expire(now)
        if private.unsettled():
            # Under the book's write lock nobody is between his words and their line.
            with writing() as connection:
                put = private.unsettled()
                private.orphans({one for one in put if _is_known(connection, one)})
    except BookRefused as refusal:
        _log.warning("private file not settled: %s", refusal.code)


def forget_taken_back(
    private: PrivateStore, reading: Callable[[], AbstractContextManager[Connection]], now: datetime
) -> None:
    """Delete the words of registrations that were taken back longer ago than a backup lives; redo is long past."""
    if not private.exists:
        return
    with reading() as connection:
        keys = connection.execute(_TAKEN_BACK, {"until": f"{now - LONGEST:%Y%m%dT%H%M%S}"}).scalars().all()
    try:
        kept = private.get_all([f"request:{key}" for key in keys])
        if kept:
            private.forget(list(kept))
    except BookRefused as refusal:
        _log.warning("words of registrations taken back are kept: %s", refusal.code)


def _is_known(connection: Connection, record: str) -> bool:
    return record.startswith(_UNSENT) or connection.execute(_JOURNALED, {"record": record}).first() is not None


def back_up(private: PrivateStore, now: datetime, *, always: bool = False) -> None:
    """Make a backup now or where one is due; a failure is logged, since every start tells of a file that is closed."""
    try:
        private.backup(now) if always else private.backup_if_due(now)
    except BookRefused as refusal:
        _log.warning("no backup of the private file: %s", refusal.code)


def findings(private: PrivateStore, *, whole: bool = False) -> Iterator[Finding]:
    """Tell when the private file cannot be opened; `whole` looks at every page of it."""
    try:
        private.examine(whole=whole)
    except BookRefused as refusal:
        yield wrong(refusal.code, **refusal.facts)


def strays(private: PrivateStore, connection: Connection) -> Iterator[Finding]:
    """Tell of how many records words are kept that the journal does not know: an older book was put back."""
    count = 0
    try:
        for page in private.pages():
            asked = [one.record for one in page if not one.record.startswith(_UNSENT)]
            known = set(connection.execute(_KNOWN, {"records": asked}).scalars())
            count += len(set(asked) - known)
    except BookRefused:
        return  # `findings` says why
    if count:
        yield hint("private_strays", count=count)
