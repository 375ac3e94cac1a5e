"""The printing press: one PDF, page by page, with the same bytes for the same data and faces.

This is the only module that knows private names of reportlab (`Canvas._code`, `_doc`, `_preamble`); its tests say
what is expected of them. It mends two faults of reportlab 5.1: characters above U+FFFF get a right ToUnicode entry, and
the built-in Helvetica is never named, so that every font of the file is embedded.
"""

import hashlib
import threading
from codecs import BOM_UTF16_BE
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from itertools import groupby
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.rl_accel import escapePDF
from reportlab.pdfbase import pdfdoc, ttfonts
from reportlab.pdfgen.canvas import Canvas

from desktop.reports import kinsoku
from desktop.reports.faces import FaceRole
from desktop.reports.typecase import GETA, Font, TypeCase

_ENTRIES = 100
"""Most entries of one bfchar section (Adobe Technical Note 5411)."""
_ONE_AT_A_TIME = threading.RLock()
_INK = "0 g"


@dataclass(frozen=True, slots=True)
class Written:
    """A PDF that was written: where, how many pages, in which faces, and its SHA-256.

    `faces` maps a role to the names of the faces used for it, first the one used most at first sight;
    `missing` holds the characters printed as 〓 because the machine has no glyph for them.
    """

    path: Path
    pages: int
    faces: Mapping[str, tuple[str, ...]]
    sha256: str
    missing: str


@dataclass(frozen=True, slots=True)
class Title:
    """What the file says of itself. Its date is that of `as_of`, never the clock's."""

    title: str
    author: str
    subject: str
    language: str
    as_of: date


def to_unicode(name: str, subset: list[int]) -> str:
    """Return the ToUnicode map of a font subset, characters above U+FFFF as UTF-16 surrogates (ISO 32000-1, 9.10.3)."""
    pairs = [f"<{at:02X}> <{chr(code).encode('utf-16-be').hex().upper()}>" for at, code in enumerate(subset) if code]
    parts = [pairs[at : at + _ENTRIES] for at in range(0, len(pairs), _ENTRIES)]
    sections = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def\n"
        f"/CMapName /{name} def\n/CMapType 2 def\n1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
        f"{sections}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"
    )


def actual_text(text: str) -> str:
    """Return the operator that tells readers what the marks up to `EMC` say, however they are spread or turned."""
    return f"/Span <</ActualText <{(BOM_UTF16_BE + text.encode('utf-16-be')).hex()}>>> BDC"


ttfonts.makeToUnicodeCMap = to_unicode
rl_config.useA85 = 0


class _Canvas(Canvas):  # type: ignore[misc]  # reportlab has no types
    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


class Press:
    """A PDF being printed. Use as a context manager: one press runs at a time in a process.

    Lengths are points, the origin is the lower left corner of the page.
    """

    def __init__(self, case: TypeCase, size: tuple[float, float], title: Title) -> None:
        self.case = case
        self.width, self.height = size
        self.pages = 0
        self._out = BytesIO()
        self._title = title
        self._marked = False
        self._data = hashlib.sha256(repr(title).encode())
        self._used: dict[FaceRole, dict[str, None]] = {}
        self._encoded: dict[tuple[FaceRole, float], dict[str, str]] = {}

    def __enter__(self) -> "Press":
        _ONE_AT_A_TIME.acquire()
        told = self._title
        self._canvas: Any = _Canvas(
            self._out,
            pagesize=(self.width, self.height),
            invariant=1,
            pageCompression=1,
            lang=told.language,
            pdfVersion=(1, 7),
        )
        self._document: Any = self._canvas._doc  # noqa: SLF001  # see the head of this module
        self._canvas.setDateFormatter(lambda *_: f"D:{told.as_of:%Y%m%d}000000+08'00'")
        self._canvas.setTitle(told.title)
        self._canvas.setAuthor(told.author)
        self._canvas.setSubject(told.subject)
        self._canvas.setCreator("Bianmin")
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        return self

    def __exit__(self, *_: object) -> None:
        _ONE_AT_A_TIME.release()

    def encoded(self, role: FaceRole, size: float) -> dict[str, str]:
        """Return the memory of texts of a role and size as PDF operators, for callers that print many lines."""
        return self._encoded.setdefault((role, size), {})

    def encode(self, role: FaceRole, size: float, text: str) -> str:
        """Return the operators that show a text at the current point, face by face where one face has not all."""
        memory = self.encoded(role, size)
        operators = memory.get(text)
        if operators is None:
            operators = memory[text] = self._encode(role, size, text)
        return operators

    def _encode(self, role: FaceRole, size: float, text: str) -> str:
        self._data.update(text.encode())
        sorts, used = self.case.sorts(role), self._used.setdefault(role, {})
        runs: list[tuple[Font, str]] = []
        for font, chars in groupby(text, lambda char: sorts[char][0]):
            run = "".join(chars)
            shown = "".join(GETA if char in self.case.missing else char for char in run) if self.case.missing else run
            runs.append((font, shown))
        parts = []
        for font, run in runs:
            used.setdefault(font.face.name.decode() if isinstance(font.face.name, bytes) else font.face.name)
            for subset, codes in font.splitString(run, self._document):
                name = font.getSubsetInternalName(subset, self._document)
                parts.append(f"{name} {size:g} Tf ({escapePDF(codes)}) Tj")
        return " ".join(parts)

    def draw(self, *operators: str) -> None:
        """Put PDF operators on the page."""
        self._canvas._code.extend(operators)  # noqa: SLF001  # see the head of this module
        for operator in operators:
            self._data.update(operator.encode())

    def say(
        self, x: float, y: float, text: str, role: FaceRole, size: float, *,
        tracking: float = 0.0, spread: float = 0.0, ink: str = _INK, heavy: float = 0.0,
    ) -> None:  # fmt: skip
        """Print one line of text with its baseline at (x, y).

        `tracking` is added after every character, `spread` besides where `kinsoku.segments` allows it; `ink` is a
        colour operator; `heavy` thickens strokes (points).
        """
        parts = kinsoku.segments(text) if spread else [(text, False)]
        shown = " ".join(
            f"{tracking + spread * wide:.4f} Tc {self.encode(role, size, part)}" if tracking or spread
            else self.encode(role, size, part)
            for part, wide in parts
        )  # fmt: skip
        if spread:
            shown = f"{actual_text(text)} {shown} EMC"
        thick = f"2 Tr {heavy:g} w {ink.upper()} " if heavy else ""
        self.draw(f"q BT {ink} {thick}1 0 0 1 {x:.2f} {y:.2f} Tm {shown} ET Q")

    def bookmark(self, text: str, level: int) -> None:
        """Add the page to the outline, level 0 being the top."""
        self._marked = True
        key = f"p{self.pages}-{level}-{len(text)}-{hashlib.sha256(text.encode()).hexdigest()[:8]}"
        self._canvas.bookmarkPage(key)
        self._canvas.addOutlineEntry(text, key, level=level, closed=level > 0)

    def end_page(self) -> None:
        """Finish the page and begin the next."""
        self._canvas.showPage()
        self.pages += 1

    def faces(self) -> dict[str, tuple[str, ...]]:
        """Return the faces used so far by role."""
        return {str(role): tuple(names) for role, names in self._used.items() if names}

    def write(self, out: Path) -> Written:
        """Close the document and write it whole or not at all."""
        data = self._data.hexdigest()
        self._document.signature = hashlib.md5(data.encode(), usedforsecurity=False)
        told = "; ".join(f"{role}={', '.join(names)}" for role, names in self.faces().items())
        self._canvas.setKeywords(f"faces: {told}; data: {data}")
        self._document.Catalog.Metadata = self._metadata(told, data)
        if self._marked:
            self._canvas.showOutline()
        self._canvas.save()
        content = self._out.getvalue()
        part = out.with_name(out.name + ".part")
        part.write_bytes(content)
        part.replace(out)
        missing = "".join(sorted(self.case.missing))
        return Written(out, self.pages, self.faces(), hashlib.sha256(content).hexdigest(), missing)

    def _metadata(self, faces: str, data: str) -> object:
        told = self._title
        packet = _XMP.format(
            title=escape(told.title), author=escape(told.author), subject=escape(told.subject), language=told.language,
            day=f"{told.as_of:%Y-%m-%d}T00:00:00+08:00", faces=escape(faces), data=data,
        )  # fmt: skip
        described = pdfdoc.PDFDictionary({"Type": pdfdoc.PDFName("Metadata"), "Subtype": pdfdoc.PDFName("XML")})
        return pdfdoc.PDFStream(described, packet.encode())


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>{day}</xmp:CreateDate><xmp:ModifyDate>{day}</xmp:ModifyDate>
<xmp:CreatorTool>Bianmin</xmp:CreatorTool><pdf:Keywords>faces: {faces}; data: {data}</pdf:Keywords>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>
"""
