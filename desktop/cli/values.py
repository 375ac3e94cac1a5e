"""Values as people type them on a command line: full-width or half-width, Chinese or English, any case."""

import unicodedata
from collections.abc import Iterable
from typing import TYPE_CHECKING, NoReturn

from desktop import texts
from desktop.models.refusals import InputRefused, RuleBroken
from desktop.models.vocabulary import Lamp, Status

if TYPE_CHECKING:
    from desktop.models.catalogue import Catalogue

LAMPS = {"overdue": Lamp.OVERDUE, "due_soon": Lamp.DUE_SOON, "stale": Lamp.STALE, "silent": Lamp.SILENT}


def plain(text: str) -> str:
    """Return a code in ASCII width without blanks around it."""
    return unicodedata.normalize("NFKC", text).strip()


def number(text: str) -> int:
    """Read a whole number from 0 on. Raises InputRefused `not_a_number`."""
    form = plain(text)
    if not (form.isascii() and form.isdigit() and len(form) <= 18):
        raise InputRefused("not_a_number", value=text)
    return int(form)


def status(text: str) -> Status:
    """Read a state: its code, its number or its name. Raises InputRefused `unknown_status`."""
    found = texts.state_named(text)
    if found is None:
        right = "; ".join(f"{state.code} {state.value} {texts.status(state)}" for state in Status)
        raise InputRefused("unknown_status", value=text, right=right)
    return found


def lamp(text: str) -> Lamp:
    """Read a lamp: its code or its name. Raises InputRefused `unknown_choice`."""
    words = LAMPS | {texts.lamp(one): one for one in LAMPS.values()}
    found = words.get(plain(text).replace("-", "_").casefold()) or words.get(plain(text))
    if found is None:
        raise InputRefused("unknown_choice", value=text, option="--lamp", right="; ".join(LAMPS))
    return found


def one_of(text: str, known: Iterable[str], option: str) -> str:
    """Read a code out of a list, in any width and case. Raises InputRefused `unknown_choice`."""
    every = tuple(known)
    found = _meant(plain(text), every)
    if found is None:
        raise InputRefused("unknown_choice", value=text, option=option, right="; ".join(every))
    return found


def _meant(code: str, known: Iterable[str]) -> str | None:
    every = tuple(known)
    if code in every:
        return code
    return next((one for one in every if one.casefold() == code.casefold()), None)


def as_known(text: str, known: Iterable[str]) -> str:
    """Return a code as it is written in a list, as typed where it is not in it yet."""
    return _meant(plain(text), known) or plain(text)


def commitment(text: str, catalogue: "Catalogue") -> str:
    """Return the id of a commitment that exists in the catalogue, `action@window`; an action goes by its code too.

    Raises RuleBroken `unknown_action`, `unknown_window` or `no_commitment`.
    """
    first, _at, second = plain(text).partition("@")
    codes = {action.code: action.id for action in catalogue.actions.values()}
    action = _meant(first, catalogue.actions) or codes.get(_meant(first, codes) or "")
    window = _meant(second, catalogue.windows)
    if action is None:
        raise RuleBroken("unknown_action", code=first)
    if window is None:
        raise RuleBroken("unknown_window", code=second)
    kind = catalogue.windows[window].kind
    if kind not in catalogue.actions[action].kinds:
        raise RuleBroken("no_commitment", id=f"{action}@{window}", kind=kind)
    return f"{action}@{window}"


def refuse_closed(key: str) -> NoReturn:
    """Raise RuleBroken for a commitment whose window was not open on the day asked for."""
    raise RuleBroken("window_closed", window=key.partition("@")[2])
