"""The check before printing: which characters no face of this machine has, and where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop import texts
from desktop.reports.facts import ImplementationFacts, SheetFacts
from desktop.reports.typecase import TypeCase

_MOST_PLACES = 5


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A character that would be printed as 〓, and the first places where it stands, as people call them."""

    char: str
    code: str
    places: tuple[str, ...]


def of_text(text: str) -> str:
    """Return the characters of a text that cannot be printed here, each once; for checking a name as it is typed."""
    return TypeCase().uncovered(text)


def of_sheets(facts: SheetFacts) -> tuple[Uncovered, ...]:
    """Return what the progress sheets could not print, by window and number of the action."""
    return _found(
        (f"{texts.title(told.window)} {row.code}", f"{row.title}{row.officer}{row.remark}{told.unit}")
        for told in facts.windows
        for row in told.rows
    )


def of_implementation(facts: ImplementationFacts) -> tuple[Uncovered, ...]:
    """Return what the implementation report could not print."""
    board = facts.board
    catalogue = board.catalogue
    named = [(row.id, texts.title(row)) for row in catalogue.categories.values()]
    named += [(row.id, texts.title(row)) for row in catalogue.units.values()]
    named += [(row.id, texts.title(row)) for row in board.windows]
    named += [(row.id, texts.title(row)) for row in catalogue.measures.values()]
    named += [(row.code, texts.title(row)) for row in board.actions]
    problems = [
        (f"{texts.title(catalogue.windows[one.window])} {catalogue.actions[one.action].code}", one.reason)
        for one in facts.problems
    ]
    return _found([*named, *problems, (facts.issuer, facts.issuer)])


def _found(told: Iterable[tuple[str, str]]) -> tuple[Uncovered, ...]:
    case, places, known = TypeCase(), dict[str, list[str]](), set[str]()
    for place, text in told:
        fresh = set(text) - known
        known.update(fresh.difference(case.uncovered("".join(sorted(fresh)))))
        for char in dict.fromkeys(text):
            if char not in known and len(places.setdefault(char, [])) < _MOST_PLACES:
                places[char].append(place)
    return tuple(Uncovered(char, f"U+{ord(char):04X}", tuple(where)) for char, where in places.items())
