"""Take over the ledger that an office keeps today: find its columns, read its rows, list every error."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.exchange import ledger_words, workbook_guard
from desktop.exchange.columns import folded
from desktop.exchange.fault import Fault
from desktop.exchange.ledger_names import Names
from desktop.exchange.workbook_guard import Sheet
from desktop.models import plain_text
from desktop.models.catalogue import Catalogue, ServiceAction, ServiceWindow
from desktop.models.refusals import InputRefused
from desktop.models.vocabulary import Status

_HEAD_ROWS = 30
_OFFICER_LIMIT = 60
_TOUCHED = ("status", "on_day", "officer", "note")


@dataclass(frozen=True, slots=True)
class TakenRow:
    """What an office's ledger says of one commitment. Days are None where it names none; `sheet`, `row`: its place."""

    commitment: str
    status: Status
    on_day: date | None
    due_on: date | None
    officer: str
    note: str
    sheet: str
    row: int


@dataclass(frozen=True, slots=True)
class TakeOver:
    """The rows, every fault, and the mapping (field to head) for the book to remember.

    `untouched` counts rows that name an action and nothing else; nothing is taken over when a fault is an error.
    """

    rows: tuple[TakenRow, ...]
    faults: tuple[Fault, ...]
    mapping: dict[str, str]
    untouched: int


@dataclass(frozen=True, slots=True)
class Office:
    """Against what a ledger is read: the catalogue in force, today, and where the sheet names no window, which one.

    `units` are those whose windows may be written here, `states` those this role may enter, None: all; `touched` the
    commitments that the book holds already.
    """

    catalogue: Catalogue
    today: date
    window: str = ""
    units: frozenset[str] | None = None
    states: frozenset[Status] | None = None
    touched: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class _Line:
    """One row by fields."""

    sheet: str
    at: int
    cells: Mapping[str, str]

    def fault(self, field: str, code: str, **facts: str) -> Fault:
        return Fault(self.sheet, self.at, field, self.cells.get(field, ""), code, facts)


def read(path: Path, office: Office, mapping: Mapping[str, str] | None = None) -> TakeOver:
    """Read a workbook. `mapping` (field to head) as an earlier take-over gave it; heads it lacks are suggested.

    A blank head means no column. Raises InputRefused as `workbook_guard.read`, and `ledger_without_heads` where no
    sheet has a row with the heads of a status and of an action.
    """
    sheets = workbook_guard.read(path)
    return read_sheets(sheets, office, mapping, path.name)


def read_sheets(
    sheets: tuple[Sheet, ...], office: Office, mapping: Mapping[str, str] | None = None, name: str = ""
) -> TakeOver:
    """Read sheets already unpacked; see `read`."""
    lines: list[_Line] = []
    faults: list[Fault] = []
    used: dict[str, str] = {}
    for sheet in sheets:
        at, heads = _heads(sheet, mapping or {})
        if heads:
            used = used or heads
            lines += _lines(sheet, at, heads)
        elif sheet.rows:
            faults.append(Fault(sheet.name, 0, "", "", "sheet_without_heads", is_warning=True))
    if not used:
        raise InputRefused("ledger_without_heads", name=name)
    return _taken(lines, office, used, faults)


def heads(sheets: Sequence[Sheet]) -> tuple[str, ...]:
    """Return the heads to choose columns from: of each sheet the row with the most known heads, else the fullest."""
    found = [max(sheet.rows[:_HEAD_ROWS], key=_worth, default=()) for sheet in sheets]
    return tuple(dict.fromkeys(cell for row in found for cell in row if cell))


def _worth(row: Sequence[str]) -> tuple[int, int]:
    return len(ledger_words.suggest(row)), len(set(filter(None, row)))


def _heads(sheet: Sheet, mapping: Mapping[str, str]) -> tuple[int, dict[str, str]]:
    """Return index and mapping of the row of heads: of the first rows the one with the most known heads."""
    best: tuple[int, dict[str, str]] = (0, {})
    for at, row in enumerate(sheet.rows[:_HEAD_ROWS]):
        present = {folded(cell): cell for cell in row if cell}
        kept = {field: present[folded(head)] for field, head in mapping.items() if folded(head) in present}
        suggested = {field: head for field, head in ledger_words.suggest(row).items() if mapping.get(field) != ""}
        found = {**suggested, **kept}
        if "status" in found and ("action" in found or "title" in found) and len(found) > len(best[1]):
            best = at, found
    return best


def _lines(sheet: Sheet, at: int, heads: Mapping[str, str]) -> Iterator[_Line]:
    places = {field: sheet.rows[at].index(head) for field, head in heads.items()}
    for index, row in enumerate(sheet.rows[at + 1 :], at + 2):
        cells = {field: row[place] if place < len(row) else "" for field, place in places.items()}
        if any(cells.values()) and cells["status"] != heads["status"]:
            yield _Line(sheet.name, index, cells)


def _taken(lines: list[_Line], office: Office, used: dict[str, str], faults: list[Fault]) -> TakeOver:
    names = Names(office.catalogue)
    rows: dict[str, TakenRow] = {}
    untouched = 0
    for line in lines:
        if not any(line.cells.get(field) for field in _TOUCHED):
            untouched += 1
            continue
        taken, wrong = _row(line, names, office)
        faults += wrong
        if taken and taken.commitment in rows:
            first = rows[taken.commitment]
            faults.append(line.fault("action", "commitment_twice", first=f"{first.sheet} {first.row}"))
        elif taken:
            rows[taken.commitment] = taken
    return TakeOver(tuple(rows.values()), tuple(faults), used, untouched)


def _row(line: _Line, names: Names, office: Office) -> tuple[TakenRow | None, list[Fault]]:
    faults: list[Fault] = []
    action = _action(line, names, faults)
    window = _window(line, names, office, faults)
    if action and window and window.kind not in action.kinds:
        faults.append(line.fault("window", "not_at_this_kind", window=window.name_zh, action=action.title_zh))
    if action and window and f"{action.id}@{window.id}" in office.touched:
        faults.append(line.fault("action", "already_in_book"))
    status = _status(line, office, faults)
    on_day = _day(line, "on_day", faults)
    if on_day and on_day > office.today:
        faults.append(line.fault("on_day", "day_in_future", today=office.today.isoformat()))
    due_on = _day(line, "due_on", faults)
    officer, note = _words(line, "officer", faults), _words(line, "note", faults)
    if faults or not (action and window and status):
        return None, faults
    key = f"{action.id}@{window.id}"
    return TakenRow(key, status, on_day, due_on, officer, note, line.sheet, line.at), faults


def _action(line: _Line, names: Names, faults: list[Fault]) -> ServiceAction | None:
    code, title = line.cells.get("action", ""), line.cells.get("title", "")
    coded = names.by_code(code)
    titled = names.by_title(title) or names.by_code(title) or names.by_title(code)
    if coded and titled and coded is not titled:
        faults.append(line.fault("action", "code_and_title_differ", title=title, right=titled.code))
        return None
    if not coded and not titled:
        field = "title" if title else "action"
        faults.append(line.fault(field, "action_unknown", right=names.nearest_title(title or code)))
    return coded or titled


def _window(line: _Line, names: Names, office: Office, faults: list[Fault]) -> ServiceWindow | None:
    told = line.cells.get("window", "")
    window = names.window(told) if told else names.window(line.sheet) or names.window(office.window)
    if window is None:
        faults.append(line.fault("window", "window_unknown", right=names.nearest_window(told or line.sheet)))
    elif office.units is not None and window.unit not in office.units:
        faults.append(line.fault("window", "window_of_other_unit", window=window.name_zh))
    elif not window.is_open(office.today):
        faults.append(line.fault("window", "window_closed", window=window.name_zh))
    return window


def _status(line: _Line, office: Office, faults: list[Fault]) -> Status | None:
    word = line.cells["status"]
    status = ledger_words.state(word)
    if status is None:
        faults.append(line.fault("status", "status_unknown" if word else "blank"))
    elif office.states is not None and status not in office.states:
        faults.append(line.fault("status", "status_of_bureau"))
    return status


def _day(line: _Line, field: str, faults: list[Fault]) -> date | None:
    value = line.cells.get(field, "").partition(" ")[0]
    if not value:
        return None
    try:
        return plain_text.day(value)
    except InputRefused as refused:
        faults.append(line.fault(field, "bad_day", right=str(refused.facts["right"])))
        return None


def _words(line: _Line, field: str, faults: list[Fault]) -> str:
    text = line.cells.get(field, "")
    try:
        kept = plain_text.note(text)
    except InputRefused as refused:
        faults.append(line.fault(field, refused.code, **{name: str(fact) for name, fact in refused.facts.items()}))
        return ""
    if field == "officer" and len(kept) > _OFFICER_LIMIT:
        faults.append(line.fault(field, "too_long", limit=str(_OFFICER_LIMIT), length=str(len(kept))))
    return kept
