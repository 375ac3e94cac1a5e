"""Sentences for the file with citizens' data, where it or what shall stand in it is refused, by code."""

from desktop.i18n import mark

PRIVATE = {
    "private_key_missing": mark(
        "The citizens' data {path} cannot be opened: their key {key} is missing; put the key back into its place."
    ),
    "private_key_wrong": mark(
        "The citizens' data {path} do not open with the key {key}: put the right key there, or restore their backup."
    ),
    "private_not_of_book": mark(
        "The citizens' data {path} do not open with this book's key: another book's, or damaged; restore a backup."
    ),
    "no_key_folder": mark("The folder {path} cannot be read or written; it holds the keys of citizens' data."),
    "backups_left": mark("These backups of the citizens' data {path} could not be removed: {names}. Purge again."),
    "nothing_on_file": mark("Nothing of the citizen is on file for {id}: it was never taken down, or was purged."),
    "reason_names_citizen": mark(
        "The reason for {id} says who the citizen is; it stays in the journal, so say only what it is needed for."
    ),
    "purge_needs_reason": mark("A reason for the purge is missing; it stands in the journal and on the report."),
    "nothing_to_purge": mark(
        "Nothing is kept of requests that ended before {before}; those that go on keep their data."
    ),
    "purge_moved": mark("A request of the purge was taken up again meanwhile, so nothing was deleted. Begin anew."),
    "purge_unfinished": mark(
        "The purge of requests before {before} was interrupted; finish it first (`purge --finish`)."
    ),
    "private_has_id": mark(
        "The text holds a resident identity number; at most its last four characters are kept, in their own field."
    ),
    "not_last_four": mark("Not the last four characters of an identity number: three digits, then a digit or X."),
}
