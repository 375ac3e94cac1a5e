"""The one style sheet of the program, built from tokens and the text size."""

from desktop import paths
from desktop.views.tokens import Tokens


def build(tokens: Tokens, size: int) -> str:
    """Return the Qt style sheet of a theme at a text size in per cent."""
    blanks = {name: getattr(tokens, name) for name in Tokens._fields if isinstance(getattr(tokens, name), str)}
    for name in ("practice", "past", "toast"):
        paint = getattr(tokens, name)
        blanks[f"{name}_fill"], blanks[f"{name}_ink"] = paint.fill, paint.ink
    for pixels in (12, 13, 14, 16, 20, 22, 30):
        blanks[f"px{pixels}"] = f"{round(pixels * size / 100)}px"
    blanks["field"] = f"{round(22 * size / 100)}px"
    blanks["line"] = f"{round(18 * size / 100)}px"
    blanks["icons"] = (paths.resources() / "icons").as_posix()
    text = "".join((_GROUND, _TEXT, _BUTTONS, _FIELDS, _LISTS, _BARS))
    for name, value in sorted(blanks.items(), key=lambda pair: -len(pair[0])):
        text = text.replace(f"@{name}", str(value))
    return text


_GROUND = """
QMainWindow, QDialog, QWidget[kind="page"] { background: @bg; }
QFrame[kind="card"] { background: @surface; border: 1px solid @border; border-radius: 10px; }
QFrame[kind="topbar"] { background: @surface; border: none; border-bottom: 1px solid @border; }
QFrame[kind="sidebar"] { background: @sidebar; border: none; }
QFrame[kind="footer"] { background: @surface; border: none; border-top: 1px solid @border; }
QFrame[kind="rule"] { background: @border; border: none; min-height: 1px; max-height: 1px; }
QFrame[kind="practice"] { background: @practice_fill; border: none; }
QFrame[kind="practice"] QLabel { color: @practice_ink; font-weight: 600; }
QFrame[kind="past"] { background: @past_fill; border: none; }
QFrame[kind="past"] QLabel { color: @past_ink; font-weight: 600; }
QFrame[kind="offer"] { background: @accent_soft; border: none; border-bottom: 1px solid @border; }
QFrame[kind="toast"] { background: @toast_fill; border-radius: 8px; }
QFrame[kind="toast"] QLabel { color: @toast_ink; }
QFrame[kind="toast"] QPushButton { background: transparent; color: @toast_ink; border: 1px solid @toast_ink;
  font-weight: 600; }
QScrollArea, QScrollArea > QWidget > QWidget[kind="clear"],
QWidget[kind="clear"] { background: transparent; border: none; }
QToolTip { background: @surface2; color: @text; border: 1px solid @border; padding: 4px 6px; }
QScrollArea { border: 1px solid transparent; }
QScrollArea:focus { border: 1px solid @accent; border-radius: 3px; }
QScrollArea[kind="tall"] { border: none; }
QSplitter::handle { background: transparent; }
"""

_TEXT = """
QLabel { background: transparent; }
QLabel[type="title"] { font-size: @px20; font-weight: 600; }
QLabel[type="section"] { font-size: @px16; font-weight: 600; }
QLabel[type="figure"] { font-size: @px30; font-weight: 600; }
QLabel[type="less"] { font-size: @px22; font-weight: 600; }
QLabel[type="small"] { font-size: @px13; }
QLabel[type="tiny"] { font-size: @px12; }
QLabel[weight="strong"] { font-weight: 600; }
QLabel[kind="keycap"] { background: @surface2; border: 1px solid @border; border-radius: 4px; padding: 1px 7px;
  font-size: @px13; }
QLabel[tone="second"] { color: @text2; }
QLabel[tone="third"] { color: @text3; }
QLabel[tone="danger"] { color: @danger; }
QLabel[tone="warn"] { color: @warn; }
QLabel[tone="good"] { color: @good; }
QFrame[kind="sidebar"] QLabel { color: @sidebar_text; }
QFrame[kind="sidebar"] QLabel[weight="strong"] { color: @sidebar_strong; }
"""

_BUTTONS = """
QPushButton { background: @surface; color: @text; border: 1px solid @field_border; border-radius: 6px;
  padding: 5px 14px; min-height: @field; outline: none; }
QPushButton:hover { background: @surface2; }
QPushButton:pressed { background: @track; }
QPushButton:disabled { color: @text3; border-color: @border; background: @surface2; }
QPushButton:focus { border: 2px solid @accent; padding: 4px 13px; }
QPushButton::menu-indicator { image: url("@icons/arrow-down.svg"); width: 12px; height: 12px;
  subcontrol-position: right center; subcontrol-origin: padding; right: 8px; }
QPushButton[kind="primary"] { background: @accent; color: @on_accent; border: 1px solid @accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { background: @accent_hover; }
QPushButton[kind="primary"]:pressed { background: @accent_pressed; }
QPushButton[kind="primary"]:focus { border: 2px solid @text; }
QPushButton[kind="primary"]:disabled { background: @surface2; color: @text3; border-color: @border; }
QPushButton[kind="quiet"] { background: transparent; border: 1px solid transparent; color: @accent; }
QPushButton[kind="quiet"]:hover { background: @accent_soft; }
QPushButton[kind="quiet"]:focus { border: 2px solid @accent; }
QPushButton[kind="chip"] { border-radius: 6px; padding: 4px 12px; border: 1px solid @border; color: @text2; }
QPushButton[kind="chip"]:checked { background: @accent_soft; border-color: @accent; color: @accent; }
QPushButton[kind="chip"]:focus { border: 2px solid @accent; padding: 3px 11px; }
QPushButton[kind="filter"] { border-radius: 12px; padding: 1px 8px 1px 10px; border: 1px solid @accent; color: @accent;
  background: @accent_soft; font-size: @px13; min-height: 20px; }
QPushButton[kind="filter"]:hover { background: @selection; }
QPushButton[kind="filter"]:focus { border: 2px solid @accent; padding: 0 7px 0 9px; }
QPushButton[kind="quiet"][rank="small"] { font-size: @px13; padding: 1px 8px; min-height: 20px; }
QPushButton[rank="large"] { min-height: 70px; border-radius: 12px; }
QPushButton[kind="view"] { padding: 5px 26px 5px 12px; border-color: @border; }
QPushButton[kind="view"]:focus { border: 2px solid @accent; padding: 4px 25px 4px 11px; }
QPushButton[kind="square"] { padding: 5px 8px; border-color: @border; }
QPushButton[kind="square"]:focus { border: 2px solid @accent; padding: 4px 7px; }
QPushButton[kind="square"]::menu-indicator { image: none; width: 0; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 0 2px;
  color: @text2; min-height: 0; }
QPushButton[kind="link"]:hover { color: @accent; text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid @accent; padding: 0 1px; }
QPushButton[kind="link"]:disabled { background: transparent; border-color: transparent; color: @text2; }
QPushButton[kind="link"][rank="section"] { font-size: @px16; font-weight: 600; color: @text; }
QPushButton[kind="link"][rank="small"] { font-size: @px13; }
QPushButton[kind="link"][rank="body"] { color: @text; text-align: left; }
QPushButton[kind="link"][rank="fact"] { font-size: @px13; border-width: 2px; padding: 0 1px; }
QPushButton[kind="link"][rank="tiny"] { font-size: @px12; }
QPushButton[kind="link"][rank="figure"] { font-size: @px30; font-weight: 600; color: @text; text-align: left; }
QPushButton[kind="link"][rank="less"] { font-size: @px22; font-weight: 600; color: @text; text-align: left; }
QPushButton[kind="figure"] { background: @surface; border: 1px solid @border; border-radius: 10px; padding: 0; }
QPushButton[kind="figure"]:hover { border-color: @accent; background: @surface; }
QPushButton[kind="figure"]:pressed { background: @surface2; }
QPushButton[kind="figure"]:focus { border: 2px solid @accent; padding: 0; }
QPushButton[kind="nav"] { background: transparent; color: @sidebar_text; border: 1px solid transparent;
  border-radius: 8px; padding: 6px 2px 6px 14px; text-align: left; min-height: 26px; }
QPushButton[kind="nav"]:hover { background: @sidebar_hover; }
QPushButton[kind="nav"]:checked { background: @sidebar_active; color: @sidebar_strong; font-weight: 600; }
QPushButton[kind="nav"]:focus { border: 1px solid @sidebar_text; }
QPushButton[kind="status"] { background: transparent; color: @text2; border: 1px solid transparent; border-radius: 4px;
  padding: 0 6px; min-height: @line; font-size: @px12; }
QPushButton[kind="status"][tone="warn"] { color: @warn; font-weight: 600; }
QPushButton[kind="status"]:hover { border-color: @border; }
QPushButton[kind="status"]:focus { border: 2px solid @accent; padding: 0 5px; }
QFrame[kind="practice"] QPushButton[kind="status"] { color: @practice_ink; font-weight: 600; }
QFrame[kind="practice"] QPushButton[kind="status"]:hover { border-color: @practice_ink; }
QPushButton[kind="task"] { background: @surface2; border: 1px solid transparent; border-radius: 6px; padding: 0;
  text-align: left; min-height: 0; }
QPushButton[kind="task"]:hover { border-color: @accent; }
QPushButton[kind="task"]:focus { border: 2px solid @accent; padding: 0; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 4px; color: @text2; }
QToolButton:hover { background: @surface2; }
QToolButton:focus { border: 2px solid @accent; padding: 3px; }
QToolButton::menu-indicator { image: none; }
"""

_FIELDS = """
QLineEdit, QTextEdit, QPlainTextEdit, QComboBox, QDateTimeEdit, QSpinBox { background: @surface; color: @text;
  border: 1px solid @field_border; border-radius: 6px; padding: 5px 10px; selection-background-color: @selection;
  selection-color: @text; }
QLineEdit, QComboBox, QDateTimeEdit, QSpinBox { min-height: @field; }
QLineEdit[kind="search"] { border-color: @border; }
QLineEdit[kind="fact"] { background: transparent; border: 1px solid transparent; padding: 0; min-height: 0; }
QLineEdit:focus, QTextEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QDateTimeEdit:focus, QSpinBox:focus {
  border: 2px solid @accent; padding: 4px 9px; }
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled, QDateTimeEdit:disabled {
  background: @surface2; color: @text3; border-color: @border; }
QLineEdit[kind="search"]:focus { border: 2px solid @accent; }
QLineEdit[kind="fact"]:focus { border: 1px solid @accent; padding: 0; }
QComboBox::drop-down, QDateTimeEdit::drop-down { border: none; width: 24px; }
QComboBox::down-arrow, QDateTimeEdit::down-arrow { image: url("@icons/arrow-down.svg"); width: 12px; height: 12px; }
QSpinBox::up-button, QSpinBox::down-button { border: none; width: 20px; }
QSpinBox::up-arrow { image: url("@icons/arrow-up.svg"); width: 10px; height: 10px; }
QSpinBox::down-arrow { image: url("@icons/arrow-down.svg"); width: 10px; height: 10px; }
QComboBox QAbstractItemView { background: @surface; color: @text; border: 1px solid @border; padding: 4px;
  outline: none;  selection-background-color: @selection; selection-color: @text; }
QComboBox QAbstractItemView::item { min-height: @field; padding: 2px 6px; }
QCheckBox, QRadioButton { spacing: 8px; background: transparent; }
QCheckBox:focus, QRadioButton:focus { color: @accent; }
QCheckBox::indicator, QListView::indicator { width: 15px; height: 15px; border: 1px solid @field_border;
  border-radius: 4px; background: @surface; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: @accent; border-color: @accent;
  image: url("@icons/tick-@name.svg"); }
QCheckBox::indicator:disabled { border-color: @border; background: @surface2; }
QCheckBox::indicator:focus, QRadioButton::indicator:focus { border-color: @accent; }
QRadioButton::indicator { width: 15px; height: 15px; border: 1px solid @field_border; border-radius: 8px;
  background: @surface; }
QRadioButton::indicator:checked { width: 7px; height: 7px; border: 5px solid @accent; }
"""

_LISTS = """
QTableView, QTreeView, QListView { background: @surface; color: @text; border: 1px solid transparent; outline: none;
  gridline-color: @border; selection-background-color: @selection; selection-color: @text; }
QTreeView::item, QListView::item, QTableView::item { min-height: @field; padding: 3px 6px; border: none; }
QTreeView::item:hover, QListView::item:hover { background: @surface2; }
QTreeView::item:selected, QListView::item:selected, QTableView::item:selected { background: @selection; color: @text; }
QTableView:focus, QTreeView:focus, QListView:focus { border: 1px solid @accent; border-radius: 3px; }
QHeaderView { background: @surface; border: none; }
QHeaderView::section { background: @surface; color: @text2; border: none; border-bottom: 1px solid @border;
  padding: 6px 6px; font-size: @px13; }
QTableCornerButton::section { background: @surface; border: none; }
QMenuBar { background: @surface; color: @text2; border-bottom: 1px solid @border; padding: 1px 8px; font-size: @px13; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: 4px; }
QMenuBar::item:selected { background: @accent_soft; color: @text; }
QMenu { background: @surface; color: @text; border: 1px solid @border; padding: 6px; }
QMenu::item { padding: 6px 28px 6px 12px; border-radius: 4px; }
QMenu::item:selected { background: @selection; }
QMenu::item:disabled { color: @text3; }
QMenu::separator { height: 1px; background: @border; margin: 6px 8px; }
"""

_BARS = """
QStatusBar { background: @surface; color: @text2; border-top: 1px solid @border; font-size: @px12; }
QStatusBar::item { border: none; }
QStatusBar QLabel { color: @text2; font-size: @px12; padding: 0 6px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 2px; }
QScrollBar::handle { background: @thumb; border-radius: 4px; min-height: 28px; min-width: 28px; }
QScrollBar::handle:hover { background: @text3; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QTabWidget::pane { border: none; }
QTabBar { background: transparent; }
QTabBar::tab { background: transparent; color: @text2; padding: 7px 14px; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @text; font-weight: 600; border-bottom: 2px solid @accent; }
QTabBar::tab:hover { color: @text; }
QTabBar:focus { border: none; }
QTabBar::tab:focus { background: @accent_soft; }
QProgressBar { background: @track; border: none; border-radius: 4px; height: 8px; text-align: center; }
QProgressBar::chunk { background: @accent; border-radius: 4px; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: @surface2; }
QCalendarWidget QToolButton { color: @text; }
"""
