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
    fields: dict[str, str] = {}
    start, fuzzy, last = 0, False, ""
    for number, line in enumerate([*fragment.read_text(encoding="utf-8").splitlines(), ""], 1):
        line = line.strip()
        if line.startswith("#"):
            fuzzy |= line.startswith("#,") and "fuzzy" in line
            continue
        word, _, rest = line.partition(" ")
        begins = word == "msgctxt" or (word == "msgid" and last != "msgctxt")
        if fields and (begins or not line):
            if fields.get("msgid"):
                yield _message(fields, fuzzy=fuzzy, place=f"{fragment.name}:{start}")
            fields, fuzzy, last = {}, False, ""
        if not line:
            continue
        if word in KEYWORDS:
            start = number if begins else start
            fields[word], last = _text(rest, fragment, number), word
        elif line.startswith('"') and last:
            fields[last] += _text(line, fragment, number)
        else:
            raise Faulty(f"{fragment.name}:{number}: not understood: {line}")


def _message(fields: dict[str, str], *, fuzzy: bool, place: str) -> Message:
    if "msgstr" not in fields:
        raise Faulty(f"{place}: no msgstr")
    return Message(fields.get("msgctxt", ""), fields["msgid"], fields["msgstr"], fuzzy, place)


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
