"""A card in the middle of a page, as high as its words need."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desktop.views import theme


def card_in(page: QWidget, width: int) -> QVBoxLayout:
    """Put a card of a width (pixels at 100 per cent) into the middle of a page and return its column.

    An alignment would give it the height of its hint, which knows nothing of lines that are wrapped.
    """
    page.setProperty("kind", "page")
    card = QFrame()
    card.setProperty("kind", "card")
    card.setFixedWidth(theme.current().px(width))
    column = QVBoxLayout(card)
    column.setContentsMargins(28, 24, 28, 24)
    column.setSpacing(14)
    row = QHBoxLayout()
    row.addStretch(1)
    row.addWidget(card)
    row.addStretch(1)
    around = QVBoxLayout(page)
    around.addStretch(2)
    around.addLayout(row)
    around.addStretch(3)
    return column
