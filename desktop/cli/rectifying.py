"""Commands on bad ratings: what follows them, and who is told what."""

from collections.abc import Callable, Mapping
from datetime import date

from desktop import texts
from desktop.cli import answers, output, shapes
from desktop.cli.call import Call
from desktop.commands.rectify import AppealRating, CallBackRater, CorrectRating, FindComplex, ReviewAppeal
from desktop.i18n import _
from desktop.models.book import Book
from desktop.models.catalogue import Catalogue
from desktop.models.draft import Command
from desktop.models.rectification import BadRating
from desktop.texts import bad_ratings as words

Deed = Callable[[Call, Book], int]


def _bad(call: Call, book: Book) -> int:
    today, found = book.clock.today(), book.bad_ratings(call.acting(book).role)
    shown = [one for one in found if call.options.all or one.is_open or one.appeal == "open"]
    if call.wants_json:
        output.tell([_shape(one, today) for one in shown])
        return 0
    catalogue = book.catalogue()
    heads = ("", _("Day"), _("Window"), _("Level"), _("Given"), _("Call back by"), _("Put right by"), _("State"))
    output.table(heads, [_row(one, catalogue, today) for one in shown])
    return 0


def _row(one: BadRating, catalogue: Catalogue, today: date) -> tuple[str, ...]:
    window = catalogue.windows.get(one.window)
    contact = words.due(one.dues.contact_on, one.dues.certainty) if one.is_named else "—"
    return (
        one.id, one.day.isoformat(), texts.title(window) if window else one.window, words.level(one), words.kind(one),
        contact, words.due(one.dues.correct_on, one.dues.certainty), words.state(one, today),
    )  # fmt: skip


def _shape(one: BadRating, today: date) -> shapes.Shape:
    return {
        "id": one.id, "window": one.window, "day": one.day.isoformat(), "level": one.level,
        "reasons": list(one.reasons), "named": one.is_named, "request": one.request, "appeal": one.appeal or None,
        "complex": one.is_complex, "called_on": shapes.day(one.called_on),
        "contacted_on": shapes.day(one.contacted_on), "corrected_on": shapes.day(one.corrected_on),
        "correction": one.correction or None,
        "contact_due": shapes.day(one.dues.contact_on) if one.is_named else None,
        "correct_due": shapes.day(one.dues.correct_on), "certainty": one.dues.certainty.value,
        "open": one.is_open, "overdue": one.is_overdue(today),
    }  # fmt: skip


def _deed(make: Callable[[Call], Command]) -> Deed:
    def do(call: Call, book: Book) -> int:
        return answers.posted(call, book, book.do(make(call), call.acting(book)))

    return do


DEEDS: Mapping[str, Deed] = {
    "bad": _bad,
    "contact": _deed(lambda c: CallBackRater(c.options.rating, not c.options.nobody, c.options.note)),
    "correct": _deed(lambda c: CorrectRating(c.options.rating, c.options.note, None, c.options.result)),
    "complex": _deed(lambda c: FindComplex(c.options.rating, c.options.reason)),
    "appeal": _deed(lambda c: AppealRating(c.options.rating, c.options.reason)),
    "decide": _deed(lambda c: ReviewAppeal(c.options.rating, c.options.uphold, c.options.reason)),
}
