"""Chinese and English are both complete: every message is translated, and every translation is used."""

import ast
import importlib.util
import re
import string
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from desktop import i18n, paths

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "resources" / "locale"
TRANSLATORS = {"_", "mark"}


def _compiler() -> ModuleType:
    spec = importlib.util.spec_from_file_location("compile_locale", LOCALE / "compile.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


COMPILER = _compiler()
ZH = COMPILER.merged(LOCALE / "zh")


def _spoken() -> dict[str, str]:
    """Return every message of the program with the place where it is said."""
    return {text: place for file in sorted((ROOT / "desktop").rglob("*.py")) for text, place in _of_file(file)}


def _of_file(file: Path) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TRANSLATORS:
            message = node.args[0] if node.args else None
            if isinstance(message, ast.Constant) and isinstance(message.value, str):
                yield message.value, f"{file.relative_to(ROOT)}:{node.lineno}"


def _blanks(text: str) -> set[str]:
    return {name for _text, name, _spec, _how in string.Formatter().parse(text) if name is not None}


_SHOWN = frozenset({
    "setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setAccessibleName", "setAccessibleDescription",
    "setStatusTip", "setWhatsThis", "setTitle", "setTabText", "setTabToolTip", "setLabelText", "setInformativeText",
    "addAction", "addMenu", "addTab", "addItem", "addRow", "addButton", "drawText", "QLabel", "QPushButton",
    "QToolButton", "QCheckBox", "QRadioButton", "QAction", "QGroupBox", "QMenu", "QListWidgetItem", "ElidedButton",
    "Text", "say", "explain", "tell", "fault", "write", "print", "add_argument", "drawString", "drawCentredString",
})  # fmt: skip
"""Calls whose texts a person reads, on the screen, on paper and on the command line."""
_WORDS_OF_AN_ARGUMENT = frozenset({"help", "description", "epilog", "title", "text", "label", "sentence"})
_SILENT = frozenset({"English", "bianmin"})
"""Words that are the same in every language."""


def _bare(node: ast.expr) -> Iterator[str]:
    """Give what an expression says in letters without the catalogue."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from (text for part in node.values for text in _bare(part))
    elif isinstance(node, ast.BinOp):
        yield from (*_bare(node.left), *_bare(node.right))
    elif isinstance(node, ast.IfExp):
        yield from (*_bare(node.body), *_bare(node.orelse))


def _unspoken(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        told = list(node.args[:2]) if name in _SHOWN else []
        told += [word.value for word in node.keywords if word.arg in _WORDS_OF_AN_ARGUMENT]
        for text in (text for one in told for text in _bare(one)):
            if re.search(r"[A-Za-z]{2,} [a-z]{2,}|\b[A-Z][a-z]{2,}|[\u3400-\u9fff]", text) and text not in _SILENT:
                yield f"{file.name}:{node.lineno}: {text!r}"


def test_a_text_that_goes_past_the_catalogue_is_found(tmp_path: Path) -> None:
    (tmp_path / "x.py").write_text(
        'label.setText(f"{n} Windows")\nlabel.setText(_("Windows"))\nbutton("确定", text="确定")\n', "utf-8"
    )
    assert [fault.partition(":")[2] for fault in _unspoken(tmp_path / "x.py")] == ["1: ' Windows'", "3: '确定'"]


@pytest.mark.parametrize("part", ["views", "app", "reports", "cli", "texts", "doctor", "tour.py"])
def test_no_text_for_people_goes_past_the_catalogue(part: str) -> None:
    place = ROOT / "desktop" / part
    files = [place] if place.is_file() else sorted(place.rglob("*.py"))
    assert [fault for file in files for fault in _unspoken(file)] == []


def test_the_compiled_catalogue_is_what_its_fragments_say() -> None:
    assert (LOCALE / "zh.mo").read_bytes() == COMPILER.compiled(LOCALE / "zh"), "run resources/locale/compile.py"


def test_every_message_has_a_chinese_translation() -> None:
    assert {text: place for text, place in _spoken().items() if text not in ZH} == {}


def test_every_translation_is_used() -> None:
    spoken = _spoken()
    assert {m.place: m.text for key, m in ZH.items() if key not in spoken} == {}


def test_no_translation_is_empty_or_fuzzy() -> None:
    assert [m.place for m in ZH.values() if m.fuzzy or not m.translation] == []


def test_both_languages_have_the_same_blanks() -> None:
    assert [m.place for m in ZH.values() if _blanks(m.text) != _blanks(m.translation)] == []


def test_english_messages_are_english() -> None:
    assert [m.place for m in ZH.values() if re.search(r"[\u3400-\u9fff]", m.text)] == []


def test_a_message_is_said_in_the_language_in_use(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(i18n._Speech, "language", "zh")
    assert i18n._("A display can be reached.") == ZH["A display can be reached."].translation
    monkeypatch.setattr(i18n._Speech, "language", "en")
    assert i18n._("A display can be reached.") == "A display can be reached."


def test_the_disguise_is_longer_keeps_its_blanks_and_is_never_offered() -> None:
    with i18n.speaking(i18n.PSEUDO):
        said = i18n._catalogue(i18n.PSEUDO).gettext("{n} windows are <b>not</b> reported (*.txt)")
        assert i18n.language() == "en"
    assert said.startswith("【{n} wīndōws ārē <b>nōt</b>")
    assert said.format(n=3).count("(*.txt)") == 1
    assert len(said) >= 1.2 * len("{n} windows are <b>not</b> reported (*.txt)")
    assert i18n.PSEUDO not in i18n.LANGUAGES


def _fragments(folder: Path, *contents: str) -> Path:
    for number, content in enumerate(contents):
        (folder / f"{number}.po").write_text(content, encoding="utf-8")
    return folder


def test_two_fragments_may_say_the_same_but_not_differ(tmp_path: Path) -> None:
    same = 'msgid "Save"\nmsgstr "保存"\n'
    assert len(COMPILER.merged(_fragments(tmp_path, same, same))) == 1
    with pytest.raises(COMPILER.Faulty, match=r"1\.po:1 and 0\.po:1 translate 'Save' differently"):
        COMPILER.merged(_fragments(tmp_path, same, 'msgid "Save"\nmsgstr "存储"\n'))


MIXED = r"""
#, fuzzy
msgid ""
msgstr ""
"Language: zh\n"
# a comment
msgctxt "menu"
msgid "Open"
msgstr "打"
"开"
#, fuzzy
msgid "a\n\"b\""
msgstr "甲"
msgid "c"
msgstr "丙"
"""


def test_contexts_comments_and_broken_lines_are_understood(tmp_path: Path) -> None:
    found = COMPILER.merged(_fragments(tmp_path, MIXED))
    assert {key: m.translation for key, m in found.items()} == {"menu\x04Open": "打开", 'a\n"b"': "甲", "c": "丙"}
    assert [m.text for m in found.values() if m.fuzzy] == ['a\n"b"']


@pytest.mark.parametrize("line", ["msgid Save", "nonsense", 'msgid "a"\n'])
def test_a_line_that_is_no_message_is_named(tmp_path: Path, line: str) -> None:
    with pytest.raises(COMPILER.Faulty, match=r"0\.po:1"):
        COMPILER.merged(_fragments(tmp_path, line + "\n"))


def test_the_catalogue_lies_where_the_program_looks() -> None:
    assert (paths.resources() / "locale" / "zh.mo").is_file()
