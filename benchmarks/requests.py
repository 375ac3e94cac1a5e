"""The register of requests at a million rows: shown, filtered, sorted, searched, a new one saved.

    python -m benchmarks.requests [--rows 1000000] [--folder FOLDER] [--calc-rows 100000] [--rounds 100] [--json FILE]

The register is made once in FOLDER (`register_book`; without it in a temporary one, which takes two minutes). The
screen is the real one in a process of its own (`register_screen`): `list_shown` <= 500 ms, `filter` and `sort` <= 300,
`blocked` <= 50 (the longest that the window stood still), `register_rss` <= 120 MB over an empty window. `search_p95`
<= 150 ms: the first page of every query of two characters and more, each in several lists and orders; `typed_p95` <=
150 ms: the same queries in the window, from the last key to the painted rows, each while the last one is still read.
`saved_times` <= 3: a registration over the same rows put by hand into the same two files (`register_saving`).
`like_median`: the same first page by LIKE over number, matter and words, for comparison. `calc_…_times`: how many times
faster than LibreOffice Calc with 100,000 of these rows (`register_calc`), where soffice is there. Milliseconds, but for
megabytes and times. `stretched` above 1 says that the computer is busy with something else: then only the ratios tell
anything.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from functools import partial
from itertools import cycle, islice, product
from json import loads
from pathlib import Path

from benchmarks import register_calc, register_saving
from benchmarks.register_book import opened
from benchmarks.register_words import TYPED
from benchmarks.stopwatch import milliseconds, percentile, told
from desktop.models import request_matters
from desktop.models.bare import bare
from desktop.models.book import Book
from desktop.models.private_key import private_key
from desktop.models.request_rules import RequestStatus
from desktop.models.request_sorts import Sort
from desktop.models.requests import PAGE, RequestFilter

BARS = {
    "list_shown": 500.0, "filter": 300.0, "sort": 300.0, "blocked": 50.0, "register_rss": 120.0, "search_p95": 150.0,
    "typed_p95": 150.0, "saved_times": 3.0,
}  # fmt: skip
OVER = {"calc_open_times": 10.0, "calc_filter_times": 5.0, "calc_save_times": 100.0}
"""At least so many times faster."""
COUNTS = ("stretched", "register_rss", "saved_times", "rows", *OVER)
LISTS = (
    RequestFilter(),
    RequestFilter(windows=frozenset({"W7"})),
    RequestFilter(windows=frozenset(f"W{n}" for n in range(1, 60))),
    RequestFilter(statuses=frozenset({RequestStatus.PROCESSING, RequestStatus.ACCEPTED})),
    RequestFilter(channel="online"),
    RequestFilter(since="2025-03-01", until="2025-09-30"),
)
ORDERS = (Sort.NEWEST, Sort.NEWEST, Sort.DUE, Sort.NEWEST, Sort.OLDEST, Sort.MATTER, Sort.NEWEST, Sort.WINDOW)


def searched(book: Book) -> dict[str, float]:
    """Time the first page of every text, each in several lists and orders."""
    request_matters.learn(book)
    asked = list(zip(cycle(TYPED), islice(cycle(product(ORDERS, LISTS)), len(TYPED) * 5), strict=False))
    times = []
    for text, (order, one) in asked:
        wanted = RequestFilter(**{name: getattr(one, name) for name in one.__slots__} | {"text": text})
        times.append(milliseconds(partial(book.requests, wanted, order, PAGE)))
    return {
        "search_median": statistics.median(times), "search_p95": percentile(times, 0.95), "search_worst": max(times),
    }  # fmt: skip


def liked(book: Book) -> dict[str, float]:
    """Time the same first pages by LIKE, words and register in one connection."""
    key = private_key(book.private.path, book.id, None, new=False)
    query = (
        "SELECT r.id FROM request r LEFT JOIN private.request_text t ON t.record = 'request:' || r.id"
        " WHERE r.number LIKE :text OR r.matter LIKE :text OR t.text LIKE :text"
        f" ORDER BY r.registered_at DESC LIMIT {PAGE}"
    )
    with bare(book.path, None) as connection:
        connection.execute(f"ATTACH '{book.private.path}' AS private KEY \"x'{key.hex()}'\"")
        texts = ("窗口", "琥珀", "铁狮子", "没有此词")

        def like(text: str) -> object:
            return connection.execute(query, {"text": f"%{text}%"}).fetchall()

        times = [milliseconds(partial(like, text)) for text in texts]
    return {"like_median": statistics.median(times), "like_worst": max(times)}


def screen(folder: Path, rows: int) -> dict[str, float]:
    """Return what the screen's own process measured."""
    out = folder / "screen.json"
    words = [sys.executable, "-m", "benchmarks.register_screen", str(folder), str(rows), str(out)]
    environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
    subprocess.run(words, check=True, env=environment, stderr=subprocess.DEVNULL)
    found: dict[str, float] = loads(out.read_text(encoding="utf-8"))
    return found


def stretched() -> float:
    """Return how many times longer a second of work takes than it would alone on this computer."""
    begun, worked = time.perf_counter(), time.process_time()
    while time.process_time() - worked < 1:
        pass
    return time.perf_counter() - begun


def measure(folder: Path, rows: int, calc_rows: int, rounds: int) -> dict[str, float]:
    """Return all figures."""
    book = opened(folder, rows)
    found = {"stretched": stretched()} | screen(folder, rows) | searched(book) | liked(book)
    found |= register_saving.measure(book, folder / "saving", rounds)
    (folder / "saving").rmdir()
    if calc_rows:
        found |= register_calc.measure(folder, calc_rows)
    return found


def main() -> int:
    """Print the figures; return 1 when a bar is broken."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--rows", type=int, default=1_000_000)
    options.add_argument("--folder", type=Path)
    options.add_argument("--calc-rows", type=int, default=100_000)
    options.add_argument("--rounds", type=int, default=100)
    options.add_argument("--json", type=Path)
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as own:
        folder = chosen.folder or Path(own)
        folder.mkdir(parents=True, exist_ok=True)
        os.environ["BIANMIN_HOME"] = str(folder)
        # The book is made by a process that ends, or its million rows would count as the window's.
        making = [sys.executable, "-m", "benchmarks.register_book", str(folder), "--rows", str(chosen.rows)]
        subprocess.run(making, check=True)
        found = measure(folder, chosen.rows, chosen.calc_rows, chosen.rounds)
    holds = told(found, BARS, chosen.json, COUNTS)
    for name, bar in OVER.items():
        if name in found:
            sys.stdout.write(f"{name} at least {bar}  {'ok' if found[name] >= bar else 'UNDER'}\n")
            holds = holds and found[name] >= bar
    return int(not holds)


if __name__ == "__main__":
    sys.exit(main())
