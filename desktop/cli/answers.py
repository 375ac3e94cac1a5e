"""What a deed answers: in words, or as kind, stamps and records for a program."""

from desktop import texts
from desktop.cli import output
from desktop.cli.call import Call
from desktop.i18n import _
from desktop.models.book import Book
from desktop.models.writing import Posted


def posted(call: Call, book: Book, done: Posted) -> int:
    """Say what was posted and return the exit code."""
    if call.wants_json:
        output.tell({"kind": done.kind, "stamps": done.stamps, "records": sorted(done.records)})
    elif done.stamps:
        step = book.undoable()
        is_mine = step is not None and step.stamp in done.stamps
        told = texts.deed(step, book.catalogue()) if is_mine else texts.kind(done.kind)
        output.say(_("Posted: {deed} ({stamp})").format(deed=told, stamp=done.stamps[-1]))
    else:
        output.say(_("Nothing had to be changed."))
    return 0


def turned(call: Call, done: Posted, sentence: str, named: str) -> int:
    """Say what was taken back or done again; `sentence` has the blanks deed and stamp."""
    if call.wants_json:
        output.tell({"kind": done.kind, "stamps": done.stamps, "records": sorted(done.records)})
    else:
        output.say(sentence.format(deed=named, stamp=done.stamps[-1] if done.stamps else "—"))
    return 0
