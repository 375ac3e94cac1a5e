"""One bad rating beside the list: what was complained of, its clock, what was done, and what can be."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from desktop import texts
from desktop.i18n import _
from desktop.models.clock import BEIJING
from desktop.models.history import Told
from desktop.models.rectification import BadRating
from desktop.texts import bad_ratings as words
from desktop.texts.satisfaction import reason as of_reason
from desktop.views.anew import Anew
from desktop.views.deeds import native
from desktop.views.elided_button import ElidedButton
from desktop.views.labels import label
from desktop.views.satisfaction.rectifying import WAYS

_HIDDEN = frozenset({"post_ratings", "paper_ballots", "rate_request", "request_move"})
"""Entries that gave the rating: they say nothing of what was done about it."""


class BadPanel(QFrame):
    """`asked(id of a way)` when one of its buttons is pressed, `request_asked` for the request behind the rating."""

    asked = Signal(str)
    request_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "card")
        self.body = Anew()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(_("The chosen bad rating"))
        self.body.setProperty("kind", "clear")
        scroll.setWidget(self.body)
        self.buttons: dict[str, ElidedButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(8)
        column.addWidget(scroll, 1)
        for way in WAYS:
            button = ElidedButton(f"{_(way.title)}  {native(way.keys)}")
            button.clicked.connect(lambda _on=False, key=way.id: self.asked.emit(key))
            self.buttons[way.id] = button
            column.addWidget(button)

    def say(self, one: BadRating | None, window: str, facts: Sequence[tuple[str, str]], story: Sequence[Told]) -> None:
        """Show a bad rating with its clock and its story, or that none is chosen."""
        column = QVBoxLayout(self.body.fresh())
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        if one is None:
            column.addWidget(label(_("No bad rating is chosen."), tone="third"))
            column.addStretch(1)
            return
        column.addWidget(label(words.level(one), type="section"))
        column.addWidget(label(f"{window} · {one.day.isoformat()} · {words.kind(one)}", tone="second", type="small"))
        for reason in one.reasons:
            column.addWidget(label(f"• {of_reason(reason)}"))
        for name, value in facts:
            column.addWidget(label(name, tone="third", type="tiny"))
            column.addWidget(label(value, type="small"))
        if one.request:
            show = ElidedButton(_("Show the request (Enter in the list)"))
            show.setProperty("kind", "quiet")
            show.clicked.connect(self.request_asked)
            column.addWidget(show, 0, Qt.AlignmentFlag.AlignLeft)
        for told in story:
            if told.kind not in _HIDDEN:
                column.addWidget(_passage(told))
        column.addStretch(1)

    def allow(self, barred: Mapping[str, str]) -> None:
        """Let buttons be pressed; the others read in their tip why not."""
        for way in WAYS:
            why = barred[way.id]
            self.buttons[way.id].setEnabled(not why)
            self.buttons[way.id].explain(why)


def _passage(told: Told) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 4, 0, 0)
    column.setSpacing(1)
    when = datetime.fromisoformat(told.at).astimezone(BEIJING).strftime("%Y-%m-%d %H:%M")
    column.addWidget(label(f"{when} · {told.author}", type="tiny", tone="third"))
    title = texts.kind(told.kind)
    column.addWidget(label(_("{deed} (taken back)").format(deed=title) if told.undone else title, type="small"))
    if told.note or told.reason:
        column.addWidget(label(told.note or told.reason, type="small", tone="second"))
    return box
