from itertools import combinations, product

import pytest

from desktop.models.vocabulary import Status
from desktop.views.tokens import THEMES, Tokens
from tests.views.colour import VISIONS, contrast, difference, seen

_INKS = ("text", "text2", "text3", "danger", "warn", "good", "accent")
_TEXT_ON_GROUND = [
    *product(_INKS, ("bg", "surface", "surface2", "selection", "accent_soft")),
    *product(("on_accent",), ("accent", "accent_hover", "accent_pressed")),
    *product(("sidebar_text", "sidebar_strong"), ("sidebar", "sidebar_hover", "sidebar_active")),
    ("text", "track"),
]  # fmt: skip


@pytest.fixture(params=list(THEMES))
def tokens(request: pytest.FixtureRequest) -> Tokens:
    return THEMES[request.param]


def test_the_colour_difference_agrees_with_published_pairs() -> None:
    """Sharma, Wu, Dalal 2005, table 1, pairs 1, 4, 17 and 25."""
    assert difference((50, 2.6772, -79.7751), (50, 0, -82.7485)) == pytest.approx(2.0425, abs=1e-4)
    assert difference((50, -1.3802, -84.2814), (50, 0, -82.7485)) == pytest.approx(1.0, abs=1e-4)
    assert difference((50, 2.5, 0), (73, 25, -18)) == pytest.approx(27.1492, abs=1e-4)
    assert difference((60.2574, -34.0099, 36.2677), (60.4626, -34.1751, 39.4387)) == pytest.approx(1.2644, abs=1e-4)


@pytest.mark.parametrize(("ink", "ground"), _TEXT_ON_GROUND)
def test_every_text_reaches_aa_on_its_ground(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


def test_every_shape_reaches_aa_on_its_fill(tokens: Tokens) -> None:
    paints = [*tokens.states.values(), tokens.practice, tokens.past, tokens.toast]
    assert min(contrast(paint.ink, paint.fill) for paint in paints) >= 4.5


def test_the_edge_of_a_field_can_be_seen(tokens: Tokens) -> None:
    assert contrast(tokens.field_border, tokens.surface) >= 3


@pytest.mark.parametrize("ground", ["bg", "surface", "surface2"])
def test_the_ring_of_the_keyboard_can_be_seen(tokens: Tokens, ground: str) -> None:
    assert contrast(tokens.accent, getattr(tokens, ground)) >= 3


def test_the_ring_can_be_seen_in_the_sidebar_and_on_the_big_button(tokens: Tokens) -> None:
    assert contrast(tokens.sidebar_text, tokens.sidebar_active) >= 3
    assert contrast(tokens.text, tokens.bg) >= 3


def test_all_eight_states_have_a_paint(tokens: Tokens) -> None:
    assert set(tokens.states) == set(Status)


@pytest.mark.parametrize("vision", list(VISIONS))
def test_fills_differ_under_every_kind_of_colour_vision(tokens: Tokens, vision: str) -> None:
    """Not applicable has no fill of its own: an outline and a dash."""
    fills = [paint.fill for status, paint in tokens.states.items() if status != Status.NOT_APPLICABLE]
    assert min(difference(seen(a, vision), seen(b, vision)) for a, b in combinations(fills, 2)) >= 8
