"""One byte for the look of each commitment, rates and counts of what is shown. No Qt."""

from collections.abc import Sequence
from operator import itemgetter

from desktop.models.board import Board
from desktop.models.totals import Tally
from desktop.models.vocabulary import Lamp, Mark, Status
from desktop.views.board.arrangement import rate_of
from desktop.views.board.choice import Scene
from desktop.views.counted import THERE, changed, counted

STATUS_BITS = 0x0F
LAMPS = (Lamp(0), Lamp.OVERDUE, Lamp.DUE_SOON, Lamp.STALE)
DISPUTED_BIT = 0x40
PROPOSED_BIT = 0x80

_LAMP_FACE = bytes(next((place for place in (1, 2, 3) if lamps & LAMPS[place]), 0) << 4 for lamps in range(256))
_MARK_FACE = bytes(
    DISPUTED_BIT * bool(marks & Mark.DISPUTED) | PROPOSED_BIT * bool(marks & Mark.PROPOSED) for marks in range(256)
)


# Pairs, not a dict: a lamp and a mark of the same bit are equal numbers.
_SIGN_FIELDS: tuple[tuple[Lamp | Mark, str], ...] = (
    (Lamp.OVERDUE, "overdue"),
    (Lamp.DUE_SOON, "due_soon"),
    (Lamp.STALE, "stale"),
    (Lamp.SILENT, "silent"),
    (Mark.DISPUTED, "disputed"),
    (Mark.UNREPORTED, "unreported"),
)


def face_of(status: int, lamps: int, marks: int) -> int:
    """Return the byte that says how a commitment looks: state, the gravest lamp, disputed, proposed."""
    return status | _LAMP_FACE[lamps] | _MARK_FACE[marks]


def faces(board: Board) -> bytes:
    """Return the look of every commitment in the order of the board's arrays; 0 where there is none."""
    looks = int.from_bytes(board.status)
    looks |= int.from_bytes(board.lamps.translate(_LAMP_FACE))
    looks |= int.from_bytes(board.marks.translate(_MARK_FACE))
    return looks.to_bytes(len(board.status))


def looked_at(scene: Scene) -> bytes:
    """Return the counted state of every commitment of the board; while two days are compared, of the changed alone."""
    states = counted(scene.board)
    if scene.former is None:
        return states
    return (int.from_bytes(states) & changed(scene.former)).to_bytes(len(states))


def rates(scene: Scene) -> list[float | None]:
    """Return for each shown row 落实率 over the shown windows, a fraction; None where nothing is applicable."""
    shown, width = within(scene, looked_at(scene), scene.rows), len(scene.columns)
    return [rate_of(shown[row * width : (row + 1) * width]) for row in range(len(scene.rows))]


def within(scene: Scene, array: bytes, rows: Sequence[int] | None = None) -> bytes:
    """Return an array of the board cut down to the shown columns and to some rows: the shown ones, each once."""
    width, rows = len(scene.board.windows), scene.actions if rows is None else rows
    lines = [array[row * width : (row + 1) * width] for row in rows]
    if scene.columns == tuple(range(width)):
        return b"".join(lines)
    if len(scene.columns) == 1:
        return bytes(line[scene.columns[0]] for line in lines)
    pick = itemgetter(*scene.columns) if scene.columns else None
    return b"".join(bytes(pick(line)) for line in lines) if pick else b""


def tally(scene: Scene) -> Tally:
    """Return the counts over what is shown, each commitment once; while two days are compared, over what changed."""
    states, found = within(scene, looked_at(scene)), Tally(None)
    for status in Status:
        found.counts[status] = states.count(status.code)
    lamps, marks = within(scene, scene.board.lamps), within(scene, scene.board.marks)
    there = int.from_bytes(states.translate(THERE))
    for sign, field in _SIGN_FIELDS:
        array = lamps if isinstance(sign, Lamp) else marks
        bits = array.translate(bytes(bool(n & sign) for n in range(256)))
        setattr(found, field, (int.from_bytes(bits) & there).bit_count())
    return found


def former(now: Board, then: Board) -> bytes:
    """Return the state (code) that each commitment of `now` had on `then`'s day where it was another one, else 0.

    A commitment that did not exist then counts as not started.
    """
    width, rows = len(then.windows), {action.id: row for row, action in enumerate(then.actions)}
    places = {window.id: column for column, window in enumerate(then.windows)}
    columns = [places.get(window.id, width) for window in now.windows]
    before = bytearray()
    for action in now.actions:
        row = rows.get(action.id)
        line = bytes(width + 1) if row is None else then.status[row * width : (row + 1) * width] + b"\0"
        before += bytes(map(line.__getitem__, columns))
    new = Status.NOT_STARTED.code
    pairs = zip(now.status, before, strict=True)
    return bytes((old or new) if code and code != (old or new) else 0 for code, old in pairs)
