"""Read the pasted official text: “一、（一）1. …” becomes a draft of categories, actions and measures to be reviewed.

What counts: a heading that only names something and has items below is a category; its items are actions; what lies
below an item, or below a heading that goes on in sentences, belongs to its text. A chapter of measures (措施, not 举措)
gives the list of measures. Numbers are only marks: gaps in them are told, never repaired.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from desktop.exchange.catalogue_draft import CatalogueDraft, Row, plain_row
from desktop.exchange.catalogue_form import EDITION, FORMS
from desktop.exchange.fault import Fault
from desktop.models.plain_text import clean
from desktop.models.refusals import InputRefused

LIMIT = 400_000
"""Characters of a pasted text; the official list of a city has about 20,000."""
SHEET = "text"
"""The sheet named in faults; their rows are lines of the text."""

_HAN_NUMBER = "[一二三四五六七八九十百零〇]{1,5}"
_MARKS = (
    re.compile(rf"第?({_HAN_NUMBER})(?:[、.．,，]|部分|章|篇)\s*"),
    re.compile(rf"[(（]({_HAN_NUMBER})[)）][、.．]?\s*"),
    re.compile(r"(\d{1,3})(?:、|[.．](?!\d))\s*"),
    re.compile(r"(?:[(（](\d{1,3})[)）]|(\d{1,3})[)）]|([\u2460-\u2473\u3251-\u325f]))[、.．]?\s*"),
)
"""The four ranks of numbering of GB/T 9704: 一、 （一） 1. （1）, the last also as ①."""
_LAST_RANK = len(_MARKS) - 1
_COUNT = re.compile(r"[(（]\s*共?\s*(\d+)\s*(?:项|条|类|个)\s*[)）]$")
_DATE = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日")
_ANNEX = re.compile(r"附件?\s*[\d一二三四五六七八九]*\s*[:：]")
_ISSUER = re.compile(r"\S{2,30}(?:局|厅|部|委员会|办公室|政府)")
_TITLE_END = re.compile(r"[。：:；;\n]")
_MEASURE, _ACTION = "措施", "举措"
_TITLE_ROOM = 40


@dataclass(slots=True)
class _Item:
    """A numbered paragraph: its rank (0 to 3), number, first line, words, and what lies below it."""

    rank: int
    number: int
    line: int
    words: str
    mark: str
    below: list["_Item"] = field(default_factory=list)

    @property
    def title(self) -> str:
        """The words up to the first full stop or colon."""
        return _COUNT.sub("", _TITLE_END.split(self.words, maxsplit=1)[0].strip()).strip()

    @property
    def is_sentence(self) -> bool:
        """Whether it says more than a name."""
        rest = _TITLE_END.split(self.words, maxsplit=1)[1:]
        return bool(rest and rest[0].strip()) or len(self.title) > _TITLE_ROOM

    @property
    def text(self) -> str:
        """All words, with those of the items below as lines of their own."""
        return "\n".join([self.words, *(item.mark + item.text for item in self.below)])


def read(text: str) -> CatalogueDraft:
    """Return a draft of the pasted text; faults of its form (numbers that jump, counts that differ) are within.

    Codes are C01…, A01-01…, M01… in the order of the text. Windows, criteria and promises stay blank: they come from
    the edition before or from people. Raises InputRefused `text_too_long` or `text_without_items`.
    """
    if len(text) > LIMIT:
        raise InputRefused("text_too_long", limit=LIMIT, length=len(text))
    lines = [(at, line.strip()) for at, line in enumerate(clean(text).split("\n"), 1) if line.strip()]
    head, items, foot = _parse(lines)
    if not items:
        raise InputRefused("text_without_items")
    measures, groups = _sorted_out(_tree(items))
    sheets = {
        "measures": tuple(_measure(number, item) for number, item in enumerate(measures, 1)),
        "categories": tuple(_category(number, group) for number, group in enumerate(groups, 1)),
        "actions": tuple(_actions(groups)),
    }
    faults = (*_jumps(items), *_miscounts(items))
    return CatalogueDraft(_manifest(head, foot), {name: rows for name, rows in sheets.items() if rows}, {}, faults)


def _parse(lines: list[tuple[int, str]]) -> tuple[list[str], list[_Item], list[str]]:
    """Return the lines before the first number, the items with wrapped lines joined, the lines after the last."""
    head: list[str] = []
    items: list[_Item] = []
    for index, (at, line) in enumerate(lines):
        item = _item(at, line)
        if item is not None:
            items.append(item)
        elif not items:
            head.append(line)
        elif _ends(line, [later for _, later in lines[index + 1 :]]):
            return head, items, [later for _, later in lines[index:]]
        else:
            items[-1].words += (" " if _is_latin(items[-1].words[-1:], line[:1]) else "") + line
    return head, items, []


def _item(at: int, line: str) -> _Item | None:
    for rank, mark in enumerate(_MARKS):
        found = mark.match(line)
        if found:
            number = next(part for part in found.groups() if part)
            return _Item(rank, _number(number), at, line[found.end() :].strip(), found[0])
    return None


def _number(text: str) -> int:
    """Read 12, １２, 十二 or ⑫."""
    if text.isdecimal():
        return int(text)
    total = digit = 0
    for value in (int(unicodedata.numeric(char)) for char in text):
        if value < 10:
            digit = value
        else:
            total, digit = total + (digit or 1) * value, 0
    return total + digit


def _is_latin(one: str, other: str) -> bool:
    return one.isascii() and one.isalnum() and other.isascii() and other.isalnum()


def _ends(line: str, later: list[str]) -> bool:
    """Tell whether the list is over: an annex, a date, or an issuer followed by a date."""
    if _ANNEX.match(line) or _DATE.fullmatch(line):
        return True
    return bool(_ISSUER.fullmatch(line)) and bool(later) and bool(_DATE.fullmatch(later[0]))


def _tree(items: list[_Item]) -> list[_Item]:
    roots: list[_Item] = []
    path: list[_Item] = []
    for item in items:
        while path and path[-1].rank >= item.rank:
            path.pop()
        (path[-1].below if path else roots).append(item)
        path.append(item)
    return roots


_Groups = list[tuple[_Item | None, list[_Item]]]


def _sorted_out(roots: list[_Item]) -> tuple[list[_Item], _Groups]:
    """Return the measures, and the categories each with its actions (None: actions without any heading)."""
    if not any(_is_heading(root) for root in roots):
        return [], [(None, roots)]
    measures: list[_Item] = []
    groups: _Groups = []
    for root in roots:
        if _is_heading(root) and _MEASURE in root.title and _ACTION not in root.title:
            measures += _leaves(root)
        else:
            groups += _groups(root)
    return measures, groups


def _is_heading(item: _Item) -> bool:
    return bool(item.below) and not item.is_sentence


def _leaves(item: _Item) -> list[_Item]:
    return [leaf for child in item.below for leaf in (_leaves(child) if _is_heading(child) else [child])]


def _groups(item: _Item) -> _Groups:
    if not _is_heading(item):
        return [(item, [])]
    own = [child for child in item.below if not _is_heading(child)]
    below = [group for child in item.below if _is_heading(child) for group in _groups(child)]
    return [(item, own), *below] if own else below


def _manifest(head: list[str], foot: list[str]) -> Row:
    day = next((line for line in foot if _DATE.fullmatch(line)), "")
    issuer = next((line for line in foot if _ISSUER.fullmatch(line)), "")
    compiled = "".join(day.split())
    title = "".join(head[:1])
    told = {"title_zh": title, "origin": "official", "source": issuer and title, "compiled": compiled}
    return plain_row(EDITION, told)


def _measure(number: int, item: _Item) -> Row:
    told = {"code": f"M{number:02}", "title_zh": item.title, "text_zh": item.text, "audience": "both"}
    return plain_row(FORMS["measures"], {**told, "origin": "official"})


def _category(number: int, group: tuple[_Item | None, list[_Item]]) -> Row:
    name = group[0].title if group[0] else ""
    told = {"code": f"C{number:02}", "name_zh": name, "sort": str(number), "origin": "official"}
    return plain_row(FORMS["categories"], told)


def _actions(groups: _Groups) -> Iterator[Row]:
    for place, (_, items) in enumerate(groups, 1):
        for number, item in enumerate(items, 1):
            told = {"code": f"A{place:02}-{number:02}", "category": f"C{place:02}", "seq": str(number)}
            wording = {"title_zh": item.title, "text_zh": item.text, "origin": "official"}
            yield plain_row(FORMS["actions"], {**told, **wording})


def _jumps(items: list[_Item]) -> Iterator[Fault]:
    """Warn where numbers of a rank neither go on nor begin anew: a line lost, or a wrapped line taken for a number."""
    last: dict[int, int] = {}
    for item in (item for item in items if item.rank < _LAST_RANK):
        right = last.get(item.rank, 0) + 1
        if item.number not in (1, right):
            facts = {"right": str(right)}
            yield Fault(SHEET, item.line, "", str(item.number), "number_jumps", facts, is_warning=True)
        last[item.rank] = item.number


def _miscounts(items: list[_Item]) -> Iterator[Fault]:
    """Warn where a heading names a count, as “窗口服务（5项）”, and another number of items lies below."""
    for item in items:
        named = _COUNT.search(_TITLE_END.split(item.words, maxsplit=1)[0].strip())
        found = {len(item.below), len(_leaves(item))}
        if named and item.below and int(named[1]) not in found:
            facts = {"told": named[1]}
            yield Fault(SHEET, item.line, "", str(len(_leaves(item))), "count_differs", facts, is_warning=True)
