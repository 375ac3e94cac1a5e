"""Colour tokens: the only place where a colour is written down. `theme.py` turns them into a palette and a style sheet.

Every pair of text on ground reaches WCAG AA (4.5:1); the fills of the states are at least CIEDE2000 8 apart under
normal, protan, deutan and tritan vision. `tests/views/test_tokens.py`
computes both, so a change of taste cannot lose them.
"""

from collections.abc import Mapping
from typing import NamedTuple


class Paint(NamedTuple):
    """Ground and ink of a tile."""

    fill: str
    ink: str


class Tokens(NamedTuple):
    """The colours of one theme, named by their use."""

    name: str
    bg: str
    surface: str
    surface2: str
    border: str
    field_border: str
    track: str
    thumb: str
    text: str
    text2: str
    text3: str
    danger: str
    warn: str
    good: str
    in_place_line: str
    """The fill of in place, as strong as a thin line needs it (3:1 on the surface)."""
    accent: str
    accent_hover: str
    accent_pressed: str
    on_accent: str
    accent_soft: str
    selection: str
    sidebar: str
    sidebar_text: str
    sidebar_strong: str
    sidebar_active: str
    sidebar_hover: str
    practice: Paint
    past: Paint
    toast: Paint
    states: Mapping[str, Paint]
    """By `Status`, which is a text: the vocabulary need not be imported before the first paint."""

    @property
    def dark(self) -> bool:
        """Whether this is the dark theme."""
        return self.name == "dark"


LIGHT = Tokens(
    name="light",
    bg="#F4F6F9",
    surface="#FFFFFF",
    surface2="#EDF1F6",
    border="#D3DBE5",
    field_border="#8593A5",
    track="#E3E9F0",
    thumb="#C3CDD9",
    text="#1A2733",
    text2="#46566A",
    text3="#55657A",
    danger="#B3261E",
    warn="#7A5200",
    good="#0B5C43",
    in_place_line="#7A52B8",
    accent="#1B5E9E",
    accent_hover="#164F86",
    accent_pressed="#123F6C",
    on_accent="#FFFFFF",
    accent_soft="#E2EDF8",
    selection="#D6E6F7",
    sidebar="#13283F",
    sidebar_text="#C4D3E3",
    sidebar_strong="#FFFFFF",
    sidebar_active="#214567",
    sidebar_hover="#1A3551",
    practice=Paint("#FBE9BF", "#5C3F00"),
    past=Paint("#D6E6F7", "#123F6C"),
    toast=Paint("#13283F", "#FFFFFF"),
    states={
        "not_started": Paint("#EEF1F5", "#4A5968"),
        "in_progress": Paint("#7FB2E6", "#0A2C50"),
        "blocked": Paint("#4A5968", "#FFFFFF"),
        "in_place": Paint("#9C7BD1", "#1B0B33"),
        "verified": Paint("#A8DCC7", "#0B4A38"),
        "returned": Paint("#F5C451", "#4F3400"),
        "relapsed": Paint("#C2412D", "#FFFFFF"),
        "not_applicable": Paint("#FFFFFF", "#5A6A7E"),
    },
)

DARK = Tokens(
    name="dark",
    bg="#11171E",
    surface="#19212B",
    surface2="#212B37",
    border="#334153",
    field_border="#66788E",
    track="#2A3645",
    thumb="#3F4E61",
    text="#E7EDF3",
    text2="#B3C0CE",
    text3="#9EAEBE",
    danger="#F2A59D",
    warn="#EDBE55",
    good="#8FD9BC",
    in_place_line="#B7A1EA",
    accent="#7DB8F0",
    accent_hover="#97C7F4",
    accent_pressed="#B3D6F7",
    on_accent="#0C1C2C",
    accent_soft="#1F3650",
    selection="#26415F",
    sidebar="#0D141C",
    sidebar_text="#AEBECF",
    sidebar_strong="#FFFFFF",
    sidebar_active="#1D3550",
    sidebar_hover="#162536",
    practice=Paint("#3D3015", "#F3D38B"),
    past=Paint("#26415F", "#D6E6F7"),
    toast=Paint("#E7EDF3", "#11171E"),
    states={
        "not_started": Paint("#263140", "#B3C0CE"),
        "in_progress": Paint("#3572AE", "#FFFFFF"),
        "blocked": Paint("#C9D3DE", "#14202C"),
        "in_place": Paint("#B7A1EA", "#160B2C"),
        "verified": Paint("#1D5745", "#C9EFE0"),
        "returned": Paint("#EDBE55", "#2A1C00"),
        "relapsed": Paint("#E0705A", "#240600"),
        "not_applicable": Paint("#19212B", "#92A2B3"),
    },
)

THEMES = {"light": LIGHT, "dark": DARK}
