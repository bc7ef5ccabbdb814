"""What the records tell of the names in a draft: kinds, countries, posts held on its day."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from kzfacts.factbase.edtf import DateSpan, parse
from kzfacts.language.compiled import Term
from kzfacts.language.reader import read
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.linting.context.given_names import gender_of
from kzfacts.linting.context.nouns import KINDS, SAME_POST
from kzfacts.linting.context.referents import Referent

_WITH_ARTICLE = frozenset(
    (
        *"Netherlands Philippines Maldives Bahamas Gambia Comoros".split(),
        *("Holy See", "Soviet Union", "Czech Republic", "Marshall Islands", "Solomon Islands", "Dominican Republic"),
    )
)


class Background:
    """Look-up of names on record for a draft of the day ``as_of``, None where that day is not known."""

    def __init__(self, vocabulary: Vocabulary, as_of: date | None) -> None:
        self.vocabulary = vocabulary
        self.as_of = as_of
        self._known: dict[str, Referent] = {}

    def known(self, key: str) -> Referent:
        """Return the referent of an entity on record; ``key`` begins with ``e:``."""
        if key not in self._known:
            self._known[key] = self._look_up(key)
        return self._known[key]

    def _look_up(self, key: str) -> Referent:
        compiled = self.vocabulary.compiled
        kind, name = compiled.kinds.get(key, "name"), compiled.labels.get(key, key[2:])
        if kind == "person":
            terms = self._terms(key)
            places = (term.of for term in terms if compiled.kinds.get(term.of) == "country")
            return Referent(name, key, kind, gender_of(name), next(places, ""), self._posts(terms) | _title_in(name))
        if kind == "country" and (name.startswith("United ") or name in _WITH_ARTICLE):
            name = "the " + name
        return Referent(name, key, kind, country=self.country_of(key))

    def country_of(self, key: str) -> str:
        """Return the country that a place or body is of, empty where it is of none."""
        compiled = self.vocabulary.compiled
        if compiled.kinds.get(key) == "country":
            return key
        if key in compiled.seats:
            return compiled.seats[key]
        return next((place for place in compiled.containers.get(key, ()) if self.is_country(place)), "")

    def is_country(self, key: str) -> bool:
        """Say whether the key is that of a country."""
        return self.vocabulary.compiled.kinds.get(key) == "country"

    def holder(self, country: str, post: str, when: DateSpan | None = None) -> Referent | None:
        """Return who holds a post of a country at a time, None where nobody or several do.

        ``when`` None takes the draft's day.
        """
        if when is None and self.as_of is not None:
            when = DateSpan(self.as_of.toordinal(), self.as_of.toordinal())
        if when is None:
            return None
        wide = {
            holder.person: self._width(holder.person, country, concept)
            for concept in _concepts(self.vocabulary).get(post, frozenset())
            for holder in self.vocabulary.holders.get(f"{country} {concept}", ())
            if _overlaps(holder.start, holder.end, when)
        }
        # a head of the president's office has the word in his title too, and more words
        found = {person for person, width in wide.items() if width == min(wide.values())}
        return self.known(found.pop()) if len(found) == 1 else None

    def _width(self, person: str, country: str, concept: str) -> int:
        """Return how many concepts the title has by which a person holds a post."""
        terms = (term for term in self.vocabulary.titles.get(person, ()) if term.of == country)
        return min((len(term.concepts) for term in terms if concept in term.concepts), default=99)

    def _terms(self, person: str) -> list[Term]:
        """Return the offices of a person on the draft's day, all of them where none or no day is known."""
        terms = list(self.vocabulary.titles.get(person, ()))
        return [term for term in terms if self._lasts(term.start, term.end)] or terms

    def _lasts(self, start: str, end: str) -> bool:
        if self.as_of is None:
            return True
        today = self.as_of.toordinal()
        begun = not start or parse(start).first <= today
        return begun and (not end or parse(end).last >= today)

    def _posts(self, terms: list[Term]) -> frozenset[str]:
        held = {concept for term in terms for concept in term.concepts}
        concepts = _concepts(self.vocabulary)
        exact = {noun for noun, keys in concepts.items() if keys & held and noun not in SAME_POST}
        exact |= {"foreign minister"} if concepts["foreign minister"] & held else set()
        return wider(frozenset(exact))


def _title_in(name: str) -> frozenset[str]:
    """Return the posts that a name begins with: "Pope Francis", "King Abdullah II"."""
    first = name.split()[0].lower()
    return wider(frozenset({first})) if KINDS.get(first) == "post" else frozenset()


def _overlaps(start: str, end: str, when: DateSpan) -> bool:
    """Say whether a term of office takes in some of a time; the day of a change is the successor's."""
    begun = not start or parse(start).first <= when.last
    return begun and (not end or parse(end).last > when.first or when.first == parse(start or end).first)


@lru_cache(maxsize=4)
def _concepts(vocabulary: Vocabulary) -> dict[str, frozenset[str]]:
    """Return the concepts that each noun for a post has in the lexicon."""
    found = {}
    for noun, kind in KINDS.items():
        if kind == "post":
            units = read(noun, vocabulary).units
            keys = units[0].keys if len(units) == 1 else ()
            found[noun] = frozenset(key for key in keys if key.startswith("c:"))
    return found


def wider(posts: frozenset[str]) -> frozenset[str]:
    """Return posts with the nouns that their holders are also called by: a president is a leader."""
    return posts | {noun for noun, others in SAME_POST.items() if not posts.isdisjoint(others)}
