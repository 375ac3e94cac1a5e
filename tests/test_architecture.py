"""The house stands as it was drawn: floors, doors, and habits that a linter does not know."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop import paths

ROOT = Path(__file__).resolve().parent.parent
SOURCES = sorted((ROOT / "desktop").rglob("*.py"))
PYTHON_FILES = [
    *SOURCES,
    *(f for part in ("tests", "benchmarks", "installer") for f in sorted((ROOT / part).rglob("*.py"))),
]
VIEWS = ROOT / "desktop" / "views"
PARTS = frozenset({"palette"})
"""Folders that are no screen but what a screen may use, as it may the modules beside the folders."""
SCREENS = sorted({folder.name for folder in VIEWS.iterdir() if (folder / "__init__.py").is_file()} - PARTS)
LAYOUT_ITEM = re.compile(r"\.(?:itemAt|takeAt)\(|QStandardItem")
HEX_COLOUR = re.compile(r"#(?:[0-9A-Fa-f]{8}|[0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})\b")
HAN = re.compile(r"(?![一二三四五六七八九十零〇百]+$)[\u3400-\u9fff]{2,}")
"""Two Chinese characters in a row that are not just the numerals."""
HEX_ALLOWED = {"views/tokens.py"}
TABLES = {"exchange/official_text.py", "models/address_parts.py", "models/surnames.py", "reports/kinsoku.py"}
"""Modules whose Chinese characters are the rule itself."""
TRANSLATORS = {"_", "mark"}


def _name(file: Path) -> str:
    return file.relative_to(ROOT / "desktop").as_posix()


def _strings(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """Return line and text of the string constants of a module that are not docstrings."""
    prose = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in prose:
            yield node.lineno, node.value


def test_every_import_goes_down_a_floor() -> None:
    # in a process of its own: import-linter silences every logger of the process it runs in
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout


def _screens_imported(file: Path) -> set[str]:
    """Return the screens, that is folders below views, that a module imports from."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    named = {f"{node.module}." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    named |= {f"{name.name}." for node in ast.walk(tree) if isinstance(node, ast.Import) for name in node.names}
    return {screen for screen in SCREENS if any(name.startswith(f"desktop.views.{screen}.") for name in named)}


def test_screens_do_not_know_each_other() -> None:
    inside = {
        str(f): _screens_imported(f) - {name} for name in (*SCREENS, *PARTS) for f in (VIEWS / name).rglob("*.py")
    }
    shared = {str(f): _screens_imported(f) for f in VIEWS.glob("*.py")}
    assert {file: screens for file, screens in (inside | shared).items() if screens} == {}


def test_no_module_imports_everything_of_another() -> None:
    assert [
        f for f in PYTHON_FILES if re.search(r"^from .* import \*", f.read_text(encoding="utf-8"), re.MULTILINE)
    ] == []


def test_items_of_layouts_are_never_asked_for() -> None:
    found = [str(file) for file in SOURCES if LAYOUT_ITEM.search(file.read_text(encoding="utf-8"))]
    assert found == [], "their wrappers outlive them and end the process: see views/anew.py"


def test_no_file_has_grown_past_300_lines() -> None:
    lengths = {str(f.relative_to(ROOT)): len(f.read_text(encoding="utf-8").splitlines()) for f in PYTHON_FILES}
    assert {name: length for name, length in lengths.items() if length > 300} == {}


def test_colours_are_named_in_the_theme_alone() -> None:
    found = [
        f"{_name(file)}:{line} {text}"
        for file in SOURCES
        if _name(file) not in HEX_ALLOWED
        for line, text in _strings(ast.parse(file.read_text(encoding="utf-8")))
        if HEX_COLOUR.search(text)
    ]
    assert found == []


def test_chinese_stands_in_the_message_catalogue_and_not_in_the_program() -> None:
    found = [
        f"{_name(file)}:{line} {text}"
        for file in SOURCES
        if _name(file) not in TABLES
        for line, text in _strings(ast.parse(file.read_text(encoding="utf-8")))
        if HAN.search(text)
    ]
    assert found == []


def test_messages_are_whole_sentences_with_blanks_and_never_f_strings() -> None:
    found = [
        f"{_name(file)}:{node.lineno}"
        for file in SOURCES
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in TRANSLATORS
        and not (len(node.args) == 1 and _is_plain(node.args[0], node.func.id))
    ]
    assert found == []


def _is_plain(argument: ast.expr, function: str) -> bool:
    """A constant; `_` may also be given a name, which then holds a marked message."""
    if isinstance(argument, ast.Constant):
        return isinstance(argument.value, str)
    return function == "_" and not isinstance(argument, ast.JoinedStr | ast.BinOp)


@pytest.mark.parametrize("command", ["--version"])
def test_the_version_is_told_without_importing_anything_heavy(command: str) -> None:
    code = (
        "import sys; sys.argv = ['bianmin', sys.argv[1]]; from desktop.__main__ import main; main();"
        "heavy = {'PySide6', 'sqlalchemy', 'sqlcipher3', 'reportlab', 'argparse'} & set(sys.modules);"
        "assert not heavy, heavy"
    )
    said = subprocess.run([sys.executable, "-c", code, command], capture_output=True, text=True, check=True, cwd=ROOT)
    assert said.stdout.startswith("bianmin ")


def test_the_resources_are_found() -> None:
    assert (paths.resources() / "catalogue" / "actions.csv").is_file()
