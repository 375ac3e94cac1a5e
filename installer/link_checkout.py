"""Let an environment run this checkout: `import desktop` from every folder, and the two commands in its bin folder.

Run by ./run with the environment's own Python, before anything of the project can be imported.
"""

import sys
import sysconfig
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
COMMANDS = {
    "bianmin": "from desktop.__main__ import main; main()",
    "bianmin-gui": "from desktop.__main__ import window; window()",
}
SCRIPT = """#!/bin/sh
exec "$(dirname -- "$(readlink -f -- "$0")")/python" -c '{call}' "$@"
"""


def link() -> None:
    """Write the path file and the commands into the running environment."""
    Path(sysconfig.get_path("purelib"), "bianmin.pth").write_text(f"{CHECKOUT}\n", encoding="utf-8")
    for name, call in COMMANDS.items():
        command = Path(sysconfig.get_path("scripts"), name)
        command.write_text(SCRIPT.format(call=call), encoding="utf-8")
        command.chmod(0o755)


if __name__ == "__main__":
    try:
        link()
    except OSError as error:
        sys.exit(str(error))
