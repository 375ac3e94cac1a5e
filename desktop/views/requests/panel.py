"""The panel of a request beside the register: what it shows, and the deeds on it, by buttons, digits and forms."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from desktop.i18n import _
from desktop.models import request_numbers
from desktop.models.private_rows import Private
from desktop.views.bridge import Bridge
from desktop.views.deeds import Deed
from desktop.views.focus import Focus
from desktop.views.requests import panel_deeds, reading, standing
from desktop.views.requests.answers import Answers
from desktop.views.requests.draft_keeper import DraftKeeper, Kept
from desktop.views.requests.offering import offered
from desktop.views.requests.panel_shown import ShownRequest
from desktop.views.requests.posting import Sender, slip_of
from desktop.views.requests.ways import Asked, Do, Way, asked_for, asked_for_deed, other_deeds, ways_out


class RequestPanel(ShownRequest):
    """Shows a request and does what may be done with it."""

    def __init__(self, focus: Focus, bridge: Bridge) -> None:
        super().__init__(focus, bridge)
        self._sender, self._keeper = Sender(bridge, self), DraftKeeper(bridge, self)
        self._after: Asked | None = None
        self._resumes = True
        self._kept: Kept | None = None
        self._connect()

    def _connect(self) -> None:
        self._bridge.opened.connect(self._on_opened)
        self._sender.done.connect(self._finish)
        self._sender.refused.connect(self.form.refuse)
        self._sender.slip_due.connect(self.slip_asked)
        self._sender.born.connect(self._follow)
        self._sender.seen.connect(self._on_seen)
        self.contact.asked.connect(lambda: self.want(Do.UNMASK))
        self.foot.moved.connect(self._on_way)
        self.foot.wanted.connect(self.want)
        self.foot.slip_wanted.connect(self.print_slip)
        self.form.sent.connect(self._do)
        self.form.dropped.connect(self._drop)
        self.form.filled.connect(self._hold)
        self.form.grown.connect(self._fit)
        self.form.ended.connect(self._keeper.write)

    def deeds(self) -> tuple[Deed, ...]:
        """Return what can be done with requests, for menus, palette and list of keys."""
        return panel_deeds.deeds(self)

    def ways(self) -> list[Way]:
        """Return the moves out of where the chosen requests stand."""
        return ways_out(self.chosen, self._focus.desk.role) if self.chosen else []

    def choose(self, number: int) -> bool:
        """Make the move of a digit, or ask for what it needs. Return whether there is one of that number."""
        self._catch_up()
        way = next((one for one in self.ways() if one.number == number), None)
        if way is not None:
            self._on_way(way)
        return way is not None

    def _on_way(self, way: Way) -> None:
        why = self.barred() or (way.barred and _("{deed}: {why}.").format(deed=way.title, why=way.barred))
        if why:
            self._bridge.refused.emit(why)
            return
        asked = asked_for(way, self.chosen)
        if asked.required:
            self._open(asked)
        else:
            self._sender.send(asked, Answers())

    def want(self, do: Do) -> None:
        """Open the form of another deed, or say why it cannot be done."""
        self._catch_up()
        why = self.bars(do)
        row = self.row
        if why or row is None:
            self._bridge.refused.emit(why)
            return
        if do is Do.UNMASK and self.form.isVisible() and self.form.asked is not None:
            self._after = self.form.asked
        choices = reading.in_dispute(self._bridge.book, row) if do is Do.SETTLE else ()
        asked = asked_for_deed(do, row, choices)
        if do is Do.MERGE and len(self._rows) > 1:
            asked = standing.merging(asked, self._rows)
        self._open(asked)

    def bars(self, do: Do) -> str:
        """Return why a deed cannot be done here and now, as a sentence; empty when it can."""
        row = self.row
        if row is None:
            return _("No request is chosen here.")
        if do is Do.UNMASK:
            return standing.bars_unmasking(
                row, self._shown is not None and self._shown.contact is not None, self._focus
            )
        found = {one: (name, why) for one, name, why in other_deeds(row, self._focus.desk.role)}
        if do not in found:
            return _("Nothing is in dispute here.")
        name, why = found[do]
        return self.barred() or (_("{deed}: {why}.").format(deed=name.rstrip("…"), why=why) if why else "")

    def print_slip(self) -> None:
        """Ask for the slip that belongs to where the request stands."""
        if self.row is not None:
            self.slip_asked.emit(self.row.id, slip_of(self.row.status))

    def copy_number(self) -> None:
        """Put the number of the request on the clipboard."""
        if self.row is not None:
            self.head.copy()

    def enter(self) -> None:
        """Take the keyboard: the form's first field, or the first button."""
        self.wanted.emit()
        self._catch_up()
        if self.form.isVisible():
            self.form.enter()
        else:
            self.foot.enter()

    def _open(self, asked: Asked, words: dict[str, str] | None = None) -> None:
        self.wanted.emit()
        book, board, rows = self._bridge.book, self._focus.board, self.chosen
        self.form.ask(asked, board.as_of, offered(book, board, self._focus.desk, asked, rows), words)
        self._body.open_form(self.height())
        self._hold()

    def _show(self, *, in_turns: bool) -> None:
        super()._show(in_turns=in_turns)
        if self._resumes:
            self._resumes = False
            self._kept = self._keeper.read()
            self._say_kept()
        if self._kept is not None and self._kept.requests == (self._id,) and self.row and not self.form.isVisible():
            kept, self._kept = self._kept, None
            self._open_kept(kept)

    def _on_opened(self) -> None:
        """Look for a form that was kept in this book."""
        self._resumes, self._kept = True, None

    def _say_kept(self) -> None:
        """Say which request has a form that was open when the program ended, where it is not the one shown."""
        if self._kept is not None and self._kept.requests != (self._id,):
            number = request_numbers.number_of(self._kept.requests[0])
            text = _("A form of request {number} was not finished; it opens again when the request is chosen.")
            self._bridge.said.emit(text.format(number=number))

    def _open_kept(self, kept: Kept) -> None:
        """Open a form once more, as far as it still may be done."""
        asked = None if self.barred() else standing.resumed(kept, self.chosen[0], self.ways(), self._bridge.book)
        if asked is not None:
            self._keeper.take_over()
            self._open(asked, dict(kept.words))

    def _hold(self) -> None:
        """Keep the words of the open form for after a power cut."""
        if self.form.isVisible() and self.form.asked is not None:
            self._keeper.hold(self.form.asked, self.form.typed())

    def put_by(self) -> None:
        """Put the open form by; its words are kept for when the same deed is asked for again."""
        self._after = None
        self.form.put_by()
        self._keeper.drop()
        self._body.close_form()

    def _drop(self) -> None:
        after = self._after
        self.put_by()
        if after is not None:
            self._open(after)
        else:
            self.left.emit()

    def _do(self, answers: Answers) -> None:
        if self.form.asked is not None:
            self._sender.send(self.form.asked, answers)

    def _finish(self) -> None:
        self.form.finish()
        self._drop()

    def _on_seen(self, private: Private) -> None:
        self.contact.unmask(private)
        self._read()
        self._fit()

    def _fit(self) -> None:
        if self.form.isVisible():
            self._body.fit(self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose a move where no field takes them; Esc steps back."""
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        digit = event.text()
        if event.key() == Qt.Key.Key_Escape:
            self.step_back()
        elif not held and digit.isdecimal() and digit != "0" and not self.form.isVisible() and self.choose(int(digit)):
            event.accept()
        else:
            super().keyPressEvent(event)

    def step_back(self) -> bool:
        """Put the form by, or give the keyboard back to the table. Return whether there was anything to close."""
        if self.form.isVisible():
            self._drop()
            return True
        here = QApplication.focusWidget()
        inside = here is not None and self.isAncestorOf(here)
        if inside:
            self.left.emit()
        return inside
