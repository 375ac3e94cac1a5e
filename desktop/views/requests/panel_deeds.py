"""The deeds on requests by name, for menus, palette and list of keys."""

from collections.abc import Callable
from typing import Protocol

from desktop.i18n import _
from desktop.models.request_rules import RequestStatus, all_moves
from desktop.models.requests import RequestRow
from desktop.texts import names
from desktop.views.deeds import Deed
from desktop.views.requests import panel_contact
from desktop.views.requests.ways import Do, Way


class Panel(Protocol):
    """What the deeds ask of the panel."""

    @property
    def row(self) -> RequestRow | None:
        """The request shown."""

    def want(self, do: Do) -> None:
        """Open the form of a deed."""

    def bars(self, do: Do) -> str:
        """Say why a deed cannot be done."""

    def barred(self) -> str:
        """Say why nothing can be done."""

    def ways(self) -> list[Way]:
        """Give the moves."""

    def choose(self, number: int) -> bool:
        """Make a move."""

    def print_slip(self) -> None:
        """Ask for the slip."""

    def copy_number(self) -> None:
        """Copy the number."""


def deeds(panel: Panel) -> tuple[Deed, ...]:
    """Return what can be done with the requests of a panel."""
    targets = dict.fromkeys(move.to for move in all_moves())
    moves = [_move(panel, to) for to in RequestStatus if to in targets]

    def other(do: Do, title: str, section: int, keys: str = "", icon: str = "") -> Deed:
        return Deed(
            f"request.{do}", title, lambda: panel.want(do), keys, "item", section, icon, barred=lambda: panel.bars(do)
        )

    none: Callable[[], str] = lambda: "" if panel.row is not None else _("No request is chosen here.")  # noqa: E731
    return (
        *moves,
        other(Do.UNMASK, _("Show name and telephone…"), 1, panel_contact.KEYS, "eye"),
        other(Do.REOPEN, _("Reopen under a new number…"), 1),
        other(Do.SPLIT, _("Take further matters out…"), 1),
        other(Do.MERGE, _("Same as another…"), 1),
        other(Do.SETTLE, _("Settle the dispute…"), 1),
        Deed("request.slip", _("Print the slip of this request…"), panel.print_slip, menu="item", section=2,
             icon="printer", barred=none),
        Deed("request.number", _("Copy the number"), panel.copy_number, menu="edit", section=2, barred=none),
    )  # fmt: skip


def _move(panel: Panel, to: RequestStatus) -> Deed:
    def barred() -> str:
        way = next((one for one in panel.ways() if one.to is to), None)
        if way is None:
            return panel.barred() or _("No move leads there from where this request stands.")
        return panel.barred() or (way.barred and _("{deed}: {why}.").format(deed=way.title, why=way.barred))

    def run() -> None:
        way = next((one for one in panel.ways() if one.to is to), None)
        if way is not None:
            panel.choose(way.number)

    title = _("Move to: {status}").format(status=names.request_status(to))
    return Deed(f"request.move.{to}", title, run, menu="item", hint="1–9", barred=barred)
