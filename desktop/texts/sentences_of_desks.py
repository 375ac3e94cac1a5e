"""Sentences for the seat at a desk: roles and rights, officers, PINs, encrypted books, by code."""

from desktop.i18n import mark

DESKS = {
    "right_missing": mark("{role} may not do this; it is for {roles}."),
    "right_missing:edit_office": mark("{role} may not edit units, windows and catalogue; this is for {roles}."),
    "right_missing:import_catalogue": mark("{role} may not import a catalogue; this is for {roles}."),
    "right_missing:take_over": mark("{role} may not take over a ledger; this is for {roles}."),
    "right_missing:restore": mark("{role} may not put back a backup of a sound book; this is for {roles}."),
    "right_missing:settle": mark("{role} may not settle a dispute; this is for {roles}."),
    "right_missing:officers": mark(
        "{role} may not decide about other officers, their PINs and the lock; this is for {roles}."
    ),
    "right_missing:rectify": mark("{role} may not call back, correct or review bad ratings; this is for {roles}."),
    "right_missing:purge": mark("{role} may not purge citizens' data; this is for {roles}."),
    "right_missing:encrypt": mark("{role} may not encrypt a book or take its encryption off; this is for {roles}."),
    "catalogue_of_bureau": mark(
        "A catalogue is imported in the bureau's book by the bureau's administrator; "
        "it reaches this one, of unit {unit}, with the bureau's package."
    ),
    "officer_above": mark("{role} may not decide about an officer of a higher role; this is for {roles}."),
    "officer_unknown": mark("{name} is not one of the officers known here; a chief or the bureau adds officers."),
    "officer_twice": mark("{name} is known here as {role} already."),
    "officer_sits_here": mark("{name} sits here now; let somebody else take the seat first."),
    "name_missing": mark("The name is missing: it stands under every deed."),
    "pin_length": mark("A PIN of digits has {fewest} to {most} of them."),
    "passphrase_length": mark("What holds other signs than digits is a passphrase of {fewest} to {most} characters."),
    "pin_too_easy": mark("This PIN is the first that anybody would try; take other digits."),
    "pin_too_short_to_open": mark("In an encrypted book the PIN opens the file too: at least {fewest} characters."),
    "pin_wrong": mark("That is not {name}'s PIN; whoever has forgotten it asks the chief of the unit or the bureau."),
    "pin_wrong_wait": mark(
        "That is not {name}'s PIN; try again in {seconds} seconds, or ask the chief of the unit or the bureau."
    ),
    "pin_wait": mark("Too many wrong PINs for {name}; try again in {seconds} seconds."),
    "pin_of_oneself": mark("One's own PIN is changed with the old one; if that is forgotten, {roles} may reset it."),
    "pin_needed": mark("{name} has a PIN; give it in a file (--key-file), in BIANMIN_PIN, or type it on a terminal."),
    "last_opener": mark("{name}'s is the last PIN that opens this book; give another officer one first."),
    "recovery_key_length": mark("A recovery key has {right} signs; these are {signs}."),
    "recovery_key_wrong": mark("Group {group} of the recovery key is mistyped; look at the printed sheet again."),
    "recovery_key_other": mark("This is not the recovery key of this book; a newer one may have been printed."),
    "opener_unnamed": mark("Say with --by whose PIN it is; this book opens for: {names}."),
    "book_locked": mark(
        "{path} is encrypted: open it by the PIN of an officer or by the recovery key "
        "(--key-file, BIANMIN_PIN, or on a terminal)."
    ),
    "no_key_file": mark("The key file of {path} is missing; without it nobody can open the book. Restore it."),
    "key_file_broken": mark("The key file {path} cannot be read; put its copy from the backups in its place."),
    "key_file_failed": mark("The key file {path} could not be written; check whether this user may write there."),
    "rekey_failed": mark("{path} could not be written anew; it is as it was."),
    "encrypted_already": mark("{path} is encrypted already."),
    "not_encrypted": mark("{path} is not encrypted."),
    "server_encryption": mark("{path} lies on a PostgreSQL server; encryption is set up there."),
    "pins_differ": mark("The two PINs differ; type the new one twice alike."),
}
