"""Where things lie: resources of the program (in a checkout, a wheel or a frozen bundle) and the user's folders."""

import os
import sys
from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """Return the folder with catalogue, icons and locale."""
    here = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", here))
    for folder in (here / "resources", here.parent / "resources", frozen / "resources"):
        if (folder / "catalogue").is_dir():
            return folder
    raise FileNotFoundError("resources")


def manual() -> Path:
    """Return the folder with the user manual: documents of a checkout, or their copy beside the resources."""
    shipped = resources() / "manual"
    return shipped if shipped.is_dir() else resources().parent / "docs"


def data() -> Path:
    """Return the user's folder for identities, preferences, books and backups; BIANMIN_HOME overrides it."""
    chosen = os.environ.get("BIANMIN_HOME")
    if chosen:
        return Path(chosen)
    import platformdirs

    return Path(platformdirs.user_data_dir("bianmin", appauthor=False))
