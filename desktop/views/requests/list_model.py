"""The register for Qt: a million rows, of which the pages in sight are held."""

from collections import OrderedDict
from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from desktop.i18n import _
from desktop.models.catalogue import Catalogue
from desktop.models.request_sorts import Sort
from desktop.views.requests.list_columns import KNOWN, SORTS, Line, Moment, words
from desktop.views.requests.list_lines import Lines, Wanted
from desktop.views.requests.list_places import SIZE, Places, Portion
from desktop.views.requests.list_reader import Listed, Paged

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_PAGES = 24
"""Pages that are held: six thousand requests."""
_SAID = 400


class RegisterModel(QAbstractTableModel):
    """The list as far as it is known. `page_wanted(page)` when a row is looked at that is not held."""

    page_wanted = Signal(int)

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__()
        self.catalogue = catalogue
        self.wanted: Wanted | None = None
        self.places = Places(Sort.NEWEST)
        self.moment = Moment()
        self._pages: OrderedDict[int, list[Line | None]] = OrderedDict()
        self._said: dict[int, dict[str, str]] = {}

    # What comes from the reader

    def show(self, listed: Listed) -> None:
        """Show another list."""
        self.beginResetModel()
        self.wanted, self.places, self.moment = listed.wanted, Places(listed.wanted.sort), listed.moment
        self.places.add(listed.portion)
        self._pages.clear()
        self._said.clear()
        for page, lines in listed.pages.items():
            self._hold(page, lines)
        self.endResetModel()

    def grow(self, portion: Portion) -> None:
        """Know more of the same list."""
        former = self.places.count
        if portion.count > former:
            self.beginInsertRows(QModelIndex(), former, portion.count - 1)
        self.places.add(portion)
        if portion.count > former:
            self.endInsertRows()
            if former % SIZE and former // SIZE in self._pages:
                self.page_wanted.emit(former // SIZE)  # it was cut where the list ended so far

    def put(self, paged: Paged) -> None:
        """Take a page that was asked for."""
        if self.wanted is not None and paged.number == self.wanted.number:
            self._hold(paged.page, paged.lines)
            self._say_anew(paged.page * SIZE, paged.page * SIZE + len(paged.lines) - 1)

    def renew(self, lines: Mapping[str, Line]) -> None:
        """Bring some requests up to date where they stand."""
        for page, held in self._pages.items():
            for at, line in enumerate(held):
                if line is not None and line.row.id in lines:
                    held[at] = lines[line.row.id]
                    self._say_anew(page * SIZE + at, page * SIZE + at)

    def judge(self, moment: Moment) -> None:
        """Judge what is due by another minute."""
        self.moment = moment
        self._say_anew(0, self.places.count - 1)

    def _hold(self, page: int, lines: Lines) -> None:
        self._pages[page] = list(lines)
        self._pages.move_to_end(page)
        while len(self._pages) > _PAGES:
            self._pages.popitem(last=False)

    def _say_anew(self, first: int, last: int) -> None:
        self._said.clear()
        if 0 <= first <= last < self.places.count:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(KNOWN) - 1))

    # What is asked

    def line(self, row: int) -> Line | None:
        """Return the request in a row; None, and the page is asked for, while it is not held."""
        page, at = divmod(row, SIZE)
        held = self._pages.get(page)
        if held is None:
            self.page_wanted.emit(page)
            return None
        return held[at] if at < len(held) else None

    def known(self, key: str) -> Line | None:
        """Return a request that is held, by its id."""
        return next((line for held in self._pages.values() for line in held if line and line.row.id == key), None)

    def id_at(self, row: int) -> str:
        """Return the id of the request in a row, empty where it is not known yet."""
        if 0 <= row < len(self.places.ids):
            return self.places.ids[row]
        line = self.line(row) if 0 <= row < self.places.count else None
        return line.row.id if line is not None else ""

    def find(self, key: str) -> int:
        """Return the row of a request, -1 where it is not known."""
        row = self.places.row_of(key) if key else -1
        if row >= 0 or not key:
            return row
        for page, held in self._pages.items():
            at = next((at for at, line in enumerate(held) if line is not None and line.row.id == key), -1)
            if at >= 0:
                return page * SIZE + at
        return -1

    def said(self, row: int) -> dict[str, str] | None:
        """Return a row in words by the ids of the columns, None while it is not held."""
        if row not in self._said:
            line = self.line(row)
            if line is None:
                return None
            if len(self._said) >= _SAID:
                self._said.clear()
            self._said[row] = words(line, self.catalogue, self.moment)
        return self._said[row]

    # What Qt asks

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else self.places.count

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(KNOWN)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return None
        said = self.said(index.row())
        if said is None:
            return _("One moment…") if role == Qt.ItemDataRole.AccessibleTextRole else ""
        return said[KNOWN[index.column()].id]

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        if orientation != Qt.Orientation.Horizontal:
            return None
        column = KNOWN[section]
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        is_sorted = self.places.sort in SORTS.get(column.id, ())
        title = _(column.title) + (("  ↓" if self.places.sort.is_down else "  ↑") if is_sorted else "")
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        hint = _("Click: sort by this") if column.id in SORTS else _("The list cannot be sorted by this.")
        return f"{title}\n{hint}"
