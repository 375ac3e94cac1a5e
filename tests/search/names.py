"""Targets for searching: the shipped catalogue, and as many windows as wanted."""

from collections.abc import Mapping

from desktop.search.index import Index
from desktop.search.spelling import spell
from desktop.search.target import Joint, Target
from tests.sample import sample_catalogue

COMMANDS = (
    "总览", "落实矩阵", "本窗口", "单位与窗口", "举措目录", "报表打印", "设置", "打印进度表", "立即备份", "恢复备份",
    "导入目录", "接收现有台账", "打开其他台账", "退出", "撤销", "重做", "刷新", "查看过去某日", "快捷键", "关于",
)  # fmt: skip


def targets(windows: int) -> list[Target]:
    """Return commands, actions, measures and units as shipped, and so many windows: every unit with every kind."""
    shipped = sample_catalogue()
    units, kinds = list(shipped.units.values()), list(shipped.kinds.values())
    made = [Target("command", name, name) for name in COMMANDS]
    made += [Target("action", one.id, one.title_zh, one.code) for one in shipped.actions.values()]
    made += [Target("measure", one.id, one.title_zh, one.id) for one in shipped.measures.values()]
    for at in range(windows):
        unit, kind = units[at % len(units)], kinds[at // len(units) % len(kinds)]
        again = at // (len(units) * len(kinds))
        title = f"{unit.name_zh}{kind.name_zh}{again + 1 if again else ''}"
        made.append(Target("window", f"W{at + 1:03}", title, f"W{at + 1:03}", (unit.name_zh,)))
    return made + [Target("unit", one.id, one.name_zh, one.id) for one in units]


def index(windows: int, readings: Mapping[str, str]) -> Index:
    """Return an index over them, in which an action and a window make an item."""
    joint = Joint(
        "action", "window", lambda one, two: Target("item", f"{one.id}@{two.id}", f"{one.title} @ {two.title}")
    )
    return Index(targets(windows), readings, [joint])


def initials(title: str, readings: Mapping[str, str]) -> str:
    """Return the first letter of every syllable by the usual readings, with digits and letters as they stand."""
    tokens = spell(title, readings).line[1:].split(";")
    return "".join(token[0] if "~" in token or "," in token else token for token in tokens)
