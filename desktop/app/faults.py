"""What happens when something goes wrong that nobody foresaw: the log keeps it, the person is told calmly."""

import sys
from collections.abc import Callable
from types import TracebackType

from desktop.i18n import _

Hook = Callable[[type[BaseException], BaseException, TracebackType | None], object]


def tell(say: Callable[[str], None]) -> Hook:
    """Have unhandled errors said as well as logged. Return the hook that stood there before."""
    before = sys.excepthook

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        before(kind, error, trace)
        if not issubclass(kind, KeyboardInterrupt):
            say(_("Something went wrong; the log says what. Nothing was changed."))

    sys.excepthook = hook
    return before
