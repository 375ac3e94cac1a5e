"""The same rows in LibreOffice Calc, driven over UNO: open, filter, one change saved. Nothing where soffice is missing.

Calc starts with a fresh profile and without a window; the workbook holds the columns of the register's list. Ours are
measured in the same run on a register of as many rows: its first page, one filter, one request registered.
"""

import json
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from openpyxl import Workbook

from benchmarks.register_book import opened
from benchmarks.register_saving import SAID
from benchmarks.stopwatch import milliseconds
from desktop.commands.requests import RegisterRequest
from desktop.models.book import Book
from desktop.models.registering import register
from desktop.models.requests import RequestFilter
from tests.books import CLERK

COLUMNS = (
    "number", "matter", "window", "action", "channel", "applicant", "status", "registered_at", "accepted_at", "due_on",
    "closed_at", "handler", "result",
)  # fmt: skip
PORT = 21_017
_PATIENCE_S = 90

_DRIVER = """
import json, sys, time
import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.sheet import TableFilterField
from com.sun.star.sheet.FilterOperator import EQUAL
path, other, port, column, value = sys.argv[1:6]
def hidden(**given):
    return tuple(PropertyValue(name, 0, said, 0) for name, said in given.items())
here = uno.getComponentContext()
resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
for _try in range(300):
    try:
        there = resolver.resolve(f"uno:socket,host=127.0.0.1,port={port};urp;StarOffice.ComponentContext")
        break
    except Exception:
        time.sleep(0.2)
desktop = there.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", there)
found, begun = {}, time.perf_counter()
book = desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, hidden(Hidden=True))
found["open"] = (time.perf_counter() - begun) * 1000
sheet = book.Sheets.getByIndex(0)
area = sheet.createCursor()
area.gotoEndOfUsedArea(False)
whole = sheet.getCellRangeByPosition(0, 0, area.RangeAddress.EndColumn, area.RangeAddress.EndRow)
begun = time.perf_counter()
asked = whole.createFilterDescriptor(True)
asked.ContainsHeader = True
asked.setFilterFields((TableFilterField(0, int(column), EQUAL, False, 0.0, value),))
whole.filter(asked)
found["filter"] = (time.perf_counter() - begun) * 1000
begun = time.perf_counter()
sheet.getCellByPosition(11, 5).setString("孙立")
book.storeToURL(uno.systemPathToFileUrl(other), hidden(FilterName="Calc MS Excel 2007 XML"))
found["save"] = (time.perf_counter() - begun) * 1000
print(json.dumps(found))
book.close(True)
try:
    desktop.terminate()
except Exception:
    pass
"""


def measure(folder: Path, rows: int) -> dict[str, float]:
    """Return Calc's times, ours, and how many times ours are shorter."""
    soffice, python = shutil.which("soffice"), _speaker()
    if soffice is None or python is None:
        sys.stdout.write("no LibreOffice with UNO here: nothing beside Calc\n")
        return {}
    book = opened(folder, rows, 0)
    workbook = folder / f"calc-{rows}.xlsx"
    if not workbook.exists():
        _write(book, workbook)
    calc = _driven(soffice, python, workbook, folder)
    deeds: dict[str, Callable[[], object]] = {
        "open": partial(book.requests, RequestFilter(), limit=64),
        "filter": partial(book.requests, RequestFilter(action="A05"), limit=64),
        "save": partial(_register, book),
    }
    # In the middle of several: Calc's file and rows were read into memory before, too.
    ours = {name: statistics.median(milliseconds(deed) for _n in range(9)) for name, deed in deeds.items()}
    told = {f"calc_{name}": value for name, value in calc.items()}
    told |= {f"calc_{name}_ours": value for name, value in ours.items()}
    return told | {f"calc_{name}_times": calc[name] / ours[name] for name in ours}


def _register(book: Book) -> object:
    return register(book, RegisterRequest("A01", "W7"), CLERK, SAID)


def _speaker() -> str | None:
    """Return a Python that knows UNO: LibreOffice's belongs to the system's."""
    for python in ("/usr/bin/python3", "python3"):
        asked = [python, "-c", "import uno"]
        if shutil.which(python) and not subprocess.run(asked, capture_output=True, check=False).returncode:
            return python
    return None


def _write(book: Book, path: Path) -> None:
    made = Workbook(write_only=True)
    sheet = made.create_sheet()
    sheet.append(COLUMNS)
    with book.reading() as connection:
        for row in connection.exec_driver_sql(f"SELECT {', '.join(COLUMNS)} FROM request ORDER BY registered_at"):
            sheet.append(list(row))
    made.save(path)


def _driven(soffice: str, python: str, workbook: Path, folder: Path) -> dict[str, float]:
    profile, driver = folder / "calc-profile", folder / "calc-driver.py"
    driver.write_text(_DRIVER, encoding="utf-8")
    words = [
        soffice, "--headless", "--norestore", "--nologo", f"-env:UserInstallation={profile.as_uri()}",
        f"--accept=socket,host=127.0.0.1,port={PORT};urp;",
    ]  # fmt: skip
    running = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        asked = [python, str(driver), str(workbook), str(folder / "calc-saved.xlsx"), str(PORT), "3", "A05"]
        done = subprocess.run(asked, capture_output=True, text=True, check=True, timeout=_PATIENCE_S * 3)
        found: dict[str, float] = json.loads(done.stdout)
        return found
    finally:
        _ended(running)
        shutil.rmtree(profile, ignore_errors=True)


def _ended(running: "subprocess.Popen[bytes]") -> None:
    for _try in range(50):
        if running.poll() is not None:
            return
        time.sleep(0.1)
    running.terminate()
    running.wait()
