"""From the fields of the form to what they say, back into the fields, and from there into the book."""

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, Qt

from desktop.models.clock import BEIJING
from desktop.models.desk import Desk
from desktop.models.entry_draft import EntryDraft
from desktop.models.private_rows import Private
from desktop.models.request_rules import Applicant, Channel
from desktop.views.requests.entry_fields import EntryFields

if TYPE_CHECKING:
    from desktop.models.book import Book
    from desktop.models.registering import Registered


def filled(fields: EntryFields, follows: str, token: str) -> EntryDraft:
    """Return what the fields say."""
    number = fields.number.text() if fields.applicant.value is Applicant.PERSON else ""
    return EntryDraft(
        fields.matter.action, str(fields.window_box.currentData() or ""), str(fields.channel.value),
        str(fields.applicant.value), follows,
        fields.at.dateTime().toString("yyyy-MM-ddTHH:mm") if fields.is_earlier.isChecked() else "", token,
        Private(fields.name.text(), fields.phone.text(), number, fields.words.toPlainText()),
    )  # fmt: skip


def fill(fields: EntryFields, draft: EntryDraft) -> None:
    """Put a form back into the fields, all but its window."""
    fields.matter.choose(draft.action)
    if draft.channel in tuple(Channel):
        fields.choose_channel(Channel(draft.channel))
    if draft.applicant in tuple(Applicant):
        fields.choose_applicant(Applicant(draft.applicant))
    for field, words in (
        (fields.name, draft.words.name), (fields.phone, draft.words.phone), (fields.number, draft.words.id_last4),
    ):  # fmt: skip
        field.setText(words)
    fields.words.setPlainText(draft.words.text)
    if draft.at:
        fields.is_earlier.setChecked(True)
        fields.at.setDateTime(QDateTime.fromString(draft.at, Qt.DateFormat.ISODate))


def register(book: "Book", draft: EntryDraft, desk: Desk) -> "Registered":
    """Register a form. Raises what `registering.register` raises."""
    from desktop.commands.requests import RegisterRequest
    from desktop.models import registering

    at = datetime.fromisoformat(draft.at).replace(tzinfo=BEIJING) if draft.at else None
    command = RegisterRequest(
        draft.action, draft.window, Channel(draft.channel), Applicant(draft.applicant), draft.follows, draft.token, at
    )
    return registering.register(book, command, desk, draft.words if draft.words != Private() else None)
