"""Whatever somebody types, the answer is one of the three exit codes, and a refusal is one sentence."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Say

WORDS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ["A01@W1", "Ａ０２＠Ｗ２", "A01", "@", "W1", "in_progress", "已落实", "4", "-", "--", "--json", "--note",
         "--on", "2026-09-30", "２０２６年９月３０日", "--as-of", "--reason", "--to", "--none", "--by", "unit",
         "--status", "x=y"]
    ),
)  # fmt: skip
COMMANDS = st.sampled_from(
    ["list", "show", "history", "totals", "set", "unchanged", "note", "due", "officer", "propose", "undo", "redo",
     "redact", "settle", "edit", "rule", "import-catalogue", "import-ledger"]
)  # fmt: skip


@given(role=st.sampled_from(["clerk", "chief", "bureau"]), command=COMMANDS, words=st.lists(WORDS, max_size=5))
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_are_answered(say: Say, role: str, command: str, words: list[str]) -> None:
    answer = say("--role", role, command, *words)
    assert answer.code in (0, 1, 2)
    assert "出错了" not in answer.err
    assert answer.code != 1 or answer.err.count("\n") == 1
    assert answer.code != 0 or not answer.err
