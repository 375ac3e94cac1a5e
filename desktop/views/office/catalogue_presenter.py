"""What the catalogue page says: edition, categories with their actions, measures, and the facts of each. No Qt."""

from desktop import texts
from desktop.i18n import _
from desktop.models import totals
from desktop.models.board import Board
from desktop.models.catalogue import Catalogue, Measure, ServiceAction
from desktop.texts.promises import cadence, span
from desktop.views.focus import Drill
from desktop.views.office.figures import figures
from desktop.views.office.sheet import Fact, Facts
from desktop.views.office.tree import Branch

ACTION, CATEGORY, MEASURE = "action:", "category:", "measure:"


def edition_line(catalogue: Catalogue) -> str:
    """Return the edition in one line: its title, number, day and where it comes from."""
    edition = catalogue.edition
    origin = _("official text") if edition.origin == "official" else _("starter catalogue, not the official text")
    parts = [texts.title(edition), edition.id, edition.from_day.isoformat(), origin, edition.source]
    return "  ·  ".join(filter(None, parts))


def by_category(catalogue: Catalogue) -> tuple[Branch, ...]:
    """Return the categories with their actions."""
    return tuple(
        Branch(CATEGORY + key, texts.title(category), str(len(below)), "folder", below=below)
        for key, category in catalogue.categories.items()
        for below in ([_action(one) for one in catalogue.actions.values() if one.category == key],)
    )


def by_measure(catalogue: Catalogue) -> tuple[Branch, ...]:
    """Return the measures with the actions that carry them out; actions under no measure stand last."""
    listed = [
        Branch(MEASURE + key, texts.title(measure), str(len(below)), "flag", below=below)
        for key, measure in catalogue.measures.items()
        for below in ([_action(one, key) for one in catalogue.actions.values() if key in one.measures],)
    ]
    rest = [_action(one) for one in catalogue.actions.values() if not one.measures]
    free = [Branch(MEASURE, _("under no measure"), str(len(rest)), "flag", below=rest)] if rest else []
    return (*listed, *free)


def _action(action: ServiceAction, measure: str = "") -> Branch:
    return Branch(f"{ACTION}{action.id}@{measure}", f"{action.code}  {texts.title(action)}")


def matching(catalogue: Catalogue, text: str) -> frozenset[str]:
    """Return the keys of all branches of actions with a text in code, title or wording."""
    wanted = text.casefold()
    found = (
        one
        for one in catalogue.actions.values()
        if wanted in f"{one.code} {one.title_zh} {one.title_en} {one.text_zh} {one.text_en}".casefold()
    )
    return frozenset(f"{ACTION}{one.id}@{measure}" for one in found for measure in ("", *one.measures))


def facts(board: Board, key: str) -> Facts | None:
    """Return the facts of an action, a category or a measure by its key in the tree, with its figures."""
    catalogue = board.catalogue
    action = catalogue.actions.get(key.removeprefix(ACTION).partition("@")[0])
    if key.startswith(ACTION) and action is not None:
        return _with_figures(_action_facts(catalogue, action), board, Drill(action=action.id))
    measure = catalogue.measures.get(key.removeprefix(MEASURE))
    if key.startswith(MEASURE) and measure is not None:
        return _with_figures(_measure_facts(catalogue, measure), board, Drill(measure=measure.id))
    category = catalogue.categories.get(key.removeprefix(CATEGORY))
    if key.startswith(CATEGORY) and category is not None:
        actions = [one for one in catalogue.actions.values() if one.category == category.id]
        listed = Facts(texts.title(category), _("Category"), [Fact(one.code, texts.title(one)) for one in actions])
        return _with_figures(listed, board, Drill(category=category.id))
    return None


def _with_figures(told: Facts, board: Board, drill: Drill) -> Facts:
    """Return facts with the figures of the same actions that the way down shows."""

    def is_meant(action: ServiceAction) -> bool:
        return drill.action == action.id or drill.category == action.category or drill.measure in action.measures

    grouped = totals.by_action_groups(board, lambda row: ("in",) if is_meant(board.actions[row]) else ("out",), ("in",))
    tally = next(group for group in grouped.groups if group.key == "in")
    return Facts(told.title, told.kicker, [*told.rows, *figures(tally, drill)])


def _action_facts(catalogue: Catalogue, action: ServiceAction) -> Facts:
    category = catalogue.categories.get(action.category)
    measures = [texts.title(catalogue.measures[key]) for key in action.measures if key in catalogue.measures]
    kinds = [texts.title(catalogue.kinds[key]) for key in action.kinds if key in catalogue.kinds]
    rows = [
        Fact(_("What is done"), texts.text(action)),
        Fact(_("Acceptance"), texts.accept(action)),
        Fact(_("Promise"), span(action.promise_value, action.promise_unit)),
        Fact(_("Legal limit"), span(action.legal_value, action.legal_unit)),
        Fact(_("Shown again"), cadence(action.cadence)),
        Fact(_("Category"), texts.title(category) if category is not None else action.category),
        Fact(_("Measures"), "\n".join(measures)),
        Fact(_("At windows"), ", ".join(kinds)),
        Fact(_("Lead"), _unit(catalogue, action.lead_dept)),
        Fact(_("Lasting number"), action.id),
    ]
    return Facts(f"{action.code}  {texts.title(action)}", _("Action"), rows)


def _measure_facts(catalogue: Catalogue, measure: Measure) -> Facts:
    actions = [one for one in catalogue.actions.values() if measure.id in one.measures]
    rows = [
        Fact(_("What is done"), texts.text(measure)),
        Fact(_("Lead"), _unit(catalogue, measure.lead_dept)),
        Fact("", _("Carried out by {n} actions").format(n=len(actions))),
        *(Fact(one.code, texts.title(one)) for one in actions),
    ]
    return Facts(f"{measure.id}  {texts.title(measure)}", _("Measure"), rows)


def _unit(catalogue: Catalogue, key: str) -> str:
    return texts.title(catalogue.units[key]) if key in catalogue.units else key
