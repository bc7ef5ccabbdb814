"""Short forms of a sentence: "the minister", "the ministry", "his country", "the bloc", "the two leaders"."""

from __future__ import annotations

import re
from collections.abc import Callable

from kzfacts.linting.context.people import PRONOUNS, holder_meant, other_meant, person_meant
from kzfacts.linting.context.phrases import Phrase
from kzfacts.linting.context.pronouns import Filled, pair_of
from kzfacts.linting.context.referents import Mention, Referent
from kzfacts.linting.context.rewriting import Edit, capitalised, owned
from kzfacts.linting.context.scenes import is_past
from kzfacts.linting.context.sighting import Sighting
from kzfacts.linting.context.story import HOME, Story

_DEFINITE = ("the", "this", "that", "his", "her", "its", "their")
_PAIRS = (
    "leaders",
    "presidents",
    "ministers",
    "foreign ministers",
    "prime ministers",
    "heads of state",
    "men",
    "sides",
)
_COUNTRIES = (
    "countries",
    "sides",
    "states",
    "nations",
    "neighbours",
    "neighbors",
    "governments",
    "parties",
    "capitals",
)
_ORDINAL = re.compile(
    r"\bthe (?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth) "
    r"(one|meeting|gathering|congress|edition|forum)\b(?! (?:of|between|with|in|for|to)\b)",
    re.IGNORECASE,
)
_AND_BEFORE = re.compile(r"(\w+) and $")
_ANY_UNION = ("bloc", "grouping", "organisation", "alliance", "club")
"""Nouns for any organisation of states."""
_LOOSE = ("organisation", "alliance", "club")
"""Those of them by which a text means now one, now another."""
_ORGAN = re.compile(r"\b(?:council|commission|bank|assembly|committee|court|forces)\b")
_ANY_THING = ("gathering", "exhibition", "fair", "line", "pipeline", "project")
"""Nouns for any event or project that need not be in its name."""
_ONE_AT_A_TIME = ("president", "prime minister", "foreign minister", "premier", "pope")
"""Posts that have one holder at a time, so that the time of the story tells who is meant."""
_MINISTRIES = ("ministry", "foreign ministry", "ministry of foreign affairs")


def fill_definites(sight: Sighting, story: Story, filled: Filled) -> None:
    """Add to ``filled`` what the short forms mean; what is not plain is named as unclear."""
    _numbered(sight, story, filled)
    for phrase in sight.phrases:
        if any(edit.start < phrase.end and phrase.start < edit.end for edit in filled.edits):
            continue
        before = sight.text[: phrase.start].lower()
        if phrase.plural and phrase.bare and phrase.article == "two" and before.endswith(("the ", "both ")):
            _two(phrase, sight, story, filled)
        elif not phrase.plural and phrase.article in _DEFINITE and _leans(phrase):
            _one(phrase, sight, story, filled)
        elif phrase.kind == "post" and not phrase.plural and phrase.owner is not None and phrase.named is None:
            _owned_post(phrase, sight, story, filled)
        elif phrase.article in PRONOUNS and phrase.kind == "post" and phrase.named is not None:
            _his_post(phrase, sight, story, filled)


def _his_post(phrase: Phrase, sight: Sighting, story: Story, filled: Filled) -> None:
    """Write the country for "his" in "his prime minister, Joomart Otorbayev"."""
    owner = _owner(phrase, sight, story, filled)
    if owner is None or not owner.country:
        return
    end = phrase.start + len(phrase.article)
    name = owned(story.background.known(owner.country).name)
    filled.edits.append(Edit(phrase.start, end, capitalised(name) if phrase.start == 0 else name))


def _numbered(sight: Sighting, story: Story, filled: Filled) -> None:
    """Write what "the first meeting", "the second one" is a meeting of, where an event on record is spoken of."""
    for match in _ORDINAL.finditer(sight.text):
        event = story.event()
        if event is None or any(name.referent.kind == "event" for name in sight.names):
            continue
        if match[1].lower() not in event.name.lower():
            filled.guessed.append(match.group())
        filled.edits.append(Edit(match.start(1), match.end(1), event.name.removeprefix("the ")))
        filled.mentions.append(Mention(event, match.start(), match.end(), resumed=True))


def _owned_post(phrase: Phrase, sight: Sighting, story: Story, filled: Filled) -> None:
    """Write the name for "the Kazakh president" where the story has told of who held the post at the time."""
    owner = phrase.owner.referent if phrase.owner is not None else None
    if owner is None or not owner.country or is_past(phrase, sight):
        return
    holder = story.background.holder(owner.country, phrase.head, story.when)
    if holder is None or story.when is None or holder == story.background.holder(owner.country, phrase.head):
        return
    if any(mention.referent.key == holder.key for scene in story.recent(6) for mention in scene.mentions):
        _put(phrase.start, phrase.end, holder, sight, filled)


def _leans(phrase: Phrase) -> bool:
    return phrase.owner is None and phrase.named is None and not phrase.owners


def _one(phrase: Phrase, sight: Sighting, story: Story, filled: Filled) -> None:
    if phrase.kind == "bid" and phrase.article == "the":
        _bid_of(phrase, sight, story, filled)
        return
    owner = _owner(phrase, sight, story, filled)
    finder = _FINDERS.get(phrase.kind)
    following = next((token.text for token in sight.tokens if token.start >= phrase.tail), "")
    if (
        finder is None
        or following in ("of", "for", "between", "with", "on", "against", "to", "that", "behind")
        or (not phrase.bare and phrase.kind not in ("post", "body"))
    ):
        return
    if _named_before(phrase, sight, filled):
        return
    meant = finder(phrase, owner, sight, story)
    if meant is None:
        if phrase.article in ("its", "their") and phrase.kind in ("agreement", "union", "bid"):
            return
        if story.foreign or phrase.kind in ("agreement", "union", "bid"):
            filled.unclear.append(sight.text[phrase.start : phrase.end])
        return
    if not meant.name:
        filled.unclear.append(sight.text[phrase.start : phrase.end])
        return
    if phrase.head in (*_LOOSE, *_ANY_THING) and phrase.head not in meant.name.lower():
        filled.guessed.append(sight.text[phrase.start : phrase.end])
    _put(phrase.start, phrase.tail, meant, sight, filled)


def _put(start: int, end: int, meant: Referent, sight: Sighting, filled: Filled) -> None:
    following = sight.text[end : end + 2]
    name = owned(meant.name) if following in ("'s", "’s") else meant.name
    end += 2 if following in ("'s", "’s") else 0
    filled.edits.append(Edit(start, end, capitalised(name) if start == 0 else name))
    filled.mentions.append(Mention(meant, start, end, resumed=True))


def _owner(phrase: Phrase, sight: Sighting, story: Story, filled: Filled) -> Referent | None:
    """Return whose it is where a pronoun says so."""
    gender = PRONOUNS.get(phrase.article)
    if gender is None:
        return None
    inside = [m.referent for m in (*sight.names, *filled.mentions) if m.start < phrase.start]
    people = [r for r in inside if r.kind == "person" and r.gender in ("", gender)]
    return people[0] if people else person_meant(gender, story)


def _named_before(phrase: Phrase, sight: Sighting, filled: Filled) -> bool:
    """Say whether the sentence itself named before what the phrase means."""
    kinds = {"post": ("person",), "agreement": ("agreement",), "union": ("organisation",)}.get(phrase.kind, ())
    before = [m.referent for m in (*sight.names, *filled.mentions) if m.start < phrase.start]
    if phrase.kind == "post":
        return any(phrase.head in r.posts for r in before)
    return any(r.kind in kinds for r in before)


def _post(phrase: Phrase, owner: Referent | None, sight: Sighting, story: Story) -> Referent | None:
    if phrase.article in PRONOUNS and owner is not None:
        return story.background.holder(owner.country, phrase.head, story.when)
    if not phrase.bare:
        return None
    meant = holder_meant(phrase.head, story, _beside(phrase, sight, story))
    if meant is None or not meant.country or story.when is None or phrase.head not in _ONE_AT_A_TIME:
        return meant
    return story.background.holder(meant.country, phrase.head, story.when) or meant


def _beside(phrase: Phrase, sight: Sighting, story: Story) -> set[str]:
    """Return the keys of those whom "and" ties to the phrase: of Idrissov in "he and the minister"."""
    match = _AND_BEFORE.search(sight.text[: phrase.start])
    if match is None:
        return set()
    gender = PRONOUNS.get(match[1].lower())
    if gender is not None:
        meant = person_meant(gender, story)
        return {meant.key} if meant is not None else set()
    return {name.referent.key for name in sight.names if name.end == match.end(1)}


def _person(phrase: Phrase, owner: Referent | None, sight: Sighting, story: Story) -> Referent | None:
    return other_meant(phrase.head, owner, story) if phrase.head in ("visitor", "guest", "host") else None


def _body(phrase: Phrase, owner: Referent | None, sight: Sighting, story: Story) -> Referent | None:
    head = "foreign ministry" if phrase.head in _MINISTRIES else phrase.head
    wanted = _MINISTRIES if phrase.head in _MINISTRIES else (head,)
    country = owner.country if owner is not None else ""
    if not country and head == "foreign ministry":
        country = _ministry_of(story, wanted)
    elif not country and phrase.head in ("government", "parliament", "cabinet"):
        focus = story.country()
        country = focus.country if focus is not None else ""
    if not country:
        return None
    name = owned(story.background.known(country).name)
    return Referent(f"{name} {head}", f"p:{head}:{country}", "body", country=country)


def _ministry_of(story: Story, heads: tuple[str, ...]) -> str:
    """Return the country of the ministry, or of the foreign minister, that was spoken of last."""
    for mention in story.mentions():
        if mention.head in heads and mention.referent.country:
            return mention.referent.country
        if "foreign minister" in mention.referent.posts and mention.referent.country:
            return mention.referent.country
    return ""


def _country(phrase: Phrase, owner: Referent | None, sight: Sighting, story: Story) -> Referent | None:
    if phrase.head in ("neighbour", "neighbor") and owner is not None:
        others = [one for one in story.pair if one.key != owner.key]
        known = len(others) == 1 and len(story.pair) == 2 and bool(others[0].country)
        return story.background.known(others[0].country) if known else None
    if phrase.head not in ("country", "republic", "state", "nation"):
        return None
    if owner is not None and owner.country:
        return story.background.known(owner.country)
    before = [m.referent.country for m in sight.names if m.start < phrase.start and m.referent.country]
    if before:
        return None
    return story.country()


def _union(phrase: Phrase, owner: Referent | None, sight: Sighting, story: Story) -> Referent | None:
    if phrase.article in PRONOUNS:
        return None
    for mention in story.mentions():
        name = mention.referent.name.lower().replace("organization", "organisation")
        head = phrase.head.replace("organization", "organisation")
        fits = head in name or (head in _ANY_UNION and not mention.referent.country and not _ORGAN.search(name))
        if mention.referent.kind == "organisation" and fits:
            return mention.referent
    return None


def _named_thing(phrase: Phrase, owner: Referent | None, sight: Sighting, story: Story) -> Referent | None:
    """Return the event or project on record that "the congress" or "the line" means, the last one named."""
    if phrase.article in PRONOUNS:
        return None
    for mention in story.mentions():
        if mention.head == phrase.head and not mention.resumed:
            return None
        name = mention.referent.name.lower()
        if mention.referent.kind in ("event", "project") and mention.referent.key.startswith("e:"):
            return mention.referent if phrase.head in name or phrase.head in _ANY_THING else None
    return None


def _agreement(phrase: Phrase, owner: Referent | None, sight: Sighting, story: Story) -> Referent | None:
    found = story.last(("agreement",))
    return found if found is not None and found.name else None


def _bid_of(phrase: Phrase, sight: Sighting, story: Story, filled: Filled) -> None:
    """Write whose candidacy it is: the last one told of, else the record's country's if nothing speaks against."""
    last = story.last(("bid",))
    country = last.country if last is not None else ""
    named = any(mention.referent.country == HOME for mention in story.mentions())
    if last is None and named and not story.foreign:
        country = HOME
    if not country or any(name.referent.country and name.end <= phrase.start for name in sight.names):
        filled.unclear.append(sight.text[phrase.start : phrase.end])
        return
    name = owned(story.background.known(country).name)
    end = phrase.start + len("the")
    filled.edits.append(Edit(phrase.start, end, capitalised(name) if phrase.start == 0 else name))
    bid = Referent(f"{name} {phrase.head}", "p:bid:" + country, "bid", country=country)
    filled.mentions.append(Mention(bid, phrase.start, phrase.tail, "bid"))


_Finder = Callable[[Phrase, "Referent | None", Sighting, Story], "Referent | None"]
_FINDERS: dict[str, _Finder] = {
    "post": _post,
    "person": _person,
    "body": _body,
    "country": _country,
    "union": _union,
    "agreement": _agreement,
    "event": _named_thing,
    "project": _named_thing,
}


def _two(phrase: Phrase, sight: Sighting, story: Story, filled: Filled) -> None:
    """Fill in "the two leaders", "the two countries"."""
    before = [m for m in (*sight.names, *filled.mentions) if m.start < phrase.start and not m.demonym]
    if len({m.referent.key for m in before}) > 1 or phrase.owners:
        return
    start = sight.text.rstrip().lower().rfind(" ", 0, phrase.start - 1) + 1
    meant: tuple[Referent, ...] = ()
    if phrase.head in _PAIRS and phrase.kind in ("post", "person"):
        meant = story.pair if story.is_near(story.pair) else ()
    elif phrase.head in _COUNTRIES and story.is_near(story.pair):
        countries = [one.country for one in story.pair if one.country]
        meant = tuple(story.background.known(country) for country in dict.fromkeys(countries))
    if len(meant) != 2:
        filled.unclear.append(sight.text[phrase.start : phrase.end])
        return
    _put(start, phrase.tail, pair_of(meant), sight, filled)
