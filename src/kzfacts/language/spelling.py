"""Misspellings put right: a word that nothing explains against the words that are known (rapidfuzz).

Optimal string alignment counts letters left out, put in, changed or swapped; long words may have two such
slips. An inflection of a known word is left alone.
"""

from __future__ import annotations

from collections.abc import Callable

from kzfacts.language.date_mentions import WEEKDAYS

_ENDINGS = ("s", "es", "ies", "d", "ed", "ied", "ing", "ly", "er", "ers", "est", "ness", "ment", "ments", "al", "ally")
LONG = 9
"""Words of so many letters may have two slips, others one."""
SHORT = 6
"""Words of fewer letters have many neighbours."""
_CALENDAR_WORDS = frozenset((*WEEKDAYS, *"month months weeks years today yesterday tomorrow".split()))


class Spelling:
    """The known words, and the corrections found so far."""

    def __init__(self, words: str, is_name: Callable[[str], bool], likely: str = "") -> None:
        """Take known words, one a line, a test for single words that are names, and the likelier of the words."""
        self._text = words
        self._likely = likely
        self._words: frozenset[str] | None = None
        self._is_name = is_name
        self._corrections: dict[str, str] = {}
        self._by_letter: dict[str, tuple[dict[int, list[str]], dict[int, list[str]]]] = {}

    @property
    def words(self) -> frozenset[str]:
        """All known words, in lower case."""
        if self._words is None:
            self._words = frozenset(self._text.split("\n"))
        return self._words

    def corrected(self, word: str) -> str:
        """Return ``word`` (lower case) as known where it is a near miss of a known word, else as given."""
        known = self._corrections.get(word)
        if known is None:
            known = self._corrections[word] = word if self._is_right(word) else self._nearest(word)
        return known

    def _is_right(self, word: str) -> bool:
        return len(word) < 4 or not word.isalpha() or word in self.words or word in _CALENDAR_WORDS

    def _nearest(self, word: str) -> str:
        if word[-1] == "s" and self._is_name(word[:-1]):
            return word[:-1]  # a possessive without its apostrophe
        if len(word) > 4 and (known_word := self._with_two_letters_turned(word)):
            return known_word
        if self._is_inflection(word):
            return word
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        limit = 2 if len(word) >= LONG else 1
        for known in self._beginning_with(word[0]):
            sizes = range(len(word) + limit, len(word) - limit - 1, -1)  # a letter is left out more often than added
            near = [k for size in sizes for k in known.get(size, ())]
            if len(word) < SHORT:  # only a letter left out or two in the wrong order
                letters = sorted(word)
                turned = [k for k in known.get(len(word), ()) if sorted(k) == letters]
                near = [*known.get(len(word) + 1, ()), *turned]
            best = process.extractOne(word, near, scorer=OSA.distance, score_cutoff=limit)
            if best is not None:
                return str(best[0])
        return word

    def _with_two_letters_turned(self, word: str) -> str:
        """Return the word of the facts that becomes ``word`` when two neighbouring letters change places, else ""."""
        for i in range(1, len(word) - 1):
            turned = word[:i] + word[i + 1] + word[i] + word[i + 2 :]
            if turned != word and turned in self.words:
                return turned
        return ""

    def _beginning_with(self, letter: str) -> tuple[dict[int, list[str]], dict[int, list[str]]]:
        """Return the words with that first letter, sorted, by length: those of the facts, meant first, and all."""
        if letter not in self._by_letter:
            likely = [word for word in self._likely.split("\n") if word[:1] == letter]
            every = [word for word in self.words if word[:1] == letter]
            self._by_letter[letter] = _by_length(likely), _by_length(every)
        return self._by_letter[letter]

    def _is_inflection(self, word: str) -> bool:
        """Say whether ``word`` is a known word with an ending, such as "steering" or "plainly"."""
        for ending in _ENDINGS:
            if word.endswith(ending):
                root = word[: -len(ending)]
                roots = (
                    {root, root + "y"}
                    | ({root[:-1]} if root[-2:-1] == root[-1:] else set())
                    | ({root + "e"} if ending[0] in "aei" else set())
                )
                if roots & self.words:
                    return True
        return False


def _by_length(words: list[str]) -> dict[int, list[str]]:
    """Return ``words`` by their number of letters, those of each number in alphabetical order."""
    found: dict[int, list[str]] = {}
    for word in sorted(words):
        found.setdefault(len(word), []).append(word)
    return found
