"""The parts of the panel of a request and how they share its height."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.views.bridge import Bridge
from desktop.views.labels import label, rule
from desktop.views.panel_scroll import scrolled
from desktop.views.requests import state_tile
from desktop.views.requests.move_form import MoveForm
from desktop.views.requests.panel_contact import ContactCard
from desktop.views.requests.panel_facts import Facts
from desktop.views.requests.panel_foot import Foot
from desktop.views.requests.panel_head import Head
from desktop.views.requests.panel_kin import KinLinks
from desktop.views.story import Story
from desktop.views.tall import Tall

_ROOM_FOR_FACTS = 140
"""Pixels of height below which facts and story make room for an open form."""


class Body(QWidget):
    """Head, who asked, facts, story, and either the buttons at the foot or an open form.

    Who asked stays over an open form: a call needs the telephone.
    """

    def __init__(self, bridge: Bridge) -> None:
        super().__init__()
        self.contact, self.facts, self.foot, self.form = ContactCard(), Facts(), Foot(), MoveForm(bridge)
        self.head, self.kin, self.story = Head(self.contact.button), KinLinks(), Story(_("History"), state_tile.show_on)
        self.calls_title, self.calls = label(_("Calls"), weight="strong"), Story(_("Calls"), state_tile.show_on)
        self._scroll, self._gap = self._scrolled(), QWidget()
        self._foot_room, self._form_room = Tall(self.foot), Tall(self.form)
        self._lay_out()
        self._form_room.hide()
        self._gap.hide()

    def _scrolled(self) -> QScrollArea:
        history = label(_("History"), weight="strong")
        self._inner = (self.facts, self.kin, self.calls_title, self.calls, rule(), history, self.story)
        return scrolled((*self._inner[:2], self.foot.rest, *self._inner[2:]))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(10)
        column.addLayout(_framed(self.head))
        column.addLayout(_framed(self.contact))
        self._upper_rule, self._lower_rule = rule(), rule()
        column.addWidget(self._upper_rule)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._gap, 1)
        column.addWidget(self._lower_rule)
        column.addLayout(_framed(self._foot_room))
        column.addLayout(_framed(self._form_room))

    def show_one(self, *, one: bool) -> None:
        """Show what is known of a single request, or only the head and what may be done with several."""
        for part in self._inner:
            part.setVisible(one)
        if not one:
            self.contact.offer(on=False)

    def open_form(self, height: int) -> None:
        """Show the form in place of the buttons; facts and story stay where the panel's height leaves them room."""
        self._foot_room.hide()
        self.fit(height)
        self._form_room.show()
        self.form.show()
        self.form.enter()

    def fit(self, height: int) -> None:
        """Let facts and story go where the open form needs their room in a panel of a height."""
        parts = (self.head, self.form, *([self.contact] if self.contact.is_shown else []))
        taken = sum(one.sizeHint().height() for one in parts)
        self._make_room(for_form=height - taken < _ROOM_FOR_FACTS)

    def close_form(self) -> None:
        """Show the buttons again."""
        self._form_room.hide()
        self._make_room(for_form=False)
        self._foot_room.show()

    def _make_room(self, *, for_form: bool) -> None:
        for part in (self._scroll, self._lower_rule):
            part.setVisible(not for_form)
        self._gap.setVisible(for_form)


def _framed(part: QWidget) -> QVBoxLayout:
    frame = QVBoxLayout()
    frame.setContentsMargins(18, 0, 18, 0)
    frame.addWidget(part)
    return frame
