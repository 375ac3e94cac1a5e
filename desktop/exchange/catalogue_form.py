"""What a catalogue's sheets look like: their columns, what each may hold, and which must be there."""

from dataclasses import dataclass
from enum import Enum, auto

from desktop.models.vocabulary import Cadence, UnitKind


class Holds(Enum):
    """What a column holds."""

    CODE = auto()
    TITLE = auto()
    TEXT = auto()
    NUMBER = auto()
    CHOICE = auto()
    CODES = auto()
    DAY = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `of` holds the allowed words, or the one sheet whose codes are allowed; empty: anything.

    A blank is an error where `needed`, a warning where `wanted`.
    """

    name: str
    holds: Holds = Holds.TEXT
    of: tuple[str, ...] = ()
    needed: bool = False
    wanted: bool = False

    @property
    def is_token(self) -> bool:
        """Whether width and inner spaces mean nothing here: codes, numbers, words out of a list, days."""
        return self.holds not in (Holds.TITLE, Holds.TEXT)


@dataclass(frozen=True, slots=True)
class Form:
    """One sheet. `unique` columns hold no value twice. `needed`: nothing can be imported without it."""

    name: str
    columns: tuple[Column, ...]
    unique: tuple[str, ...]
    needed: bool = False


ORIGINS = ("starter", "official")
TIME_UNITS = ("on_the_spot", "minute", "hour", "day", "workday", "month")
BASES = ("rule", "practice", "starter", "none")
CLOCK_STARTS = ("receipt", "request", "acceptance", "dispatch", "event", "made", "close", "rating", "period")
_FLAG = ("0", "1")


def _named(*, code_of: str = "code") -> tuple[Column, ...]:
    return (
        Column(code_of, Holds.CODE, needed=True),
        Column("name_zh", Holds.TITLE, needed=True),
        Column("name_en", Holds.TITLE),
    )


_WORDING = (
    Column("title_zh", Holds.TITLE, needed=True),
    Column("text_zh", needed=True),
    Column("title_en", Holds.TITLE),
    Column("text_en"),
)
_ORIGIN = Column("origin", Holds.CHOICE, ORIGINS)

FORMS = {
    form.name: form
    for form in (
        Form(
            "measures",
            (
                Column("code", Holds.CODE, needed=True),
                *_WORDING,
                Column("audience", Holds.CHOICE, ("people", "enterprise", "both"), needed=True),
                Column("lead_dept", Holds.CODES, ("units",), wanted=True),
                _ORIGIN,
            ),
            ("code", "title_zh"),
        ),
        Form("categories", (*_named(), Column("sort", Holds.NUMBER), _ORIGIN), ("code", "name_zh"), needed=True),
        Form(
            "actions",
            (
                Column("code", Holds.CODE, needed=True),
                Column("category", Holds.CODES, ("categories",), needed=True),
                Column("seq", Holds.NUMBER),
                *_WORDING,
                Column("measures", Holds.CODES, ("measures",)),
                Column("lead_dept", Holds.CODES, ("units",), wanted=True),
                Column("window_kinds", Holds.CODES, ("window_kinds",), needed=True),
                Column("accept_zh", wanted=True),
                Column("accept_en"),
                Column("promise_value", Holds.NUMBER),
                Column("promise_unit", Holds.CHOICE, TIME_UNITS),
                Column("legal_value", Holds.NUMBER),
                Column("legal_unit", Holds.CHOICE, TIME_UNITS),
                Column("clock_from", Holds.CHOICE, CLOCK_STARTS),
                Column("promise_basis", Holds.CHOICE, BASES, needed=True),
                Column("cadence", Holds.CHOICE, tuple(Cadence), needed=True),
                Column("sources"),
                _ORIGIN,
            ),
            ("code", "title_zh"),
            needed=True,
        ),
        Form(
            "window_kinds",
            (*_named(), Column("desc_zh"), Column("desc_en"), Column("works_offline", Holds.CHOICE, _FLAG)),
            ("code", "name_zh"),
        ),
        Form(
            "units",
            (
                Column("code", Holds.CODE, needed=True),
                Column("kind", Holds.CHOICE, tuple(UnitKind), needed=True),
                *_named()[1:],
                Column("parent", Holds.CODES, ("units",)),
                Column("gb2260", Holds.CODE),
                Column("org_code", Holds.CODE),
                Column("code_status", Holds.CHOICE, ("derived", "sample", "none", "official")),
                Column("note_zh"),
                Column("note_en"),
            ),
            ("code", "org_code"),
        ),
        Form(
            "windows",
            (
                Column("code", Holds.CODE, needed=True),
                Column("unit", Holds.CODES, ("units",), needed=True),
                Column("kind", Holds.CODES, ("window_kinds",), needed=True),
                *_named()[1:],
                Column("network", Holds.TITLE),
                Column("hours_zh"),
                Column("hours_en"),
                Column("phone", Holds.TITLE),
                Column("is_sample", Holds.CHOICE, _FLAG),
            ),
            ("code",),
        ),
        Form(
            "holidays_cn",
            (
                Column("date", Holds.DAY, needed=True),
                Column("kind", Holds.CHOICE, ("off", "work"), needed=True),
                Column("name_zh", Holds.TITLE),
                Column("name_en", Holds.TITLE),
                Column("status", Holds.CHOICE, ("official", "provisional"), needed=True),
                Column("source"),
            ),
            ("date",),
        ),
        Form(
            "edition_map",
            (
                Column("code", Holds.CODE),
                Column("id", Holds.CODE),
                Column("old", Holds.CODES),
                Column("kind", Holds.CHOICE, ("same", "reworded", "split", "merged", "new", "withdrawn"), needed=True),
                Column("likeness"),
            ),
            ("code", "id"),
        ),
    )
}

EDITION = Form(
    "edition",
    (
        Column("version", Holds.CODE, needed=True),
        Column("title_zh", Holds.TITLE, needed=True),
        Column("title_en", Holds.TITLE),
        Column("origin", Holds.CHOICE, ORIGINS, needed=True),
        Column("source", Holds.TITLE),
        Column("number", Holds.TITLE),
        Column("compiled", Holds.DAY, needed=True),
        Column("from_day", Holds.DAY),
    ),
    (),
    needed=True,
)
