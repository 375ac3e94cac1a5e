"""Every benchmark in one command: floors and program in turn, one table, one JSON file.

    python -m benchmarks [--json FILE] [NAME ...]

Each benchmark is a module here that takes `--json FILE`; it exits with 1 when one of its bars is broken.
"""

import argparse
import json
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).parent
APART = {
    "__init__", "__main__", "crash", "stopwatch", "register_book", "register_calc", "register_saving",
    "register_screen", "register_words",
}  # fmt: skip
"""The crash campaign is no figure, run it by its own name; the others are parts of those that are run."""


def names() -> list[str]:
    """Return the benchmarks of this folder."""
    return sorted(path.stem for path in HERE.glob("*.py") if path.stem not in APART)


def ran(name: str, folder: Path) -> dict[str, object]:
    """Run one benchmark, show its table, and return what it wrote."""
    out = folder / f"{name}.json"
    sys.stdout.write(f"\n== {name}\n")
    sys.stdout.flush()
    begun = time.perf_counter()
    done = subprocess.run([sys.executable, "-m", f"benchmarks.{name}", "--json", str(out)], check=False)
    told = json.loads(out.read_text(encoding="utf-8")) if out.exists() else {}
    return {"holds": done.returncode == 0, "seconds": round(time.perf_counter() - begun, 1), "figures": told}


def main() -> int:
    """Run the benchmarks named, or all; return 0 when every bar holds."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    machine = {"python": platform.python_version(), "system": platform.platform(), "cores": platform.machine()}
    with tempfile.TemporaryDirectory() as folder:
        found = {name: ran(name, Path(folder)) for name in options.names or names()}
    if options.json:
        told = {"machine": machine, "benchmarks": found}
        options.json.write_text(json.dumps(told, indent=1, ensure_ascii=False), encoding="utf-8")
    broken = [name for name, one in found.items() if not one["holds"]]
    print("\nall bars hold" if not broken else f"\nbars broken: {', '.join(broken)}")
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
