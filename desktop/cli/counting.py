"""The command totals: counts and both rates of every group, and of the whole."""

from collections.abc import Callable

from desktop import texts
from desktop.cli import output, shapes
from desktop.cli.call import Call
from desktop.i18n import _
from desktop.models import totals
from desktop.models.catalogue import Catalogue
from desktop.models.totals import Tally, Totals
from desktop.models.vocabulary import Lamp, Mark, Status


def totals_of(call: Call) -> int:
    """Answer the command."""
    grouping = call.options.grouping
    with call.book() as book:
        board = book.board(as_of=call.as_of)
    count = {
        "measure": totals.by_measure, "category": totals.by_category, "window": totals.by_window,
        "unit": totals.by_unit, "county": totals.by_county,
    }[grouping]  # fmt: skip
    found = count(board)

    def title(key: str | None) -> str:
        return _title(board.catalogue, grouping, key)

    if call.wants_json:
        output.tell(shapes.totals(found, board.as_of, title))
    else:
        output.say(_("As of {day}, catalogue {edition}").format(day=board.as_of, edition=board.catalogue.edition.id))
        _count(found, title)
    return 0


def _title(catalogue: Catalogue, grouping: str, key: str | None) -> str:
    if key is None:
        return _("Actions that carry out no measure")
    match grouping:
        case "measure":
            return texts.title(catalogue.measures[key])
        case "category":
            return texts.title(catalogue.categories[key])
        case "window":
            return texts.title(catalogue.windows[key])
        case _:
            return texts.title(catalogue.units[key])


def _count(found: Totals, title: Callable[[str | None], str]) -> None:
    states = [status for status in Status if status is not Status.NOT_APPLICABLE]
    heads = [
        "", "", _("In-place rate"), _("Verified rate"), _("Applicable"), *map(texts.status, states),
        texts.status(Status.NOT_APPLICABLE), *map(texts.lamp, (Lamp.OVERDUE, Lamp.DUE_SOON, Lamp.STALE)),
        texts.mark(Mark.DISPUTED),
    ]  # fmt: skip

    def row(one: Tally, key: str, name: str) -> list[str]:
        rates = [texts.percent(one.in_place_rate, 1), texts.percent(one.verified_rate, 1)]
        counts = [one.applicable, *(one.counts[s] for s in states), one.not_applicable]
        signs = [one.overdue, one.due_soon, one.stale, one.disputed]
        return [key, name, *rates, *map(str, [*counts, *signs])]

    rows = [row(group, group.key or "—", title(group.key)) for group in found.groups]
    output.table(heads, [*rows, row(found.total, "", _("Total"))], right=range(2, len(heads)))
