"""Which fields of a unit, a window or an action may be edited, what stands in them, what they may hold. No Qt."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from desktop import texts
from desktop.i18n import _
from desktop.models.catalogue import Catalogue, ServiceAction, ServiceWindow, Unit, WindowKind
from desktop.models.vocabulary import Cadence
from desktop.texts.promises import cadence
from desktop.views.office.units_presenter import KINDS

Choices = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name in the book, its label, its present value, and what it may hold where that is a list."""

    name: str
    label: str
    value: str
    choices: Choices | None = None
    long: bool = False
    shown: str | None = None
    """What the form begins with where that is not the present value."""

    @property
    def start(self) -> str:
        """What stands in the form at first."""
        return self.value if self.shown is None else self.shown


def of_unit(catalogue: Catalogue, unit: Unit) -> list[Field]:
    """Return the fields of a unit; an empty one for a unit to be."""
    units = _names(catalogue.units.values())
    return [
        *_common(unit),
        Field("kind", _("Kind"), unit.kind, tuple((kind, _(name)) for kind, name in KINDS.items())),
        _field(unit, "parent", _with_none(units)),
        _field(unit, "phone"),
        *_validity(unit, units),
    ]


def of_window(catalogue: Catalogue, window: ServiceWindow) -> list[Field]:
    """Return the fields of a window; an empty one for a window to be."""
    return [
        *_common(window),
        _field(window, "unit", _names(catalogue.units.values())),
        Field("kind", _("Kind"), window.kind, _names(catalogue.kinds.values())),
        _field(window, "phone"),
        _field(window, "hours_zh"),
        _field(window, "hours_en"),
        *_validity(window, _names(catalogue.windows.values())),
    ]


def of_action(catalogue: Catalogue, action: ServiceAction) -> list[Field]:
    """Return the fields of an action beside its locked wording."""
    cadences = tuple((one.value, cadence(one)) for one in Cadence)
    return [
        Field("accept_zh", texts.field("accept_zh"), action.accept_zh, long=True),
        Field("accept_en", texts.field("accept_en"), action.accept_en, long=True),
        Field("title_en", texts.field("title_en"), action.title_en),
        Field("text_en", texts.field("text_en"), action.text_en, long=True),
        Field("lead_dept", texts.field("lead_dept"), action.lead_dept, _with_none(_names(catalogue.units.values()))),
        Field("cadence", texts.field("cadence"), action.cadence.value, cadences),
    ]


def beginning(fields: Iterable[Field], **shown: str) -> list[Field]:
    """Return the fields of something new: every value counts as changed, some are chosen already."""
    return [replace(one, shown=shown.get(one.name, "")) for one in fields]


def changed(fields: Iterable[Field], values: dict[str, str]) -> dict[str, str | None]:
    """Return what the person changed: only these fields are written."""
    return {field.name: values[field.name] or None for field in fields if values[field.name] != field.value}


def _common(row: Unit | ServiceWindow) -> list[Field]:
    return [_field(row, "name_zh"), _field(row, "name_en")]


def _validity(row: Unit | ServiceWindow, known: Choices) -> list[Field]:
    others = tuple(pair for pair in known if pair[0] != row.id)
    return [_field(row, "valid_from"), _field(row, "valid_to"), _field(row, "successor", _with_none(others))]


def _field(row: Unit | ServiceWindow, name: str, choices: Choices | None = None) -> Field:
    value = getattr(row, name)
    return Field(name, texts.field(name), str(value) if value else "", choices)


def _names(rows: Iterable[Unit | ServiceWindow | WindowKind]) -> Choices:
    return tuple((row.id, texts.title(row)) for row in rows)


def _with_none(choices: Choices) -> Choices:
    return (("", "—"), *choices)
