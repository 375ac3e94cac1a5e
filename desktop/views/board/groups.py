"""What the groups of rows and columns are called. No Qt."""

from desktop import texts
from desktop.i18n import _, mark
from desktop.views.board.choice import Scene

ROW_GROUP_NAMES = {
    "category": mark("By category"),
    "measure": mark("By measure"),
    "lead": mark("By lead department"),
    "": mark("No groups"),
}
COLUMN_GROUP_NAMES = {
    "": mark("No groups"),
    "county": mark("By county and branch"),
    "kind": mark("By kind of window"),
}
ROW_ORDER_NAMES = {
    "": mark("In printed order"),
    "rate": mark("Lowest in-place rate first"),
    "overdue": mark("Most overdue first"),
    "changed": mark("Latest change first"),
}


def row_group_name(scene: Scene, key: str) -> str:
    """Return the name of a group of rows; for those in no group, that they are in none."""
    catalogue, by = scene.board.catalogue, scene.arrangement.group_rows
    if by == "category":
        return texts.title(catalogue.categories[key]) if key in catalogue.categories else key
    if by == "measure":
        return texts.title(catalogue.measures[key]) if key in catalogue.measures else _("under no measure")
    if by == "lead":
        return texts.title(catalogue.units[key]) if key in catalogue.units else key or _("no lead department")
    return ""


def column_group_name(scene: Scene, key: str) -> str:
    """Return the name of a group of windows."""
    catalogue, by = scene.board.catalogue, scene.arrangement.group_columns
    if by == "county":
        return texts.title(catalogue.units[key]) if key in catalogue.units else key
    if by == "kind":
        return texts.title(catalogue.kinds[key]) if key in catalogue.kinds else key
    return ""


def spans(keys: tuple[str, ...]) -> list[range]:
    """Return the stretches of equal keys."""
    found: list[range] = []
    for at, key in enumerate(keys):
        if at and keys[at - 1] == key:
            found[-1] = range(found[-1].start, at + 1)
        else:
            found.append(range(at, at + 1))
    return found
