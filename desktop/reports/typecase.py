"""A type case: the loaded faces of one document, and for every character the face that has it."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Protocol

from reportlab.pdfbase.ttfonts import TTFError, TTFont

from desktop.i18n import language
from desktop.models.refusals import Refusal
from desktop.reports import faces
from desktop.reports.faces import FaceRole
from desktop.reports.fontscan import Face

GETA = "〓"
"""The typographer's mark for a missing sort, printed where no face of the machine has a character."""
_TRIAL = "一"
_LOW_MARKS = "。、"
_CENTRING = ("AR PL UMing",)
"""Faces whose full stop stands in the middle of its square, as in Taiwan; here it belongs at the lower left (GB/T
15834-2011, 5.1.1), so another face of the chain lends it."""


class Outlines(Protocol):
    """What is used of a loaded face."""

    name: bytes | str
    charToGlyph: Mapping[int, int]  # noqa: N815  # the name reportlab gave it

    def getCharWidth(self, code: int) -> float:  # noqa: N802  # the name reportlab gave it
        """Return a character's width in thousandths of an em."""


class Font(Protocol):
    """What is used of a font of reportlab, which has no types."""

    face: Outlines

    def splitString(self, text: str, document: object) -> list[tuple[int, bytes]]:  # noqa: N802  # reportlab's name
        """Return the subsets of a text and its codes in them."""

    def getSubsetInternalName(self, subset: int, document: object) -> str:  # noqa: N802  # reportlab's name
        """Return the name of a subset in page contents."""


@cache
def _cast(face: Face) -> Font | None:
    """Load a face once a process; None when the printer refuses it after all."""
    try:
        font: Font = TTFont(f"{face.family}#{face.index}", face.path, subfontIndex=face.index)
    except (TTFError, OSError):
        return None
    return font


class Sorts(dict[str, tuple[Font, float]]):
    """Characters of one role: the font that prints each and its width in ems. Filled as characters are asked for."""

    def __init__(self, chain: Iterable[Face], missing: set[str]) -> None:
        super().__init__()
        self._chain = tuple(chain)
        self._missing = missing

    def __missing__(self, char: str) -> tuple[Font, float]:
        font = self.font_of(char)
        if font is None:
            self._missing.add(char)
            sort = self[GETA] if char != GETA else self["?"]
        else:
            sort = (font, font.face.getCharWidth(ord(char)) / 1000)
        self[char] = sort
        return sort

    def font_of(self, char: str) -> Font | None:
        """Return the first font of the chain that draws the character, None when there is none."""
        return self._drawn(char, wary=True) or self._drawn(char, wary=False)

    def _drawn(self, char: str, *, wary: bool) -> Font | None:
        for face in self._chain:
            if wary and char in _LOW_MARKS and face.family.startswith(_CENTRING):
                continue
            font = _cast(face)
            if font is not None and font.face.charToGlyph.get(ord(char)):
                return font
        return None


class Widths(dict[str, float]):
    """Widths of characters of one role in ems; see `kinsoku.lines`."""

    def __init__(self, sorts: Sorts) -> None:
        super().__init__()
        self._sorts = sorts

    def __missing__(self, char: str) -> float:
        width = self[char] = self._sorts[char][1]
        return width


class TypeCase:
    """The faces of one document in the language in use. A case serves one document at a time.

    Raises the refusal `no_printing_face` when the machine has no face that can print Chinese.
    """

    def __init__(self, chains: Mapping[FaceRole, tuple[Face, ...]] | None = None) -> None:
        self.chains = dict(chains or faces.chains(latin=language() == "en"))
        self.missing: set[str] = set()
        """Characters met so far that no face of the machine can draw; printed as `GETA`."""
        self._sorts = {role: Sorts(chain, self.missing) for role, chain in self.chains.items()}
        self._widths = {role: Widths(sorts) for role, sorts in self._sorts.items()}
        if self._sorts[FaceRole.BODY].font_of(_TRIAL) is None:
            raise Refusal(faces.NO_FACE)

    def fitting(self, text: str, role: FaceRole, size: float, room: float) -> float:
        """Return the size, at most `size`, at which a text is no wider than `room` points."""
        wide = self.width(text, role, size)
        return size if wide <= room else size * room / wide

    def sorts(self, role: FaceRole) -> Sorts:
        """Return the characters of a role with their fonts."""
        return self._sorts[role]

    def widths(self, role: FaceRole) -> Widths:
        """Return the widths of a role's characters in ems."""
        return self._widths[role]

    def width(self, text: str, role: FaceRole, size: float) -> float:
        """Return the width of a text in points."""
        widths = self._widths[role]
        return sum(widths[char] for char in text) * size

    def uncovered(self, text: str) -> str:
        """Return the characters of a text that no face can draw, each once, in order."""
        sorts = self._sorts[FaceRole.BODY]
        shown = (char for char in dict.fromkeys(text) if not char.isspace())
        return "".join(char for char in shown if sorts.font_of(char) is None)
