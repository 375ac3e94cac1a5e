"""Whether everything that is written on a widget has the room to be read."""

from collections.abc import Callable, Iterator
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QWidget,
)

from desktop.views.elided import Elided
from desktop.views.elided_button import ElidedButton

_SLACK = 1
"""Pixels that rounding may take."""


def cut(root: QWidget) -> Iterator[str]:
    """Give what cannot be read whole, with how much it lacks."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.window() is root.window() and widget.isVisible():
            for why in (*_of(widget), *_out_of_sight(widget, root)):
                yield f"{type(widget).__name__} {_words(widget)!r}: {why}"


def _words(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
    return (text or widget.accessibleName())[:70]


def _of(widget: QWidget) -> Iterator[str]:
    looks: tuple[tuple[type[QWidget], Callable[[Any], Iterator[str]]], ...] = (
        (Elided, _of_elided), (QLabel, _of_label), (ElidedButton, _of_elided_button), (QPushButton, _of_button),
        (QCheckBox, _of_button), (QRadioButton, _of_button), (QHeaderView, _of_header), (QTabBar, _of_tabs),
        (QComboBox, _of_combo), (QLineEdit, _of_line),
    )  # fmt: skip
    look = next((look for kind, look in looks if isinstance(widget, kind)), None)
    return look(widget) if look is not None else iter(())


def _of_elided(label: Elided) -> Iterator[str]:
    if label.fontMetrics().horizontalAdvance(label.text()) > label.width() and label.text() not in label.toolTip():
        yield "ends in an ellipsis without a tip"


def _of_elided_button(button: ElidedButton) -> Iterator[str]:
    if button.text().strip() not in button.toolTip():
        yield from _lacks(button, button.sizeHint().width(), button.sizeHint().height())


def _of_button(button: QPushButton | QCheckBox | QRadioButton) -> Iterator[str]:
    if button.hasHeightForWidth():
        yield from _lacks(button, button.minimumSizeHint().width(), button.heightForWidth(button.width()))
    else:
        yield from _lacks(button, button.sizeHint().width(), button.sizeHint().height())


def _lacks(widget: QWidget, width: int, height: int) -> Iterator[str]:
    if widget.width() + _SLACK < width:
        yield f"{width - widget.width()} px too narrow"
    if widget.height() + _SLACK < height:
        yield f"{height - widget.height()} px too low"


def _of_label(label: QLabel) -> Iterator[str]:
    if not label.text() or not label.pixmap().isNull():
        return
    if label.wordWrap():
        yield from _lacks(label, label.minimumSizeHint().width(), label.heightForWidth(label.width()))
    else:
        yield from _lacks(label, label.sizeHint().width(), label.sizeHint().height())


def _of_header(header: QHeaderView) -> Iterator[str]:
    flat = header.orientation() == Qt.Orientation.Horizontal
    for section in range(min(header.count(), 40)):
        text = header.model().headerData(section, header.orientation(), Qt.ItemDataRole.DisplayRole)
        if header.isSectionHidden(section) or not isinstance(text, str):
            continue
        wanted = header.sectionSizeFromContents(section)
        lacks = (wanted.width() if flat else wanted.height()) - header.sectionSize(section)
        tip = header.model().headerData(section, header.orientation(), Qt.ItemDataRole.ToolTipRole)
        if lacks > _SLACK and (not isinstance(tip, str) or text not in tip):
            yield f"head {text!r} {lacks} px too narrow"


def _of_tabs(bar: QTabBar) -> Iterator[str]:
    for tab in range(bar.count()):
        lacks = bar.tabSizeHint(tab).width() - bar.tabRect(tab).width()
        if lacks > _SLACK and bar.tabText(tab) not in bar.tabToolTip(tab):
            yield f"tab {bar.tabText(tab)!r} {lacks} px too narrow"
    if bar.count() and bar.tabRect(bar.count() - 1).right() > bar.width():
        yield "tabs do not fit"


def _of_combo(combo: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = combo.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, combo
    )
    lacks = combo.fontMetrics().horizontalAdvance(combo.currentText()) - field.width()
    if lacks > _SLACK and combo.currentText() not in combo.toolTip():
        yield f"{combo.currentText()!r} {lacks} px too narrow, and no tip"


def _of_line(line: QLineEdit) -> Iterator[str]:
    if line.text() or not line.placeholderText():
        return
    margins = line.textMargins()
    room = line.contentsRect().width() - margins.left() - margins.right() - 24
    lacks = line.fontMetrics().horizontalAdvance(line.placeholderText()) - room
    if lacks > _SLACK and line.placeholderText() not in line.toolTip():
        yield f"placeholder {line.placeholderText()!r} {lacks} px too narrow, and no tip"


def _out_of_sight(widget: QWidget, root: QWidget) -> Iterator[str]:
    """A label or a button must lie within all that holds it, unless it can be scrolled to."""
    if not isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox):
        return
    holder = widget.parentWidget()
    while holder is not None and widget is not root:
        area = holder.parentWidget()
        if isinstance(area, QAbstractScrollArea) and area.viewport() is holder:
            place = QRect(widget.mapTo(holder, QPoint(0, 0)), widget.size())
            fixed = area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff
            if fixed and not (place.left() >= -_SLACK and place.right() <= holder.width() + _SLACK):
                yield f"reaches out of what its {type(area).__name__} shows"
            return
        place = QRect(widget.mapTo(holder, QPoint(0, 0)), widget.size())
        if not holder.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(place):
            yield f"reaches out of its {type(holder).__name__}: {place.getRect()} in {holder.size().toTuple()}"
            return
        if holder is root:
            return
        holder = holder.parentWidget()
