"""The search: every target with its spelling, and the best of them for what was typed."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, product

from desktop.search.marking import spans
from desktop.search.matching import Met, Prepared, Speller, Word
from desktop.search.spelling import bare, fold, sounding
from desktop.search.target import Grade, Hit, Joint, Key, Target

_PARTING = re.compile(r"[\s@·,，、;；/]+")
_BEST = 8
"""Targets of each of two kinds that are tried together, and joint targets offered at most."""
_KEPT = 64
"""Words whose answers are remembered: those of a query that grows letter by letter."""
_NEVER = 1 << 30

Words = tuple[str, ...]
Rank = tuple[int, bool, int, int, int, int]


def asked(query: str) -> Words:
    """Return the words of a query as they are compared."""
    words = (bare(one) for one in _PARTING.split(fold(query)))
    return tuple(filter(None, words))


class Index:
    """Targets that can be found. It never changes, so it may be made on any thread; `with_readings` makes another.

    The order of the targets' kinds is the order of the tie break.
    """

    def __init__(
        self, targets: Sequence[Target], readings: Mapping[str, str], joints: Sequence[Joint] = (),
        former: "Index | None" = None,
    ) -> None:  # fmt: skip
        """Take the targets and what is known of their readings; `former` saves spelling again what was spelled."""
        self.targets = tuple(targets)
        self.readings = readings
        self._joints = tuple(joints)
        known = former.spelled(readings) if former is not None else {}
        speller = Speller(readings)
        self._all = [known.get(one) or speller.prepare(one) for one in self.targets]
        self._kinds = {kind: at for at, kind in enumerate(dict.fromkeys(one.kind for one in self.targets))}
        self._by_key = {one.key: at for at, one in enumerate(self.targets)}
        self._answers: dict[str, dict[int, Met]] = {}
        names = dict.fromkeys(name for one in self.targets for name in (one.title, *one.others))
        self.names = tuple(filter(None, dict.fromkeys(map(sounding, names))))
        """The Chinese in all names, each once: what has readings."""
        self.unread = tuple(name for name in self.names if name not in readings)
        """What of it has none yet."""

    def spelled(self, readings: Mapping[str, str]) -> dict[Target, Prepared]:
        """Return what is spelled already, where it was by the same readings."""
        return {one.target: one for one in self._all} if readings == self.readings else {}

    def with_readings(self, readings: Mapping[str, str]) -> "Index":
        """Return the same targets with other readings."""
        return Index(self.targets, readings, self._joints)

    def get(self, key: Key) -> Target | None:
        """Return a target by its kind and id, None when there is none."""
        at = self._by_key.get(key)
        return None if at is None else self.targets[at]

    def find(self, query: str, recent: Sequence[Key] = (), limit: int = 50) -> list[Hit]:
        """Return the best hits, best first; none for a query without letters and digits.

        Better grades come first (`Grade`; of several words the worst counts), within one those met as a whole, then
        what was chosen of late (`recent`, latest first), what is met nearer to its beginning, the shorter title, and
        the kind. Several words have to meet all, in any order; or else the first ones one target and the others another
        with which it makes a joint one, unless some target begins with all of them.
        """
        words = asked(query)
        if not words:
            return []
        latest = {key: at for at, key in enumerate(recent)}
        met = self._meet_all(words)
        ranked = [(self._rank(at, how, latest), at) for at, how in met.items()]
        ranked.sort()
        found = [(rank, self._hit(words, at, Grade(rank[0]))) for rank, at in islice(ranked, limit)]
        if len(words) > 1 and not (found and found[0][1].grade <= Grade.SOUND):
            found += self._joined(words, latest)
            found.sort(key=lambda pair: pair[0])
        return [hit for _rank, hit in found[:limit]]

    def _rank(self, at: int, met: Met, latest: Mapping[Key, int]) -> Rank:
        target = self.targets[at]
        recency = latest.get(target.key, _NEVER) if latest else _NEVER
        return met.grade, met.part, recency, met.start, len(target.title), self._kinds[target.kind]

    def _hit(self, words: Words, at: int, grade: Grade) -> Hit:
        one = self._all[at]
        joined = "".join(words)
        as_one = self._meet(joined).get(at)
        together = as_one is not None and as_one.grade <= grade
        by_code = any(word in one.code for word in (joined, *words) if len(word) > 1 or grade is Grade.CODE)
        return Hit(one.target, grade, spans((joined,) if together else words, one.title.spelling), by_code)

    # Words

    def _meet(self, word: str) -> dict[int, Met]:
        """Return the targets that a word meets. An answer is remembered, for the next letter asks for it again."""
        if word not in self._answers:
            if len(self._answers) >= _KEPT:
                self._answers.clear()
            meet = Word(word).meet
            self._answers[word] = {at: met for at, one in enumerate(self._all) if (met := meet(one)) is not None}
        return self._answers[word]

    def _meet_all(self, words: Words) -> dict[int, Met]:
        """Return the targets that meet all words, apart or written as one."""
        found = self._meet("".join(words))
        if len(words) == 1:
            return found
        answers = sorted((self._meet(word) for word in words), key=len)
        every = [at for at in answers[0] if all(at in answer for answer in answers[1:])]
        apart = {at: _worst([answer[at] for answer in answers]) for at in every}
        return {at: min(filter(None, (apart.get(at), found.get(at)))) for at in (*apart, *found)}

    # Two targets as one

    def _joined(self, words: Words, latest: Mapping[Key, int]) -> list[tuple[Rank, Hit]]:
        found: dict[Key, tuple[Rank, Hit]] = {}
        for joint in self._joints:
            for rank, hit in islice(self._pairs(words, joint, latest), _BEST):
                known = found.get(hit.target.key)
                if known is None or rank < known[0]:
                    found[hit.target.key] = (rank, hit)
        return list(found.values())

    def _pairs(self, words: Words, joint: Joint, latest: Mapping[Key, int]) -> Iterator[tuple[Rank, Hit]]:
        for cut in range(1, len(words)):
            for mine, yours in ((words[:cut], words[cut:]), (words[cut:], words[:cut])):
                firsts, seconds = self._best(mine, joint.first), self._best(yours, joint.second)
                for (first, met), (second, also) in product(firsts, seconds):
                    made = joint.make(self.targets[first], self.targets[second])
                    if made is not None:
                        worst = _worst([met, also])
                        recency = latest.get(made.key, _NEVER)
                        rank = (worst.grade, worst.part, recency, worst.start, len(made.title), len(self._kinds))
                        yield rank, self._joint_hit(made, (mine, first), (yours, second), worst.grade)

    def _best(self, words: Words, kind: str) -> list[tuple[int, Met]]:
        """Return the targets of a kind that words meet best; scattered letters are too little to join on."""
        found = [
            (at, met)
            for at, met in self._meet_all(words).items()
            if self.targets[at].kind == kind and met.grade < Grade.OTHER
        ]
        found.sort(key=lambda pair: self._rank(pair[0], pair[1], {}))
        return found[:_BEST]

    def _joint_hit(self, made: Target, first: tuple[Words, int], second: tuple[Words, int], grade: Grade) -> Hit:
        behind = len(made.title) - len(self.targets[second[1]].title)
        mine, yours = self._hit(*first, grade), self._hit(*second, grade)
        shifted = ((begin + behind, end + behind) for begin, end in yours.spans)
        return Hit(made, grade, (*mine.spans, *shifted), mine.by_code or yours.by_code)


def _worst(met: Iterable[Met]) -> Met:
    every = list(met)
    return Met(max(one.grade for one in every), any(one.part for one in every), max(one.start for one in every))
