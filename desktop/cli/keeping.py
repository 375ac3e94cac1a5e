"""Commands about who may open a book: officers, encrypt, decrypt."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from desktop import texts
from desktop.cli import output, secret_words
from desktop.cli.call import Call, Runner
from desktop.i18n import _
from desktop.models import encryption, pins, recovery_key, rights
from desktop.models.admission import Admission
from desktop.models.book import Book
from desktop.models.officers import Officer
from desktop.models.recovery_key import RecoveryKey
from desktop.models.refusals import BookRefused, InputRefused, RuleBroken
from desktop.models.rights import Right

if TYPE_CHECKING:
    from desktop.reports.recovery_sheet import RecoveryFacts

_ASKED_BACK = 3
"""The group of the recovery key that has to be typed, so that the sheet is known to be legible."""


def _officers(call: Call) -> int:
    with call.book() as book:
        admission = Admission(book, call.key)
        found = admission.officers.all()
        told = [(one, admission.officers.has_pin(one), admission.officers.opens_book(one)) for one in found]
    if call.wants_json:
        output.tell([
            {"name": one.name, "role": one.role, "unit": one.unit, "window": one.window, "pin": pin, "opens": opens}
            for one, pin, opens in told
        ])  # fmt: skip
        return 0
    rows = [
        (one.name, texts.role(one.role), one.unit, _("yes") if pin else _("no"), _("yes") if opens else _("no"))
        for one, pin, opens in told
    ]
    output.table((_("Officer"), _("Role"), _("Unit"), _("PIN"), _("Opens the book")), rows)
    return 0


def _encrypt(call: Call) -> int:
    with call.book() as book:
        desk = call.acting(book)
        rights.refuse(Right.ENCRYPT, desk)
        if not isinstance(book.place, Path):
            raise BookRefused("server_encryption", path=str(book.place))
        admission = Admission(book)
        officer = admission.officers.sitting(desk) or admission.officers.add(desk, desk.officer, desk.role)
        pin = _new_pin(call, officer)
        recovery = recovery_key.new()
        _write_sheet(book, recovery, call.options.sheet)
        _ask_back(recovery)
        who = (officer.id, officer.name, officer.role.value)
        lock = encryption.lock_for(book.id, who, pin, recovery, pins.STANDARD)
        admission.use_recovery(desk, recovery)
    left = encryption.encrypt(call.path, lock, desk)
    output.say(_("{path} is encrypted, with its evidence and backups.").format(path=call.path))
    output.say(_("The recovery key is in {path}: print it, then delete that file.").format(path=call.options.sheet))
    _say_left(left)
    return 0


def _new_pin(call: Call, officer: Officer) -> str:
    """Return the PIN that will open the book: from file or environment, else typed twice."""
    pin = call.words(_("PIN or passphrase that will open the book:"))
    if not pin:
        raise RuleBroken("pin_needed", name=officer.name)
    if not pins.opens_books(pins.cleaned(pin)):
        raise InputRefused("pin_too_short_to_open", fewest=pins.OPENING)
    is_typed = not secret_words.given(call.options.key_file)
    if is_typed and pins.plain(secret_words.ask(_("Once more:"))) != pins.plain(pin):
        raise InputRefused("pins_differ")
    return pin


def _write_sheet(book: Book, recovery: RecoveryKey, out: Path) -> None:
    from desktop.reports import recovery_sheet

    if out.exists():
        raise BookRefused("exists", path=str(out))
    recovery_sheet.write(_facts(book, recovery), out)
    out.chmod(0o600)


def _facts(book: Book, recovery: RecoveryKey) -> "RecoveryFacts":
    from desktop.reports.recovery_sheet import RecoveryFacts

    unit = texts.title(book.catalogue().units[book.unit])
    return RecoveryFacts(recovery, unit, book.place.name, book.id, book.clock.today(), encrypted=True)


def _ask_back(recovery: RecoveryKey) -> None:
    """Have one group typed from the sheet where somebody sits at a terminal."""
    question = _("Open the sheet and type group {number} of the recovery key:").format(number=_ASKED_BACK)
    if secret_words.can_ask() and not recovery_key.is_group(secret_words.ask(question), recovery, _ASKED_BACK):
        raise InputRefused("recovery_key_wrong", group=_ASKED_BACK)


def _decrypt(call: Call) -> int:
    with call.book() as book:
        desk = call.acting(book)
    key = call.key
    if key is None:
        raise BookRefused("not_encrypted", path=str(call.path))
    left = encryption.decrypt(call.path, key, desk)
    output.say(_("{path} is not encrypted any more, nor are its evidence and backups.").format(path=call.path))
    _say_left(left)
    return 0


def _say_left(left: list[Path]) -> None:
    for path in left:
        output.say(_("Note: ") + _("{path} could not be read and stays as it was.").format(path=path))


RUNNERS: Mapping[str, Runner] = {"officers": _officers, "encrypt": _encrypt, "decrypt": _decrypt}
