"""JSON Schema of the YAML files, for editors: made from the records, with what the records cannot say.

The shipped copies in ``kzfacts/factbase/schemas`` are what `render` returns; a test holds them together, and
``python -m kzfacts.curation.record_schemas`` writes them anew. The dialect is draft 7, the newest that the YAML
language server of editors knows.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec

from kzfacts.factbase.model import Citation, Concept, Entity, Example, Examples, Fact, Office, Record, Source
from kzfacts.factbase.schema import InlineSource
from kzfacts.factbase.validate import LONGEST_CLAIM

KINDS: dict[str, type[Record]] = {"facts": Fact, "sources": Source, "entities": Entity, "lexicon": Concept}
"""What a file holds, by the name of its schema."""

_ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
_DATE = r"[0-9][0-9X]{3}(-[0-9X]{2}(-[0-9X]{2})?)?[~?%]?"
_EDTF = rf"^({_DATE}|{_DATE}/({_DATE}|\.\.)?|(\.\.)?/{_DATE})$"
_URL = r"^https?://\S+$"
_GAP = r"^(?!_(\s|$)).*(?<!\s_)$"  # neither begins nor ends with a gap

# What a key holds, and what its texts must be like. A rule for a list is a rule for its items.
_KEYS: dict[type[Record], dict[str, tuple[str, dict[str, Any]]]] = {
    Fact: {
        "id": ("A name that no other fact has; it stays, whatever else changes.", {"pattern": _ID}),
        "claim": (
            "The fact as one English sentence, in our own words, with full names and the date.",
            {"minLength": 1, "maxLength": LONGEST_CLAIM},
        ),
        "when": ("The date of what is claimed, as EDTF: 2014-12-26, 2014-12, 2014, 2010/.. ...", {"pattern": _EDTF}),
        "citations": ("At least one source, with the place in it.", {}),
        "paraphrases": (
            "More wordings of the same claim, which say neither more nor less.",
            {"minLength": 1, "maxLength": LONGEST_CLAIM},
        ),
        "misstatements": (
            "Ways to get it wrong that cannot be true together with the claim.",
            {"minLength": 1, "maxLength": LONGEST_CLAIM},
        ),
        "kind": ("What sort of fact it is; decides how dates are compared.", {}),
        "certainty": ("How the source tells it: as a fact, as somebody's words, as a plan, a guess, in dispute.", {}),
        "attributed_to": ("Whose words or opinion it is: the id of an entity, or free words.", {}),
        "participants": ("Who takes part: from a part played to an entity id or a list of them.", {"pattern": _ID}),
        "topic": ("A word to group facts by.", {}),
        "note": ("Anything for other curators; takes no part in checking.", {}),
        "disputes": ("Ids of facts by other sources that cannot be true together with this one.", {"pattern": _ID}),
        "refines": ("Ids of facts that this one tells more exactly.", {"pattern": _ID}),
        "examples": ("What people say about the fact, by the verdict it should get: the fact's own tests.", {}),
    },
    Citation: {
        "source": ("The id of a source on record, or the source itself.", {"pattern": _ID}),
        "locator": ('The place in it: "paragraph 3", "p. 12", "00:14:05".', {}),
        "reports": ("What the source itself goes by: MFA.kz, 26 December 2014.", {}),
    },
    Examples: {
        "supported": ("Statements that the fact supports, other than its own wordings.", {"minLength": 1}),
        "contradicted": ("Statements that cannot be true if the fact is.", {"minLength": 1}),
        "absent": ("Statements near the fact that the record does not settle.", {"minLength": 1}),
    },
    Example: {
        "statement": ("One sentence, as somebody might print it.", {"minLength": 1}),
        "as_of": ('The day it was made, which gives "last year" its meaning.', {"pattern": _EDTF}),
        "open": ("Whether the checker cannot read it yet: it is tested, but counted apart.", {}),
    },
    Source: {
        "id": ("A name that no other source has.", {"pattern": _ID}),
        "title": ("As the document has it.", {"minLength": 1}),
        "publisher": ("As the document has it.", {"minLength": 1}),
        "published": ("The date of the document, as EDTF; none for a page that bears no date.", {"pattern": _EDTF}),
        "url": ("Its address.", {"pattern": _URL}),
        "author": ("As the document has it.", {}),
    },
    Entity: {
        "id": ("A name that no other entity has.", {"pattern": _ID}),
        "name": ("The name as it is shown.", {"minLength": 1}),
        "kind": ("Only names of one kind can be mistaken for each other.", {}),
        "aliases": ("Every other spelling and short form; each belongs to one entity.", {"minLength": 1}),
        "demonyms": ("Adjective and people: Kazakh, Kazakhs. Several entities may share one.", {"minLength": 1}),
        "capital_of": ("For a capital, the id of its country.", {"pattern": _ID}),
        "part_of": ("Ids of what contains it, geographically.", {"pattern": _ID}),
        "offices": ("What a person held.", {}),
    },
    Office: {
        "title": ("The office, without country or body.", {}),
        "of": ("The id of the country or body.", {"pattern": _ID}),
        "from": ("Since when, as EDTF; always, without it.", {"pattern": _EDTF}),
        "to": ("Until when, as EDTF; still held, without it.", {"pattern": _EDTF}),
    },
    Concept: {
        "id": ("A name that no other concept has.", {"pattern": _ID}),
        "words": ("Base forms of one or more words; _ stands for up to five words in between.", {"pattern": _GAP}),
        "implies": ("Ids of wider concepts: who says this also says those.", {"pattern": _ID}),
        "opposite": ("Ids of what cannot hold of the same thing at the same time.", {"pattern": _ID}),
        "negates": ("The id of the concept of which this is exactly the not.", {"pattern": _ID}),
        "converse": ("The id of the same event seen from the other side.", {"pattern": _ID}),
        "role": ("What it does to the clause it governs.", {}),
        "weight": ("How much of a statement hangs on it.", {"minimum": 0, "maximum": 1}),
        "group": ("A name shared by concepts that exclude each other once singled out.", {}),
        "symmetric": ("Whether the sides may be swapped: A meets B, B meets A.", {}),
    },
}
_KEYS[InlineSource] = {key: rule for key, rule in _KEYS[Source].items() if key != "id"}


def render(name: str) -> str:
    """Return the schema of the files of this name (a key of `KINDS`) as JSON text."""
    return json.dumps(schema(name), indent=2, ensure_ascii=False) + "\n"


def schema(name: str) -> dict[str, Any]:
    """Return the schema of the files of this name (a key of `KINDS`)."""
    record = KINDS[name]
    reached = {record: None} | (
        {Citation: None, InlineSource: None, Examples: None, Example: None} if record is Fact else {}
    )
    reached |= {Office: None} if record is Entity else {}
    _, parts = msgspec.json.schema_components(list(reached), ref_template="#/definitions/{name}")
    definitions = {kind.__name__: _described(kind, parts[kind.__name__]) for kind in reached}
    if record is Fact:
        source = definitions["Citation"]["properties"]["source"]
        source["anyOf"] = [{"type": source.pop("type"), "pattern": source.pop("pattern")}, _ref(InlineSource)]
        definitions["Fact"]["properties"]["citations"]["minItems"] = 1
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:kzfacts:schema:{name}",
        "title": f"kzfacts: {name}",
        "type": ["array", "null"],
        "items": _ref(record),
        "definitions": definitions,
    }


def _ref(kind: type[Record]) -> dict[str, str]:
    return {"$ref": f"#/definitions/{kind.__name__}"}


def _described(kind: type[Record], made: dict[str, Any]) -> dict[str, Any]:
    """Add to the schema of a record what its keys hold and what their texts must be like."""
    described = {**made, "description": (kind.__doc__ or "").splitlines()[0]}
    described["properties"] = {
        key: {"description": _KEYS[kind][key][0], **_ruled(rule, _KEYS[kind][key][1])}
        for key, rule in made["properties"].items()
    }
    return described


def _ruled(made: dict[str, Any], rule: dict[str, Any]) -> dict[str, Any]:
    """Put ``rule`` on every text and number of a schema, and take the defaults away, which no one should write."""
    if made.get("default") == "" and "pattern" in rule:  # a key may be there and say nothing
        rule = {**rule, "pattern": f"^$|{rule['pattern']}"}
    made = {key: value for key, value in made.items() if key != "default"}
    for inner in ("items", "additionalProperties"):
        if isinstance(made.get(inner), dict):
            made[inner] = _ruled(made[inner], rule)
    if "anyOf" in made:
        made["anyOf"] = [_ruled(choice, rule) for choice in made["anyOf"]]
    if "$ref" in made and len(made) == 1:
        return {"allOf": [made]}  # beside a reference, draft 7 ignores everything else
    return {**made, **rule} if made.get("type") in ("string", "number") else made


if __name__ == "__main__":
    for each in KINDS:
        (Path(__file__).parents[1] / "factbase" / "schemas" / f"{each}.schema.json").write_text(render(each), "utf-8")
