"""One sentence for everything that a check of a book finds, by code."""

from collections.abc import Mapping
from typing import Protocol

from desktop.i18n import _, mark
from desktop.texts import facts
from desktop.texts.sentences_of_files import FILES
from desktop.texts.sentences_of_private import PRIVATE

SENTENCES = {
    # Why the private file does not open is a refusal and a finding in the same words.
    **FILES,
    **PRIVATE,
    "pages_damaged": mark("The file is damaged ({said}); restore a backup."),
    "entries_missing": mark("Entries {first} to {last} of computer {device} have not arrived yet."),
    "chain_wrong": mark("The chain of computer {device} is broken at entry {seq}; restore a backup."),
    "content_wrong": mark("Entry {seq} of computer {device} is not what was written; restore a backup."),
    "place_wrong": mark("Entry {seq} of computer {device} counts at a wrong time; rebuild the ledger."),
    "day_wrong": mark("Entry {seq} of computer {device} counts for a wrong day; rebuild the ledger."),
    "stub_with_words": mark("Entry {seq} of computer {device} should have no words any more; restore a backup."),
    "stamp_went_back": mark("The stamps of computer {device} go back at entry {seq}."),
    "booking_wrong": mark("Entry {seq} of computer {device} counts, or not, against its booking; restore a backup."),
    "redaction_undone": mark("Entry {seq} of computer {device} was redacted, but its words are there."),
    "forks": mark("{count} entries came with other content for a taken place; they are kept apart."),
    "held": mark("{count} packages are held because their clock runs ahead; the bureau frees them."),
    "staged": mark("{count} packages are looked at and do not count yet."),
    "ledger_differs": mark("{rows} rows of the ledger ({table}) differ from the journal; rebuild the ledger."),
    "evidence_not_right": mark("The evidence file {name} is missing or damaged; put it back from a backup."),
    "evidence_orphans": mark("{count} evidence files belong to no entry; they do no harm."),
    "clock_before_build": mark("This computer's clock says {today}, before this program was made; set the clock."),
    "clock_before_newest": mark("This computer's clock says {today}, before the newest entry of {newest}; set it."),
    "no_backup": mark("There is no backup of this book yet."),
    "old_backup": mark("The last backup is of {day}; make one."),
    "little_room": mark("Only {free} MB are free on the disk of {path}; {needed} MB are advised."),
    "private_strays": mark(
        "Citizens' data of {count} requests are kept that the journal does not know: an older book was put back. A "
        "purge removes them by the day in their number."
    ),
    "purge_interrupted": mark("A purge of citizens' data was interrupted; go on with it in the settings."),
    "old_engine": mark("SQLite {version} can lose what was written; {oldest} or later is needed."),
}


class Found(Protocol):
    """A finding: `models.checks.Finding` is one."""

    @property
    def code(self) -> str:
        """What was found."""

    @property
    def facts(self) -> Mapping[str, object]:
        """What fills the blanks of its sentence."""


def finding(found: Found) -> str:
    """Return a finding as one sentence in the language in use."""
    sentence = SENTENCES.get(found.code)
    if sentence is None:
        return facts.unworded(found.code, found.facts)
    return _(sentence).format_map(facts.worded(found.facts))
