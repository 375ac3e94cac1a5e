"""What every table of whole rows has in common: rows are chosen, nothing is edited in place, it scrolls by pixels."""

from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

_Choice = QAbstractItemView.SelectionMode


def be_list(view: QTableView, name: str, *, several: bool) -> None:
    """Make a table a list of rows, under a name for readers of the screen; `several` rows can be chosen, or one."""
    view.setAccessibleName(name)
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    view.setSelectionMode(_Choice.ExtendedSelection if several else _Choice.SingleSelection)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    for bar_mode in (view.setVerticalScrollMode, view.setHorizontalScrollMode):
        bar_mode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setCornerWidget(QWidget(view))
    view.verticalHeader().hide()
