"""Sentences for evidence, disputes and redaction, by code."""

from desktop.i18n import mark

EVIDENCE = {
    "evidence_missing": mark("There is no readable file {name}; choose the evidence again."),
    "evidence_empty": mark("The file {name} is empty; it shows nothing."),
    "evidence_too_big": mark("The file {name} is too big; evidence may have at most {limit} MB."),
    "evidence_wrong": mark("The evidence file {name} is not what its number says; ask for it again."),
    "evidence_gone": mark("The evidence file {name} is not in {path} any more; put it back from a backup."),
    "evidence_damaged": mark("The evidence file {name} is damaged ({path}); put it back from a backup."),
    "photo_unreadable": mark("{name} is no photo that can be read; save it as JPEG or PNG."),
    "photo_too_big": mark("The photo {name} has too many pixels; make it smaller first."),
    "nothing_disputed": mark("Nothing about {id} is disputed, so there is nothing to settle."),
    "not_in_dispute": mark("{id} was not disputed over {to}; choose one of {moves}."),
    "redact_unknown": mark("This book has no entry with stamp {stamp}; the history shows the stamps."),
    "redact_final": mark("The entry with stamp {stamp} is not about commitments; only those can be redacted."),
    "redact_other_unit": mark(
        "The entry with stamp {stamp} is of unit {unit}; {own} may redact its own entries only, the bureau any."
    ),
    "no_such_entries": mark(
        "The computer {device} has no entries {first} to {last} in this book; they go from 1 to {newest}."
    ),
}
