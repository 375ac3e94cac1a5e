"""Small screens, large scales: 1366 by 768 at 125 per cent is 1093 by 614 of Qt's pixels, less bars of the system."""

from collections.abc import Callable

import pytest

from desktop.app.application import Application
from desktop.views.nav_button import NavButton
from desktop.views.sidebar import Sidebar
from tests.views import room
from tests.views.walk import settle

Start = Callable[..., Application]


def _sized(program: Start, language: str, width: int, height: int) -> Application:
    application = program()
    application.preferences.speak(language)
    settle()
    application.window.resize(width, height)
    settle()
    return application


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize(("width", "height"), [(1280, 672), (1093, 548)], ids=["1920 at 150", "1366 at 125"])
def test_every_page_can_be_read_whole_on_a_scaled_screen(
    program: Start, language: str, width: int, height: int
) -> None:
    application = _sized(program, language, width, height)
    cut: dict[str, str] = {}
    for page in application.window.pages:
        application.frame.go(page)
        settle()
        cut |= dict.fromkeys(room.cut(application.window), page)
    assert cut == {}
    ground = application.window.centralWidget()
    assert ground is not None
    assert ground.minimumSizeHint().width() <= width


def test_the_sidebar_folds_to_its_icons_where_there_is_no_room_and_comes_back(program: Start) -> None:
    application = _sized(program, "zh", 1366, 768)
    sidebar = application.window.findChildren(Sidebar)[0]
    wide = sidebar.width()
    application.window.resize(1093, 548)
    settle()
    board = sidebar.button("board")
    assert sidebar.width() < wide / 2
    assert (board.text(), board.accessibleName()) == ("", "落实矩阵")
    assert board.toolTip().startswith("落实矩阵")
    application.window.resize(1366, 768)
    settle()
    assert sidebar.width() == wide
    assert all(button.text().strip() for button in sidebar.findChildren(NavButton))
