"""Names: of catalogue rows, states, roles, moves, lamps, fields and kinds of entries."""

import csv
import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING, Protocol

from desktop import paths
from desktop.i18n import _, either, language
from desktop.models.vocabulary import Lamp, Mark, Need, Role, Status
from desktop.texts.words import FIELDS, KINDS, LAMPS, MARKS, NEEDS, RECORDS
from desktop.texts.words_of_requests import FIELDS as OF_REQUESTS
from desktop.texts.words_of_requests import VALUES

if TYPE_CHECKING:
    from desktop.models.request_rules import RequestMove
    from desktop.models.rules import MoveRule


class Titled(Protocol):
    """A row with a title in two languages: edition, measure, action."""

    @property
    def title_zh(self) -> str:
        """The Chinese title."""

    @property
    def title_en(self) -> str:
        """The English title, may be empty."""


class Named(Protocol):
    """A row with a name in two languages: category, kind of window, unit, window."""

    @property
    def name_zh(self) -> str:
        """The Chinese name."""

    @property
    def name_en(self) -> str:
        """The English name, may be empty."""


class Worded(Protocol):
    """A row with a text in two languages: measure, action."""

    @property
    def text_zh(self) -> str:
        """The Chinese text."""

    @property
    def text_en(self) -> str:
        """The English text, may be empty."""


class Accepted(Protocol):
    """An action with its acceptance criterion in two languages."""

    @property
    def accept_zh(self) -> str:
        """The Chinese criterion."""

    @property
    def accept_en(self) -> str:
        """The English criterion, may be empty."""


def _either(zh: str, en: str) -> str:
    return en if en and language() == "en" else zh


def title(row: Titled | Named) -> str:
    """Return a row's title or name; the Chinese one where there is no English."""
    stem = "title" if hasattr(row, "title_zh") else "name"
    return _either(getattr(row, f"{stem}_zh"), getattr(row, f"{stem}_en"))


def text(row: Worded) -> str:
    """Return the wording of a measure or an action."""
    return _either(row.text_zh, row.text_en)


def accept(action: Accepted) -> str:
    """Return the acceptance criterion of an action."""
    return _either(action.accept_zh, action.accept_en)


def label(rule: "MoveRule | RequestMove") -> str:
    """Return what a button for a move says."""
    return either(rule.label_zh, rule.label_en)


@cache
def shipped(table: str, key: str, stem: str) -> dict[str, tuple[str, str]]:
    """Return Chinese and English names out of a table of the resources, by the column that is its key."""
    with (paths.resources() / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return {row[key]: (row[f"{stem}_zh"], row[f"{stem}_en"]) for row in csv.DictReader(file)}


_AFTERTHOUGHT = re.compile(r"\s*[（(][^（）()]*[）)]$")


@cache
def _short(name: str) -> str:
    return _AFTERTHOUGHT.sub("", name)


def status(state: Status) -> str:
    """Return the short name of a state, without what `status.csv` adds in brackets."""
    zh, en = shipped("catalogue/status", "code", "name")[state]
    return either(_short(zh), _short(en))


def status_in_full(state: Status) -> str:
    """Return the name of a state as `status.csv` has it."""
    return either(*shipped("catalogue/status", "code", "name")[state])


def request_states() -> tuple[str, ...]:
    """Return the codes of the states of a request, in the order of `request_status.csv`."""
    return tuple(shipped("catalogue/request_status", "code", "name"))


def request_status(state: str) -> str:
    """Return the name of a state of a request by its code."""
    return either(*shipped("catalogue/request_status", "code", "name")[state])


def request_meaning(state: str) -> str:
    """Return what a state of a request means, as `request_status.csv` defines it."""
    return either(*shipped("catalogue/request_status", "code", "def")[state])


def meaning(state: Status) -> str:
    """Return what a state means, as `status.csv` defines it."""
    return _either(*shipped("catalogue/status", "code", "def")[state])


@cache
def _states() -> dict[str, Status]:
    table = shipped("catalogue/status", "code", "name")
    words = {name: Status(key) for key, both in table.items() for name in (*both, *map(_short, both))}
    known = {state.value: state for state in Status} | {str(state.code): state for state in Status}
    return {_folded(word): state for word, state in {**words, **known}.items()}


def _folded(word: str) -> str:
    return unicodedata.normalize("NFKC", word).strip().replace("-", "_").casefold()


def state_named(word: str) -> Status | None:
    """Return the state that a word means: its code, its number 1 to 8, or its name in either language."""
    return _states().get(_folded(word))


def role(one: Role) -> str:
    """Return the name of a role."""
    return either(*shipped("catalogue/roles", "code", "name")[one])


def lamp(one: Lamp) -> str:
    """Return the name of a lamp (one bit)."""
    return _(LAMPS[one])


def mark(one: Mark) -> str:
    """Return the name of a mark (one bit)."""
    return _(MARKS[one])


def need(one: Need) -> str:
    """Return the name of what a move asks for."""
    return _(NEEDS[one])


def rounded(rate: float, places: int = 0) -> float:
    """Return a rate as a fraction at so many places of a percent, rounded half up as a reader's calculator does.

    1 means all and 0 none: what is not quite all stops one step below, what is not quite none one above.
    """
    whole: int = 100 * 10**places
    steps = int(rate * whole + 0.5)
    if 0 < rate < 1:
        steps = min(max(steps, 1), whole - 1)
    return steps / whole


def percent(rate: float | None, places: int = 0) -> str:
    """Return a rate as text, `rounded`; a dash where there is no denominator."""
    return "—" if rate is None else f"{rounded(rate, places) * 100:.{places}f}%"


def field(name: str) -> str:
    """Return the name of a field of a record; the field itself where nobody has named it."""
    if name in FIELDS or name in OF_REQUESTS:
        return _(FIELDS.get(name) or OF_REQUESTS[name])
    found = shipped("exchange/columns", "column", "label").get(name)
    return either(*found) if found else name


def kind(name: str) -> str:
    """Return the name of a kind of entry; the kind itself where nobody has named it."""
    return _(KINDS[name]) if name in KINDS else name


def value(name: str, given: str | None) -> str:
    """Return a field's value in words; a dash where it is empty. A commitment without a state is not started."""
    if name == "status" and not given:
        return status(Status.NOT_STARTED)
    if not given:
        return "—"
    if name in ("status", "proposal") and given in tuple(Status):
        return status(Status(given))
    if name == "status" and given in request_states():
        return request_status(given)
    return _(VALUES[name][given]) if given in VALUES.get(name, ()) else given


def place(record: str) -> str:
    """Return how a record is called in a sentence: its id, after its kind where that is not a commitment.

    A request goes by the number on its slip.
    """
    name, _sep, key = record.partition(":")
    key = key.rpartition("-")[0] if name == "request" else key
    return f"{_(RECORDS[name])} {key}" if name in RECORDS else key or record
