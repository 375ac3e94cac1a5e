"""Commands of the bureau: edit, rule."""

from collections.abc import Callable, Mapping

from desktop.cli import answers, values
from desktop.cli.call import Call, Runner
from desktop.commands.catalog import EditAction, EditMeasure
from desktop.commands.organization import EditUnit, EditWindow, EditWindowKind, SetRules
from desktop.models.catalogue import Catalogue
from desktop.models.draft import Command
from desktop.models.refusals import InputRefused

Make = Callable[[str, Mapping[str, str | None], str], Command]


def _kind(code: str, fields: Mapping[str, str | None], _reason: str) -> Command:
    return EditWindowKind(code, fields)


_MAKERS: dict[str, Make] = {
    "unit": EditUnit, "window": EditWindow, "window_kind": _kind, "action": EditAction, "measure": EditMeasure,
}  # fmt: skip


def _known(catalogue: Catalogue, kind: str) -> Mapping[str, object]:
    tables: dict[str, Mapping[str, object]] = {
        "unit": catalogue.units, "window": catalogue.windows, "window_kind": catalogue.kinds,
        "action": catalogue.actions, "measure": catalogue.measures,
    }  # fmt: skip
    return tables[kind]


def _settings(call: Call) -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for setting in call.options.settings:
        name, sign, value = setting.partition("=")
        if not sign or not name.strip():
            raise InputRefused("not_a_setting", value=setting)
        found[values.plain(name).casefold()] = value or None
    return found


def _edit(call: Call) -> int:
    options = call.options
    with call.book() as book:
        code = values.as_known(options.code, _known(book.catalogue(), options.kind))
        deed = _MAKERS[options.kind](code, _settings(call), options.reason)
        return answers.posted(call, book, book.do(deed, call.acting(book)))


def _rule(call: Call) -> int:
    given = _settings(call)
    numbers = {name: values.number(text) if text else None for name, text in given.items()}
    with call.book() as book:
        return answers.posted(call, book, book.do(SetRules(numbers, call.options.reason), call.acting(book)))


RUNNERS: Mapping[str, Runner] = {"edit": _edit, "rule": _rule}
