"""Whether a sentence claims anything: questions, orders, opinions, predictions and bare words do not."""

from __future__ import annotations

import re

from kzfacts.linting.results import Reason

_ORDER = re.compile(
    r"(?:please |now )?(?:do not|don't|look|read|see|think|consider|imagine|remember|quote|note|ask|take|let us|let's|"
    r"call|forget|expect|compare|never mind|mind|bear in mind|watch|listen|suppose|recall|click|subscribe|follow|share)"
    r"\b(?!-|,? (?:was|were|is|are|has|had)\b)",
    re.IGNORECASE,
)
_AS_NOUN = re.compile(r"\w+ (?:of|by|in|from) (?:the |a )?[A-Z]")
_OPINION = re.compile(
    r"\b(?:I|I'd|I'll|I've|I'm|me|my|myself)\b(?! (?:and|to) )|\b(?:in my view|to my mind|of course it|if you ask|"
    r"lovely|wonderful|wrong question|the right question|a cynic|should have|ought to|deserves? to|shame|sadly|"
    r"fortunately|unfortunately|hopefully|arguably|one may doubt|it is hard to|let alone that)\b",
)
_JUDGES = re.compile(
    r"\b(?:is|was|are|were|remains?|seems?) (?:an? |the |so |very |rather |quite )*(?:careful|clever|wise|foolish|"
    r"brilliant|lovely|sad|shameful|beautiful|impressive|boring|dull|wonderful|terrible|delightful|charming|absurd|"
    r"silly|naive|embarrassing|elegant|graceful|excellent|the wrong)\b",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\b(?:will(?! (?:cover|contain|include|comprise|consist|span|deal|have to))|shall|won't|is going to|"
    r"are going to|is bound to|are bound to|is likely to|are likely to|"
    r"is set to|are set to)\b|\b\w+'ll\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:said|says|told|tells|promised|pledged|announced|agreed|vowed|stressed|insisted|noted|added|explained|"
    r"according to|warned|stated|declared|reported|expects?|expected|believed?s?|thinks?|hoped?s?|wrote|writes|"
    r"argued?s?)\b",
    re.IGNORECASE,
)
_OF_ITSELF = re.compile(
    r"\b(?:this|the next|next year's|our|the following) (?:article|memo|note|edition|book|issue|series|newsletter|post"
    r"|column|report|chapter)\b.*\b(?:asks|will|looks|examines|covers|is about|deals)\b|"
    r"\b(?:every|all) (?:number|figure|sentence)s? (?:here|in this)\b",
    re.IGNORECASE,
)
_QUOTED = re.compile('[“"«][^”"»]*[”"»]')


def why_unchecked(text: str) -> Reason | None:
    """Return why a sentence is nothing to check, None where it is; what is quoted in it does not count."""
    bare = text.strip(" \"'“”«»()")
    if not any(letter.isalpha() for letter in bare):
        return "fragment"
    if bare.endswith("?"):
        return "question"
    if _ORDER.match(bare) and not _AS_NOUN.match(bare) and not re.match(r"\w+ing\b", bare):
        return "imperative"
    own = _QUOTED.sub("", text)
    if _OF_ITSELF.search(own):
        return "opinion"
    told = _TOLD.search(own) is not None
    if not told and (_OPINION.search(own) or _JUDGES.search(own)):
        return "opinion"
    if not told and _COMING.search(own.split(" that ")[0]):
        return "prediction"
    return None
