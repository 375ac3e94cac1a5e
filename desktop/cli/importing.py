"""Commands that bring something into a book: import-catalogue, import-ledger."""

from collections import Counter
from collections.abc import Mapping

from desktop import texts
from desktop.cli import faults, output, values
from desktop.cli.call import Call, Runner
from desktop.exchange import catalogue_folder, columns
from desktop.exchange.fault import errors
from desktop.i18n import _
from desktop.intake import bringing, editions, ledgers
from desktop.intake.bringing import Brought
from desktop.intake.editions import Handed
from desktop.models.born import action_ids


def _import_catalogue(call: Call) -> int:
    options = call.options
    with call.book() as book:
        handed = editions.read(options.path, bringing.in_force(book), lambda version: action_ids(book, version))
        if options.draft:
            catalogue_folder.write(options.draft, handed.draft)
        if call.wants_json:
            output.tell(faults.told(handed.faults))
        else:
            faults.listed(handed.faults)
            _say_map(handed)
        if not handed.is_fit:
            return faults.refused(handed.faults)
        bringing.refuse_out_of_order(book, handed)
        if not options.dry_run:
            brought = bringing.bring_in(book, handed, call.acting(book))
            if not call.wants_json:
                _say_brought(brought)
        elif not call.wants_json:
            output.say(_("Nothing stands against importing it."))
    return 0


def _say_brought(brought: Brought) -> None:
    if brought.is_new:
        output.say(_("Edition {edition} is imported.").format(edition=brought.version))
    else:
        output.say(_("Edition {edition} was there already; nothing was changed.").format(edition=brought.version))
    if brought.refusal is not None:
        output.say(_("Note: ") + texts.refusal(brought.refusal))
        output.say(_("States were not carried over to split and merged actions; import again as the bureau."))
    elif brought.carried is not None:
        output.say(_("States of {n} split or merged actions are carried over.").format(n=brought.carried))


def _import_ledger(call: Call) -> int:
    options = call.options
    with call.book() as book:
        window = values.one_of(options.window, book.catalogue().windows, "--window") if options.window else ""
        found = ledgers.read(book, ledgers.opened(options.file), options.file.name, call.acting(book), window=window)
        if call.wants_json:
            output.tell(faults.told(found.faults))
        else:
            faults.listed(found.faults)
            output.say(_("Columns: {columns}").format(columns=_(", ").join(found.mapping.values())))
            output.say(_("{n} rows to take over, {m} without a word").format(n=len(found.rows), m=found.untouched))
        if errors(found.faults):
            return faults.refused(found.faults)
        if not options.dry_run:
            posted = ledgers.take_over(book, found, options.file.name, call.acting(book))
            if not call.wants_json:
                output.say(
                    _("{n} entries are taken over; one undo takes all of them back.").format(n=len(posted.stamps))
                )
    return 0


def _say_map(handed: Handed) -> None:
    counts = Counter(row.kind for row in handed.map)
    told = [_("{kind} {n}").format(kind=columns.choice_label("kind", kind), n=n) for kind, n in counts.items()]
    if told:
        output.say(_("Compared with the edition in force: {counts}").format(counts=_(", ").join(told)))


RUNNERS: Mapping[str, Runner] = {"import-catalogue": _import_catalogue, "import-ledger": _import_ledger}
