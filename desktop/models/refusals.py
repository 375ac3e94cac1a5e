"""Why something is refused. A refusal carries a code and facts; texts.py words it in the reader's language."""


class Refusal(Exception):
    """A deed, a file or a book that is refused: nothing was changed.

    `code` names the sentence in texts.py, `facts` fill its blanks.
    """

    def __init__(self, code: str, /, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts


class RuleBroken(Refusal):
    """A rule of the trade stands against the deed."""


class BookRefused(Refusal):
    """The file cannot be used as a book here: not one, newer, damaged, on a bad place, no room."""


class InputRefused(Refusal):
    """A value or file that was handed in is not usable; facts name place, value and what would be right."""
