"""`bianmin request slip`: a receipt or a notice of a request as PDF. The citizen is masked on it."""

from collections.abc import Mapping

from desktop.cli import output, values
from desktop.cli.call import Call, Runner
from desktop.i18n import _
from desktop.models.refusals import InputRefused, RuleBroken


def _slip(call: Call) -> int:
    # Imported here: the setter of paper is heavy, and every other command does without it.
    from desktop.counter import slips
    from desktop.counter.slips import SlipKind

    options = call.options
    out = options.out
    if out.is_dir() or not out.resolve().parent.is_dir():
        raise InputRefused("no_place_for_file", name=str(out))
    with call.book() as book:
        row = book.request(options.request)
        if row is None:
            raise RuleBroken("unknown_request", id=options.request)
        named = values.one_of(options.kind.replace("-", "_"), tuple(SlipKind), "--kind") if options.kind else ""
        kind = SlipKind(named) if named else slips.slip_kinds(row)[0]
        if options.small and kind not in slips.SMALL:
            raise InputRefused("not_on_small_paper", kinds=tuple(sorted(slips.SMALL)))
        written = slips.write(book, row.id, kind, out, small=options.small)
    output.say(_("{path}: {n} pages").format(path=written.path, n=written.pages))
    if written.missing:
        told = _("No typeface on this computer has these characters; 〓 stands for them: {characters}")
        output.complain(told.format(characters=written.missing))
    return 0


RUNNERS: Mapping[str, Runner] = {"slip": _slip}
