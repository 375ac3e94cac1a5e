"""A catalogue out of the shipped folder and a board with seeded states, for tests that need no book."""

import csv
import random
from datetime import date

from desktop import paths
from desktop.models.board import Board
from desktop.models.catalogue import (
    Catalogue,
    Category,
    Edition,
    Measure,
    ServiceAction,
    ServiceWindow,
    Unit,
    WindowKind,
)
from desktop.models.vocabulary import Cadence, Lamp, Mark, Status


def _rows(name: str) -> list[dict[str, str]]:
    with (paths.resources() / "catalogue" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _action(row: dict[str, str]) -> ServiceAction:
    return ServiceAction(
        id=row["code"],
        code=row["code"],
        category=row["category"],
        title_zh=row["title_zh"],
        title_en=row["title_en"],
        text_zh=row["text_zh"],
        text_en=row["text_en"],
        accept_zh=row["accept_zh"],
        accept_en=row["accept_en"],
        measures=tuple(filter(None, row["measures"].split(";"))),
        kinds=tuple(row["window_kinds"].split(";")),
        lead_dept=row["lead_dept"],
        promise_value=int(row["promise_value"]) if row["promise_value"] else None,
        promise_unit=row["promise_unit"],
        legal_value=int(row["legal_value"]) if row["legal_value"] else None,
        legal_unit=row["legal_unit"],
        clock_from=row["clock_from"],
        promise_basis=row["promise_basis"],
        cadence=Cadence(row["cadence"]),
    )


def sample_catalogue(windows: int | None = None) -> Catalogue:
    """Return the starter catalogue; with a number, that many windows made by repeating the sample ones."""
    rows = _rows("windows.csv")
    count = len(rows) if windows is None else windows
    repeated = [dict(rows[n % len(rows)], code=f"W{n + 1:03d}") for n in range(count)]
    measure = ("title_zh", "title_en", "text_zh", "text_en", "audience", "lead_dept")
    return Catalogue(
        Edition("starter-2026.11", "便民利企措施起始目录（非官方文本）", "Starter catalogue", "starter", "",
                date(2026, 11, 23)),
        {r["code"]: Category(r["code"], r["name_zh"], r["name_en"]) for r in _rows("categories.csv")},
        {r["code"]: Measure(r["code"], **{n: r[n] for n in measure}) for r in _rows("measures.csv")},
        {r["code"]: _action(r) for r in _rows("actions.csv")},
        {r["code"]: WindowKind(r["code"], r["name_zh"], r["name_en"]) for r in _rows("window_kinds.csv")},
        {r["code"]: Unit(r["code"], r["kind"], r["name_zh"], r["name_en"], r["parent"]) for r in _rows("units.csv")},
        {r["code"]: ServiceWindow(r["code"], r["unit"], r["kind"], r["name_zh"], r["name_en"]) for r in repeated},
    )  # fmt: skip


def sample_board(windows: int | None = None, seed: int = 1, as_of: date = date(2026, 11, 20)) -> Board:
    """Return a board over the sample catalogue with seeded states, lamps and marks."""
    catalogue, chance = sample_catalogue(windows), random.Random(seed)
    actions, columns = tuple(catalogue.actions.values()), tuple(catalogue.windows.values())
    status, lamps, marks = bytearray(), bytearray(), bytearray()
    for action in actions:
        for window in columns:
            state = chance.choices(tuple(Status), (6, 20, 4, 14, 46, 4, 2, 4))[0]
            here = window.kind in action.kinds
            still_open = here and state in (Status.IN_PROGRESS, Status.BLOCKED, Status.RETURNED, Status.RELAPSED)
            lamp = chance.choices((Lamp(0), Lamp.OVERDUE, Lamp.DUE_SOON, Lamp.SILENT), (6, 2, 2, 2))[0]
            done = here and state in (Status.IN_PLACE, Status.VERIFIED) and chance.random() < 0.1
            status.append(state.code if here else 0)
            lamps.append(lamp if still_open else Lamp.STALE if done else 0)
            marks.append(chance.choices((0, Mark.UNREPORTED, Mark.DISPUTED), (8, 3, 0.1))[0] if here else 0)
    return Board(catalogue, as_of, 1234, actions, columns, bytes(status), bytes(lamps), bytes(marks))
