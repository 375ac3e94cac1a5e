"""What the program says of itself."""

from desktop import __version__
from desktop.i18n import _


def about() -> str:
    """Return name, version and purpose as rich text."""
    return _("<b>Bianmin ledger {version}</b><br>An offline ledger of convenience measures at service windows.").format(
        version=__version__
    )
