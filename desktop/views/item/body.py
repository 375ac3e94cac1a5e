"""The parts of the panel of one commitment and how they share its height."""

from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from desktop.i18n import _
from desktop.views.item.foot import Foot
from desktop.views.item.form import Form
from desktop.views.item.head import Facts, Head
from desktop.views.item.story import CommitmentStory, Finder
from desktop.views.labels import label, rule
from desktop.views.panel_scroll import scrolled
from desktop.views.recall import Recall
from desktop.views.tall import Tall

_ROOM_FOR_FACTS = 180
"""Pixels of height below which facts and story make room for an open form."""


class Body(QWidget):
    """Head, facts, story, and either the buttons at the foot or an open form."""

    def __init__(self, recall: Recall, thumbnail: Finder, file: Finder) -> None:
        super().__init__()
        self.head, self.facts, self.foot, self.form = Head(), Facts(), Foot(), Form(recall)
        self.story = CommitmentStory(thumbnail, file)
        self._scroll, self._lower_rule, self._gap = self._scrolled(), rule(), QWidget()
        self._foot_room, self._form_room = Tall(self.foot), Tall(self.form)
        self._lay_out()
        self._form_room.hide()
        self._gap.hide()

    def _scrolled(self) -> QScrollArea:
        history = label(_("History"), weight="strong")
        return scrolled((self.facts, self.foot.rest, rule(), history, self.story))

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 14, 0, 14)
        column.setSpacing(10)
        for part in (self.head, self._foot_room, self._form_room):
            frame = QVBoxLayout()
            frame.setContentsMargins(18, 0, 18, 0)
            frame.addWidget(part)
            column.addLayout(frame)
            if part is self._form_room:
                self._form_frame = frame
            if part is self.head:
                self._upper_rule = rule()
                column.addWidget(self._upper_rule)
                column.addWidget(self._scroll, 1)
                column.addWidget(self._gap, 1)
                column.addWidget(self._lower_rule)

    def open_form(self, height: int, *, alone: bool) -> None:
        """Show the form in place of the buttons; facts and story stay where the panel's height leaves them room.

        A form that shows a change of many has the panel `alone`: what stood there was about one of them.
        """
        self._foot_room.hide()
        taken = self.head.sizeHint().height() + self.form.sizeHint().height()
        self._make_room(for_form=alone or height - taken < _ROOM_FOR_FACTS)
        self._leave_alone(alone=alone)
        self._form_room.show()
        self.form.show()
        self.form.enter()

    def close_form(self) -> None:
        """Show the buttons again."""
        self._form_room.hide()
        self._leave_alone(alone=False)
        self._make_room(for_form=False)
        self._foot_room.show()

    def _leave_alone(self, *, alone: bool) -> None:
        for part in (self.head, self._upper_rule):
            part.setVisible(not alone)
        self._gap.setVisible(not alone and not self._gap.isHidden())
        self._column.setStretchFactor(self._form_frame, int(alone))
        self._form_room.fill(on=alone)

    def _make_room(self, *, for_form: bool) -> None:
        for part in (self._scroll, self._lower_rule):
            part.setVisible(not for_form)
        self._gap.setVisible(for_form)
