"""Print the Debian packages that this computer lacks, on one line: `system_packages.py use|test`.

Run by ./run with the environment's own Python; needs nothing but the standard library.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from desktop.doctor import packages

if __name__ == "__main__":
    sys.stdout.write(" ".join(packages.missing(testing=sys.argv[1:] == ["test"])))
