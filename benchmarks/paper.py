"""What a long sheet costs on paper, beside `canvas.drawString` of the very same lines.

    python -m benchmarks.paper [--rows 16000 80000] [--rounds 3] [--json FILE]

Floor and program run in turn, in one process, and are compared by the CPU time of the process; best of the rounds. The
program's time holds everything: breaking into lines, setting pages, heads, rules, drawn signs, writing the file. The
floor only draws lines that were broken before, with one face and no rules. Bars: program / floor <= 1.0 at 16,000 rows,
and time per row at 80,000 no more than 1.2 times that at 16,000 (linear).
"""

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path
from typing import TypeVar

from reportlab import rl_config
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from desktop import texts
from desktop.models.vocabulary import Status
from desktop.reports import figures, kinsoku
from desktop.reports.bigtable import BigTable, Column
from desktop.reports.faces import FaceRole
from desktop.reports.layout import A4_LANDSCAPE, landscape, paginate
from desktop.reports.press import Press, Title
from desktop.reports.typecase import TypeCase

_WIDTHS = (30.0, 46.0, 150.0, 60.0, 58.0, 90.0, 40.0, 58.0, 36.0, 170.0)
_HEADS = ("序号", "编号", "具体举措", "经办人", "期限", "状态", "亮灯", "最近变动", "依据", "备注")
_SIZE, _LEADING, _PER_PAGE = 9.0, 12.0, 420.0
_PARTS = (
    "设备已报修",
    "配件待到货",
    "由科技部门协调",
    "群众反映排队较长",
    "已增设窗口",
    "抽查10份告知单合格",
    "限5个工作日整改",
)
BAR = 1.0
LINEAR = 1.2

Row = tuple[str, ...]
Given = TypeVar("Given")


@dataclass(frozen=True, slots=True)
class Cost:
    """CPU seconds of floor and program for a number of rows, pages and bytes of the program's file."""

    rows: int
    floor: float
    program: float
    pages: int
    size: int

    @property
    def ratio(self) -> float:
        """Program over floor."""
        return self.program / self.floor


def made_rows(number: int, seed: int = 1) -> list[Row]:
    """Return rows like those of the windows' sheets, notes and names all different."""
    chance, first = random.Random(seed), date(2026, 1, 1)
    names = [chr(0x4E00 + chance.randrange(2000)) + chr(0x4E00 + chance.randrange(2000)) for _ in range(400)]
    states = [texts.status_in_full(status) for status in Status]
    return [
        (
            str(n), f"A{n % 16 + 1:02d}-{n % 7 + 1:02d}", f"便民举措{n % 80}一次性告知和限时办结", chance.choice(names),
            (first + timedelta(chance.randrange(365))).isoformat(), chance.choice(states), "", "2026-11-20", str(n % 4),
            "，".join(chance.choices(_PARTS, k=n % 4)) + str(n),
        )
        for n in range(1, number + 1)
    ]  # fmt: skip


def program(rows: Sequence[Row], out: Path) -> tuple[int, int]:
    """Print the rows as the sheets do; return pages and bytes."""
    case = TypeCase()
    columns = [
        Column(head, width, sign=figures.status_sign if head == "状态" else None, indent=13 if head == "状态" else 0)
        for head, width in zip(_HEADS, _WIDTHS, strict=True)
    ]
    pages = paginate([BigTable(columns, rows, case)], landscape)
    with Press(case, A4_LANDSCAPE, Title("benchmark", "", "", "zh-CN", date(2026, 11, 20))) as press:
        for page in pages:
            for placed in page:
                placed.block.draw(press, 48, placed.top)
            press.end_page()
        written = press.write(out)
    return written.pages, written.path.stat().st_size


def broken(rows: Sequence[Row]) -> list[list[list[str]]]:
    """Return every cell as lines, for the floor."""
    widths = TypeCase().widths(FaceRole.SONG)
    return [
        [kinsoku.lines(text, widths, (width - 6) / _SIZE) for text, width in zip(row, _WIDTHS, strict=True)]
        for row in rows
    ]


def floor(rows: Sequence[list[list[str]]], font: str) -> None:
    """Draw the same lines one by one with drawString, as plain reportlab does."""
    canvas = Canvas(BytesIO(), pagesize=A4_LANDSCAPE, invariant=1, pageCompression=1)
    canvas.setFont(font, _SIZE)
    y = _PER_PAGE
    for row in rows:
        x = 48.0
        for width, lines in zip(_WIDTHS, row, strict=True):
            for number, line in enumerate(lines):
                canvas.drawString(x + 3, y - number * _LEADING, line)
            x += width
        y -= max(map(len, row)) * _LEADING + 6
        if y < 40:
            canvas.showPage()
            canvas.setFont(font, _SIZE)
            y = _PER_PAGE
    canvas.save()


def timed(work: Callable[[], Given]) -> tuple[float, Given]:
    """Return the CPU seconds of a call and what it gave."""
    begun = time.process_time()
    given = work()
    return time.process_time() - begun, given


def measured(number: int, rounds: int, font: str, folder: Path) -> Cost:
    """Run floor and program in turn and return the best of each."""
    rows = made_rows(number)
    lines = broken(rows)
    floors, programs, told = [], [], (0, 0)
    for _ in range(rounds):
        floors.append(timed(lambda: floor(lines, font))[0])
        spent, told = timed(lambda: program(rows, folder / "a.pdf"))
        programs.append(spent)
    return Cost(number, min(floors), min(programs), *told)


def _font() -> str:
    face = TypeCase().chains[FaceRole.SONG][0]
    pdfmetrics.registerFont(TTFont("floor", face.path, subfontIndex=face.index))
    return "floor"


def main() -> int:
    """Measure, print a table and one line of JSON; exit code 1 when a bar is missed."""
    asked = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    asked.add_argument("--rows", type=int, nargs="+", default=[16_000, 80_000])
    asked.add_argument("--rounds", type=int, default=3)
    asked.add_argument("--json", type=Path)
    chosen = asked.parse_args()
    rl_config.useA85 = 0
    font = _font()
    with tempfile.TemporaryDirectory() as folder:
        costs = [measured(number, chosen.rounds, font, Path(folder)) for number in chosen.rows]
    growth = (costs[-1].program / costs[-1].rows) / (costs[0].program / costs[0].rows)
    print(f"{'rows':>8}{'pages':>8}{'floor s':>10}{'program s':>11}{'ratio':>8}{'MB':>8}")
    for cost in costs:
        spent = f"{cost.floor:>10.2f}{cost.program:>11.2f}{cost.ratio:>8.2f}"
        print(f"{cost.rows:>8}{cost.pages:>8}{spent}{cost.size / 1e6:>8.1f}")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"time per row at {costs[-1].rows} over that at {costs[0].rows}: {growth:.2f}; peak {peak} MB")
    report = {
        "paper": [{"rows": c.rows, "pages": c.pages, "floor_s": round(c.floor, 3), "program_s": round(c.program, 3),
                   "ratio": round(c.ratio, 3), "bytes": c.size} for c in costs],
        "growth": round(growth, 3), "peak_mb": peak, "bar": BAR, "linear": LINEAR,
    }  # fmt: skip
    told = json.dumps(report)
    print(told)
    if chosen.json:
        chosen.json.write_text(told + "\n", encoding="utf-8")
    return int(costs[0].ratio > BAR or growth > LINEAR)


if __name__ == "__main__":
    sys.exit(main())
