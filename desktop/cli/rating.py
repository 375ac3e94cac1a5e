"""Commands of ratings: rating add, paper and post, satisfaction."""

from collections.abc import Mapping
from datetime import date

from desktop.cli import answers, output, rectifying, shapes, values
from desktop.cli.call import Call, Runner
from desktop.commands import ballots, ratings
from desktop.commands.ballots import PaperBallots
from desktop.i18n import _
from desktop.models.book import Book
from desktop.models.catalogue import Catalogue
from desktop.models.satisfaction import LEVELS, Panel, Satisfaction
from desktop.texts import satisfaction as words


def _rating(call: Call) -> int:
    with call.book() as book:
        return _DEEDS[call.options.deed](call, book)


def _add(call: Call, book: Book) -> int:
    call.acting(book)
    codes = [values.plain(code) for code in call.options.reason]
    window = values.as_known(call.options.window, book.catalogue().windows)
    ratings.rate(book, window, call.options.level, codes)
    return _kept(call)


def _kept(call: Call) -> int:
    """Say that something lies in the ballot box; how much does is nobody's business before the day is over."""
    if call.wants_json:
        output.tell({"kind": "ballot_box", "stamps": [], "records": []})
    else:
        output.say(_("Kept on this computer; it is written into the ledger with the others when the day is over."))
    return 0


def _paper(call: Call, book: Book) -> int:
    options = call.options
    read = ballots.tallied if options.single else ballots.counted
    window = values.as_known(options.window, book.catalogue().windows)
    day = options.on or book.clock.today()
    papers = PaperBallots(window, day, read(options.first), read(options.second))
    done = ballots.take(book, call.acting(book), papers)
    return _kept(call) if done is None else answers.posted(call, book, done)


def _post(call: Call, book: Book) -> int:
    done = ratings.close_days(book, call.acting(book))
    if call.wants_json:
        stamps, records = [s for one in done for s in one.stamps], sorted(r for one in done for r in one.records)
        output.tell({"kind": ratings.PostRatings.kind, "stamps": stamps, "records": records})
    else:
        number = sum(len(one.records) for one in done)
        output.say(_("{n} ratings of {days} days are written into the ledger.").format(n=number, days=len(done)))
    return 0


def _form(call: Call, book: Book) -> int:
    from desktop.cli.papers import tell, writable
    from desktop.reports import rating_facts, rating_form

    window = values.as_known(call.options.window, book.catalogue().windows)
    return tell(rating_form.write(rating_facts.form(book, window), writable(call.options.out)))


_DEEDS = {"add": _add, "paper": _paper, "post": _post, "form": _form, **rectifying.DEEDS}


def _satisfaction(call: Call) -> int:
    by = call.options.grouping
    with call.book() as book:
        last: date = call.options.last or book.clock.today()
        first: date = call.options.first or last.replace(month=1, day=1)
        found, catalogue = book.satisfaction(first, last, by), book.catalogue(last)
    if call.wants_json:
        output.tell(_shape(found, first, last))
    else:
        output.say(_("From {first} to {last}").format(first=first, last=last))
        _tabulate(found, by, catalogue)
    return 0


def _tabulate(found: Satisfaction, by: str, catalogue: Catalogue) -> None:
    rows = [(one.key or "—", words.group(catalogue, by, one.key), *words.cells(one)) for one in found.groups]
    heads = ("", "", *words.heads())
    output.table(heads, [*rows, ("", _("Total"), *words.cells(found.total))], right=range(2, len(heads)))
    for sentence in words.formula(found):
        output.say(sentence)


def _shape(found: Satisfaction, first: date, last: date) -> shapes.Shape:
    whole = _panel(found.total)
    del whole["key"], whole["rank"]
    return {
        "from": first.isoformat(), "to": last.isoformat(), "rank_least": found.rank_least, "total": whole,
        "groups": [_panel(one) for one in found.groups], "formula": list(words.formula(found)),
    }  # fmt: skip


def _panel(one: Panel) -> shapes.Shape:
    return {
        "key": one.key, "cases": one.cases, "ratings": one.ratings, "response_rate": one.response_rate,
        "counts": {str(level): number for level, number in zip(LEVELS, one.counts, strict=True)},
        "satisfied": one.satisfied, "rate": one.rate, "wilson_low": one.wilson_low, "wilson_high": one.wilson_high,
        "rank": one.rank, "bad": one.bad, "corrected": one.corrected, "correction_rate": one.correction_rate,
        "left_out": one.left_out,
    }  # fmt: skip


RUNNERS: Mapping[str, Runner] = {"rating": _rating, "satisfaction": _satisfaction}
