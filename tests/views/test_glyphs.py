from itertools import combinations

import pytest
from PySide6.QtGui import QColor, QImage, qGray
from PySide6.QtWidgets import QApplication

from desktop import i18n
from desktop.models.vocabulary import Lamp, Status
from desktop.views import glyphs, icons, theme
from desktop.views.tokens import THEMES


def _image(status: Status, lamps: Lamp = Lamp(0), *, disputed: bool = False) -> QImage:  # noqa: B008 (an IntFlag)
    return glyphs.tile(status, 26, 1.0, lamps, disputed=disputed).toImage().convertToFormat(QImage.Format.Format_Mono)


@pytest.fixture(autouse=True)
def light(qapp: QApplication) -> None:
    theme.current().wear("light")


def test_every_state_has_a_shape_of_its_own_without_colour() -> None:
    paths = [glyphs.path(status) for status in Status]
    assert all(a != b for a, b in combinations(paths, 2))


@pytest.mark.parametrize("look", list(THEMES))
@pytest.mark.parametrize("size", [18, 26])
def test_a_grey_picture_keeps_all_states_apart_by_their_shapes(look: str, size: int) -> None:
    """Without fills: only which pixels are ink. A sixteenth of the tile differs between any two."""
    theme.current().wear(look)
    shapes = [_ink(status, size) for status in Status]
    assert min(len(one ^ other) for one, other in combinations(shapes, 2)) >= size * size / 16


@pytest.mark.parametrize("look", list(THEMES))
@pytest.mark.parametrize("status", list(Status))
def test_a_grey_picture_keeps_lamps_and_disputes_apart(look: str, status: Status) -> None:
    theme.current().wear(look)
    lamps = (Lamp(0), Lamp.OVERDUE, Lamp.DUE_SOON, Lamp.STALE)
    marked = [_ink(status, 26, lamp, disputed=disputed) for lamp in lamps for disputed in (False, True)]
    assert min(len(one ^ other) for one, other in combinations(marked, 2)) >= 26 * 26 / 50


def _ink(status: Status, size: int, lamps: Lamp = Lamp(0), *, disputed: bool = False) -> frozenset[tuple[int, int]]:  # noqa: B008 (an IntFlag)
    """Return the pixels of a tile that are nearer to its ink than to its fill, in grey."""
    paint = theme.current().tokens.states[status]
    ink, fill = qGray(QColor(paint.ink).rgb()), qGray(QColor(paint.fill).rgb())
    image = glyphs.tile(status, size, 1.0, lamps, disputed=disputed).toImage()
    greys = {(x, y): qGray(image.pixel(x, y)) for x in range(2, size - 2) for y in range(2, size - 2)}
    return frozenset(place for place, grey in greys.items() if abs(grey - ink) < abs(grey - fill))


def test_shapes_stay_within_their_square() -> None:
    for status in Status:
        room = glyphs.path(status).boundingRect()
        assert abs(room.left()) <= 101
        assert abs(room.bottom()) <= 101
        assert room.width() > 100


def test_a_lamp_writes_a_character_and_leaves_the_fill_alone() -> None:
    plain = glyphs.tile(Status.IN_PROGRESS, 26, 1.0).toImage()
    lit = glyphs.tile(Status.IN_PROGRESS, 26, 1.0, Lamp.OVERDUE).toImage()
    assert plain != lit
    assert plain.pixelColor(2, 20) == lit.pixelColor(2, 20)
    assert plain.pixelColor(2, 20).name().upper() == theme.current().tokens.states[Status.IN_PROGRESS].fill


def test_the_gravest_lamp_is_the_one_that_is_written() -> None:
    i18n.use("zh")
    assert glyphs.lamp_mark(Lamp.OVERDUE | Lamp.STALE) == "逾"
    assert glyphs.lamp_mark(Lamp.DUE_SOON | Lamp.STALE) == "临"
    assert glyphs.lamp_mark(Lamp.STALE) == "陈"
    assert glyphs.lamp_mark(Lamp.SILENT) == ""


def test_a_disputed_commitment_looks_different() -> None:
    assert _image(Status.VERIFIED) != _image(Status.VERIFIED, disputed=True)


def test_tiles_are_painted_once_for_each_screen_and_theme() -> None:
    first = glyphs.tile(Status.BLOCKED, 26, 1.5)
    assert glyphs.tile(Status.BLOCKED, 26, 1.5).cacheKey() == first.cacheKey()
    assert (first.width(), first.devicePixelRatio()) == (39, 1.5)
    theme.current().wear("dark")
    assert glyphs.tile(Status.BLOCKED, 26, 1.5).cacheKey() != first.cacheKey()
    theme.current().wear("light")


def test_every_icon_shows_something_in_the_colour_asked_for() -> None:
    for file in sorted(icons.folder().glob("*.svg")):
        image = icons.pixmap(file.stem, "#FF0000", 24, 1.0).toImage()
        colours = {
            image.pixelColor(x, y).name() for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha()
        }
        assert colours, file.stem
        assert colours == {"#ff0000"} or file.stem.startswith(("arrow-", "tick-")), file.stem


def test_an_unknown_icon_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        icons.pixmap("no such icon", "#FF0000", 24, 1.0)
