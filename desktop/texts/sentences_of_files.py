"""Sentences for books, folders and files that are refused, by code (`code:what` where a code has several)."""

from desktop.i18n import mark

FILES = {
    "exists": mark("{path} exists already; choose another name, nothing is overwritten."),
    "no_identity_folder": mark("The folder {path} cannot be written; it holds what tells this computer from others."),
    "no_catalogue": mark("This book has no catalogue yet; import one first."),
    "no_folder": mark("There is no folder {path}; make it first or choose another place."),
    "read_only": mark("{path} cannot be written; a book needs a folder in which this user may write."),
    "network_place": mark("{path} lies on a network share ({kind}); a book must lie on a disk of this computer."),
    "removable_place": mark("{path} lies on a removable device; a book must lie on a disk of this computer."),
    "no_such_book": mark("There is no book {path}; make one first, or name another file."),
    "not_a_book": mark("{path} is not a book of this program, or it is locked by another key."),
    "newer_book": mark(
        "{path} was written by a newer program (format {book}, this one knows {program}); install the newer program."
    ),
    "busy": mark("{path} is being written by another window or command; try again in a moment."),
    "disk_full": mark("The disk of {path} is full; make room and try again. Nothing was changed."),
    "damaged": mark("{path} is damaged; restore a backup. Nothing was changed."),
    "disk_failed": mark("The disk failed while reading or writing {path}; check it, then try again."),
    "cannot_open": mark("{path} cannot be opened; check whether this user may read and write it."),
    "no_printing_face": mark("No typeface for Chinese was found on this computer, so nothing can be printed."),
    "no_print_queue": mark("There is no print queue {queue} on this computer; choose another or save the file."),
    "print_not_accepted": mark("The print queue did not take the document: {why}."),
    "not_a_catalogue_folder": mark("{name} is not a catalogue folder: it holds no manifest.json."),
    "file_too_big": mark("{name} is too big; at most {limit} MB are read."),
    "too_many_rows": mark("{name} has too many rows; at most {limit} are read."),
    "file_unreadable": mark("{name} cannot be read: {why}."),
    "file_unwritable": mark("{name} cannot be written: {why}."),
    "sheet_full": mark("A worksheet holds at most {limit} rows; filter the list, or write it as CSV."),
    "file_not_text": mark("{name} is not a text file in UTF-8 or GB 18030."),
    "manifest_unreadable": mark("{name} is not a readable manifest; it must be a JSON object."),
    "catalogue_newer": mark(
        "{name} was made for a newer program (schema {schema}, this one knows {known}); install the newer program."
    ),
    "table_unreadable": mark("{name} cannot be read as a table from line {line} on."),
    "workbook_without_catalogue": mark("{name} holds no sheet of a catalogue; its sheets go by names such as actions."),
    "not_a_workbook": mark("{name} is not a workbook; save it as xlsx."),
    "workbook_locked": mark("{name} is locked by a password; take it off first."),
    "workbook_broken": mark("{name} is broken and cannot be read; save it again as xlsx."),
    "workbook_too_big": mark("The workbook would cost too much to read (limit {limit})."),
    "workbook_too_big:file": mark("The workbook is too big; at most {limit} MB are read."),
    "workbook_too_big:parts": mark("The workbook has too many parts; at most {limit} are read."),
    "workbook_too_big:ratio": mark("The workbook is packed more than {limit} to 1, as a zip bomb is; it is not read."),
    "workbook_too_big:unpacked": mark("The workbook unpacks to more than {limit} MB; it is not read."),
    "workbook_too_big:rows": mark("The workbook has too many rows; at most {limit} are read."),
    "workbook_too_big:cells": mark("The workbook has too many cells; at most {limit} are read."),
    "workbook_too_big:memory": mark("Reading the workbook takes more than {limit} MB of memory; it is not read."),
    "workbook_too_big:seconds": mark("Reading the workbook takes more than {limit} seconds; it is not read."),
    "unit_not_in_catalogue": mark("The catalogue in {name} has no unit “{unit}”; its units are {right}."),
    "edition_exists": mark(
        "Edition {version} is in this book with other content; give the new edition another number."
    ),
    "edition_not_later": mark(
        "Edition {version} begins on {day}, but edition {now} is in force since {first}; "
        "give the new edition a later day."
    ),
    "ledger_form": mark("The ledger of {path} was laid out by another program and is derived anew; open it again."),
    "no_such_file": mark("There is no file {name}."),
    "no_place_for_file": mark("{name} is no place for a file: name a file in a folder that is there."),
    "no_window_here": mark("The implementation report is of all windows; for one window write the progress sheet."),
    "file_failed": mark("{name} cannot be read or written: {why}."),
    "backup_failed": mark("A backup could not be written in {path}; check whether this user may write there."),
    "other_books_backup": mark("{backup} is a backup of another book than {path}; choose a backup of this one."),
    "server_backup": mark(
        "{path} lies on a PostgreSQL server; its backups are made and put back there (pg_dump, pg_basebackup)."
    ),
    "server_away": mark("{path} cannot be reached, or the server refuses this user; ask whoever looks after it."),
    "server_rights": mark("The server does not let this user write in {path}; ask whoever looks after it."),
    "server_encoding": mark("The database {path} is not in UTF-8 and cannot hold every character; make another."),
    "no_server_driver": mark("For {path} the package psycopg is needed: pip install “psycopg[binary]”."),
    "no_backup": mark("There is no backup of {path} yet."),
    "no_default_book": mark("No book was named and none was opened before; name one with --book, or make one."),
}
