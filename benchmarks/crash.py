"""Kill a real writer with kill -9, as many rounds as asked: `python -m benchmarks.crash --rounds 200`."""

import argparse
import json
import os
import random
import sys
import tempfile
from pathlib import Path

from tests.books import make
from tests.crash import kill_while_writing


def main(argv: list[str] | None = None) -> int:
    """Print what the rounds showed as JSON; exit code 1 when anything acknowledged was lost or is wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keyed", action="store_true", help="write to an encrypted book")
    asked = parser.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["BIANMIN_HOME"] = folder
        path, key = Path(folder) / "a.book", bytes(range(32)) if asked.keyed else None
        make(path, key=key).close()
        tally = kill_while_writing(path, key, asked.rounds, random.Random(asked.seed))
    shown = {
        "rounds": tally.rounds, "acknowledged": tally.acknowledged, "lost": tally.lost, "findings": tally.findings,
        "devices": len(tally.devices),
    }  # fmt: skip
    print(json.dumps(shown))
    return int(bool(tally.lost or tally.findings or len(tally.devices) != 1))


if __name__ == "__main__":
    sys.exit(main())
