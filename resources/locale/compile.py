"""Compile every fragment `zh/*.po` into the one `zh.mo` that the program reads.

    python resources/locale/compile.py

Standard library only. The same fragments give the same bytes. Plural forms are not used; a context (msgctxt) may be.
"""

import ast
import struct
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
LANGUAGES = ("zh",)
HEADER = "Language: zh_CN\nMIME-Version: 1.0\nContent-Type: text/plain; charset=UTF-8\nContent-Transfer-Encoding: 8bit\n"
KEYWORDS = ("msgctxt", "msgid", "msgstr")


class Faulty(Exception):
    """A fragment cannot be compiled; the text names file, line and what is wrong."""


@dataclass(frozen=True)
class Message:
    """One message of a fragment and where it stands."""

    context: str
    text: str
    translation: str
    fuzzy: bool
    place: str

    @property
    def key(self) -> str:
        """The key of the compiled file: context and text joined by EOT, as gettext does."""
        return f"{self.context}\x04{self.text}" if self.context else self.text


def messages(fragment: Path) -> Iterator[Message]:
    """Return the messages of a fragment in their order, without the header."""
    for block in _blocks(fragment.read_text(encoding="utf-8")):
        message = _message(block, fragment)
        if message.text:
            yield message


def _blocks(content: str) -> Iterator[list[tuple[int, str]]]:
    """Return the numbered lines of one message at a time: comments, then msgctxt, msgid, msgstr and their further lines."""
    block: list[tuple[int, str]] = []
    translated = False
    for number, raw in enumerate(content.splitlines(), 1):
        line = raw.strip()
        if translated and not line.startswith('"'):
            yield block
            block, translated = [], False
        if line:
            block.append((number, line))
            translated |= line.startswith("msgstr")
    if any(not line.startswith("#") for _number, line in block):
        yield block


def _message(block: list[tuple[int, str]], fragment: Path) -> Message:
    fields: dict[str, str] = {}
    last, fuzzy, start = "", False, 0
    for number, line in block:
        word, _, rest = line.partition(" ")
        if line.startswith("#"):
            fuzzy |= line.startswith("#,") and "fuzzy" in line
        elif word in KEYWORDS and word not in fields:
            fields[word], last = _text(rest, fragment, number), word
            start = start or number
        elif line.startswith('"') and last:
            fields[last] += _text(line, fragment, number)
        else:
            raise Faulty(f"{fragment.name}:{number}: not understood: {line}")
    if "msgid" not in fields or "msgstr" not in fields:
        raise Faulty(f"{fragment.name}:{start}: msgid or msgstr is missing")
    return Message(fields.get("msgctxt", ""), fields["msgid"], fields["msgstr"], fuzzy, f"{fragment.name}:{start}")


def _text(quoted: str, fragment: Path, number: int) -> str:
    try:
        text = ast.literal_eval(quoted)
    except (SyntaxError, ValueError):
        text = None
    if not isinstance(text, str) or not quoted.startswith('"'):
        raise Faulty(f"{fragment.name}:{number}: not a quoted text: {quoted}")
    return text


def merged(folder: Path) -> dict[str, Message]:
    """Return all messages of a language by key; raise Faulty when two fragments translate one message differently."""
    found: dict[str, Message] = {}
    for fragment in sorted(folder.glob("*.po")):
        for message in messages(fragment):
            first = found.setdefault(message.key, message)
            if first.translation != message.translation:
                raise Faulty(
                    f"{message.place} and {first.place} translate {message.text!r} differently: "
                    f"{message.translation!r}, {first.translation!r}"
                )
    return found


def compiled(folder: Path) -> bytes:
    """Return the bytes of a .mo file (GNU gettext, little endian, no hash table) of a language's fragments."""
    texts = {"": HEADER} | {key: message.translation for key, message in merged(folder).items() if message.translation}
    pairs = sorted((key.encode(), text.encode()) for key, text in texts.items())
    count = len(pairs)
    offset = 28 + 16 * count
    tables, body = [[], []], b""
    for side in (0, 1):
        for pair in pairs:
            tables[side].append(struct.pack("<II", len(pair[side]), offset + len(body)))
            body += pair[side] + b"\0"
    head = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, offset)
    return head + b"".join(tables[0]) + b"".join(tables[1]) + body


def main() -> None:
    """Write the compiled file of every language beside its folder."""
    for language in LANGUAGES:
        content = compiled(HERE / language)
        (HERE / f"{language}.mo").write_bytes(content)
        sys.stdout.write(f"{language}.mo: {len(merged(HERE / language))} messages, {len(content)} bytes\n")


if __name__ == "__main__":
    try:
        main()
    except Faulty as fault:
        sys.exit(str(fault))
