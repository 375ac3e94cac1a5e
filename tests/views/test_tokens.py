from itertools import combinations

import pytest

from desktop.models.vocabulary import Status
from desktop.views.tokens import THEMES, Tokens
from tests.views.colour import VISIONS, contrast, difference, seen

_TEXT_ON_GROUND = [
    (ink, ground) for ink in ("text", "text2", "text3", "danger", "warn", "good", "accent")
    for ground in ("bg", "surface", "surface2")
] + [
    ("on_accent", "accent"), ("on_accent", "accent_hover"), ("on_accent", "accent_pressed"),
    ("text", "selection"), ("text2", "selection"), ("danger", "selection"), ("accent", "accent_soft"),
    ("sidebar_text", "sidebar"), ("sidebar_text", "sidebar_hover"), ("sidebar_strong", "sidebar_active"),
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


def test_all_eight_states_have_a_paint(tokens: Tokens) -> None:
    assert set(tokens.states) == set(Status)


@pytest.mark.parametrize("vision", list(VISIONS))
def test_fills_differ_under_every_kind_of_colour_vision(tokens: Tokens, vision: str) -> None:
    """Not applicable has no fill of its own: an outline and a dash."""
    fills = [paint.fill for status, paint in tokens.states.items() if status != Status.NOT_APPLICABLE]
    assert min(difference(seen(a, vision), seen(b, vision)) for a, b in combinations(fills, 2)) >= 8
