"""The window as a program: says what keeps it from opening before Qt is imported, then opens it.

`application.py` puts the parts together, `places.py` knows every screen; nothing else does.
"""

import os
import sys
from collections.abc import Sequence

from desktop import i18n, settings


def run(arguments: Sequence[str] = ()) -> int:
    """Open the window on the book named first, or on the last one; return the exit code when it is closed."""
    saved = settings.load()
    i18n.use(saved.language)
    if not _may_open():
        return 1
    from desktop.app import opening

    return opening.run(saved, arguments[0] if arguments else "")


def _may_open() -> bool:
    """Say what keeps a window from opening, before Qt could abort. Return whether nothing does."""
    from desktop import doctor
    from desktop.doctor.screen import input_method_guard

    os.environ.update(input_method_guard(os.environ))
    found = doctor.preflight()
    for finding in found:
        sys.stderr.write(finding.sentence + "\n")
    return not found
