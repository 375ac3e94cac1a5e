"""The list of keys, for the help menu."""

from desktop.i18n import _, mark

_KEYS = (
    ("Ctrl+1 … 7", mark("go to a page")),
    ("Ctrl+K", mark("search")),
    ("Ctrl+D", mark("look at a past day")),
    ("1 … 8", mark("on the board: set a status")),
    ("0", mark("on the board: confirm unchanged")),
    ("Ctrl+Z / Ctrl+Y", mark("undo / redo")),
    ("Ctrl+P", mark("print the progress sheet")),
    ("Ctrl+E", mark("write the view as a spreadsheet")),
    ("F5", mark("read anew")),
    ("Esc", mark("close the panel; return to today")),
)


def keys_text() -> str:
    """Return the keys as a small table in rich text."""
    rows = "".join(f"<tr><td><b>{key}</b>&nbsp;&nbsp;&nbsp;</td><td>{_(does)}</td></tr>" for key, does in _KEYS)
    return f"<table>{rows}</table>"
