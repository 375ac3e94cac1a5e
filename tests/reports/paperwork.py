"""Facts to print and ways to read a printed PDF back, for the tests of paper."""

import random
import re
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pypdf

from desktop import texts
from desktop.models.board import Board
from desktop.models.vocabulary import Status
from desktop.reports.facts import ImplementationFacts, Problem, SheetFacts, SheetRow, WindowFacts
from tests.sample import sample_board

RARE = ("王䶮", "欧阳㛃", "赵𬎆", "孙𫖯", "周𬭎")
DAY = date(2026, 11, 23)
_REASONS = (
    "自助照相机损坏，已报修，配件待到货；需科技部门协调厂商本周内到场更换。",
    "抽查10份告知单，有3份未写明办理去向，退回补正。",
    "",
)
_IN_THE_WAY = (Status.BLOCKED, Status.RETURNED, Status.RELAPSED)


def report_facts(board: Board | None = None, **more: Any) -> ImplementationFacts:
    """Return facts over the sample board; every blocked, returned or relapsed commitment is a problem."""
    here = board or sample_board()
    chance = random.Random(3)
    found = [
        Problem(cell.action.id, cell.window.id, cell.status, DAY - timedelta(30), DAY, chance.choice(_REASONS))
        for row in range(len(here.actions))
        for column in range(len(here.windows))
        if (cell := here.cell(row, column)) and cell.status in _IN_THE_WAY
    ]
    return ImplementationFacts(here, tuple(found), "沧州市公安局", DAY, late=7, **more)


def sheet_facts(windows: int | None = None, *, officers: tuple[str, ...] = RARE, practice: bool = False) -> SheetFacts:
    """Return the sheets of the first windows of the sample board, officers with rare names."""
    board, chance = sample_board(windows), random.Random(4)
    told = []
    for column, window in enumerate(board.windows[:windows]):
        cells = [cell for row in range(len(board.actions)) if (cell := board.cell(row, column))]
        rows = tuple(
            SheetRow(
                cell.action.code, texts.title(cell.action), officers[at % len(officers)], DAY + timedelta(at),
                cell.status, cell.lamps, cell.marks, DAY - timedelta(at), at % 3, chance.choice(_REASONS),
            )
            for at, cell in enumerate(cells)
        )  # fmt: skip
        told.append(WindowFacts(window, texts.title(board.catalogue.units[window.unit]), rows))
    return SheetFacts(tuple(told), board.as_of, board.heard, board.catalogue.edition, DAY, practice)


def squeezed(text: str) -> str:
    """Return a text without blanks and line ends."""
    return re.sub(r"\s+", "", text)


def page_texts(path: Path) -> list[str]:
    """Return the text of every page as pypdf reads it, without blanks."""
    return [squeezed(page.extract_text()) for page in pypdf.PdfReader(path).pages]


def poppler_text(path: Path) -> str:
    """Return the text as poppler reads it in the order of the page contents, without blanks."""
    done = subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, text=True, check=True)
    return squeezed(done.stdout)


def checked_by_qpdf(path: Path) -> str:
    """Return what `qpdf --check` says; raises when it finds fault."""
    done = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=True)
    return done.stdout


def has(*programs: str) -> bool:
    """Return whether the machine has these programs."""
    return all(shutil.which(program) for program in programs)


def fonts(path: Path) -> dict[str, bool]:
    """Return every font of a PDF and whether it is embedded."""
    found: dict[str, bool] = {}
    for page in pypdf.PdfReader(path).pages:
        resources: Any = page["/Resources"]
        for reference in resources["/Font"].values():
            font = reference.get_object()
            found[str(font["/BaseFont"])] = "/FontFile2" in font["/FontDescriptor"].get_object()
    return found
