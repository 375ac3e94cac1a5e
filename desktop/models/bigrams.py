"""Words cut into overlapping pairs of characters, so that an index finds any part of a Chinese sentence.

A run of letters and digits becomes its pairs and its last character: a run of two or more is looked for as a phrase of
pairs, a single character as the beginning of a pair. That is exactly "the run stands somewhere in the text".
"""

import unicodedata
from itertools import pairwise

FORM = 2
"""Another number makes every index that was built in another way build itself anew, and number its texts anew."""


def runs(text: str) -> list[str]:
    """Return the runs of letters and digits of a text; width and case of letters do not matter."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return "".join(char if char.isalnum() else " " for char in folded).split()


def indexed(text: str) -> str:
    """Return what the index holds of a text: pairs and last characters, parted by spaces."""
    return " ".join(part for run in runs(text) for part in (*_pairs(run), run[-1]))


def wanted(words: str) -> str:
    """Return the query that finds texts with all runs of the words, empty where there are none."""
    return " AND ".join(f'"{" ".join(_pairs(run))}"' if len(run) > 1 else f'"{run}"*' for run in runs(words))


def _pairs(run: str) -> list[str]:
    return [first + second for first, second in pairwise(run)]
