"""The form of a request that is not registered yet: what a citizen said in the private file, the rest beside it.

There is one, of the person who takes in; a crash, a power cut or Esc leaves it there, registering it or throwing it
away takes it. It is never journaled.
"""

import json
from dataclasses import asdict, dataclass, field
from datetime import date, timedelta

from desktop.models.book import Book
from desktop.models.private_rows import Private
from desktop.models.refusals import Refusal

RECORD = "draft:request"
"""The name under which the words lie in the private file."""
_KIND, _KEY = "draft", "request"
_DAYS = 7


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """A form as it stood. Codes and ids; `at` ISO to the minute, empty for now. `token` is that of the form."""

    action: str = ""
    window: str = ""
    channel: str = "counter"
    applicant: str = "person"
    follows: str = ""
    at: str = ""
    token: str = ""
    words: Private = field(default_factory=Private)


def keep(book: Book, draft: EntryDraft) -> None:
    """Keep a form as it stands in place of the one before. Raises what `PrivateStore.put` and `Book.keep` raise."""
    told = {name: value for name, value in asdict(draft).items() if name != "words"}
    told["on"] = book.clock.today().isoformat()
    if draft.words == Private():
        book.private.forget((RECORD,))
    else:
        book.private.put({RECORD: draft.words})
    book.keep(_KIND, _KEY, json.dumps(told))


def kept(book: Book) -> EntryDraft | None:
    """Return the form that was kept, None where there is none or a newer program wrote it otherwise.

    One that nobody went on with for a week is thrown away.
    """
    try:
        told = json.loads(book.kept(_KIND, _KEY) or "")
        if date.fromisoformat(told.pop("on")) < book.clock.today() - timedelta(days=_DAYS):
            forget(book)
            return None
        words = book.private.get(RECORD) or Private()
        return EntryDraft(**{name: str(value) for name, value in told.items()}, words=words)
    except (ValueError, TypeError, KeyError, AttributeError, Refusal):
        return None


def forget(book: Book) -> None:
    """Throw the form away, its words too. Raises what `PrivateStore.forget` and `Book.keep` raise."""
    book.private.forget((RECORD,))
    if book.kept(_KIND, _KEY) is not None:
        book.keep(_KIND, _KEY, None)
