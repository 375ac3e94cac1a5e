"""A small button with a count and what it counts."""

from PySide6.QtWidgets import QHBoxLayout

from desktop.i18n import _
from desktop.views import theme
from desktop.views.card_button import CardButton, label
from desktop.views.tasks import Task


class TaskButton(CardButton):
    """One kind of task: how many, and what it is called."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("kind", "task")
        self._count = label("section")
        self._count.setProperty("weight", "strong")
        self._name = label("small", "second")
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 8, 5)
        row.setSpacing(8)
        row.addWidget(self._count)
        row.addWidget(self._name, 1)

    def say(self, task: Task) -> None:
        """Show a task of the board."""
        self.show_count(task.count, task.title, task.why, task.kind.tone)
        self.setToolTip("\n".join((task.why, _("Show them on the board"))))

    def show_count(self, count: int, title: str, why: str, tone: str) -> None:
        """Show a count; `tone` is `danger`, `warn` or `text`."""
        self._count.setText(str(count))
        self._name.setText(title)
        worn = "" if tone == "text" else tone
        if self._count.property("tone") != worn:
            theme.say(self._count, tone=worn)
        self.setAccessibleName(f"{title} {count}")
        self.setAccessibleDescription(why)
        self.setToolTip("\n".join((why, _("Show them in the register"))))
