"""Nouns by which a draft speaks of what it has named: which kind of thing each of them means."""

from __future__ import annotations

from kzfacts.language.words import PREPOSITIONS

_TABLE = {
    "post": (
        "president|prime minister|foreign minister|minister of foreign affairs|minister|premier|chancellor|king|emir"
        "|monarch|leader|head of state|head of government|ambassador|secretary-general|secretary general"
        "|chief diplomat|top diplomat|deputy minister|deputy foreign minister|defence minister|speaker|pope|pontiff"
    ),
    "person": (
        "diplomat|spokesman|spokeswoman|spokesperson|official|analyst|expert|political expert|guest|host|visitor|envoy"
        "|negotiator|adviser|economist|scholar|lecturer|professor|author|colleague|opponent|commissioner|politician"
        "|man|woman|historian|director|journalist|reporter|editor|deputy|aide|observer|delegate|lawmaker|writer"
        "|researcher|academic|reader|witness|chairman|chairwoman|chairperson|chair|translator|driver|student|teacher|successor|predecessor"
    ),
    "body": (
        "foreign ministry|ministry of foreign affairs|ministry|government|parliament|cabinet|administration|embassy"
        "|opposition|delegation|department|central bank|army"
    ),
    "country": "country|state|nation|republic|neighbour|neighbor",
    "union": "union|bloc|alliance|organisation|organization|association|grouping|club|council|commission|community",
    "agreement": "agreement|pact|treaty|accord|deal|document|memorandum|convention|text",
    "bid": "bid|candidacy|campaign|candidature|application",
    "event": (
        "briefing|session|speech|report|address|press conference|news conference|conference|summit|meeting|visit|trip"
        "|congress|forum|gathering|exhibition|fair|process|tour|conversation|discussion|ceremony|presentation|account|statement|interview|remarks|talks|review"
    ),
    "project": (
        "railway|railroad|line|pipeline|programme|program|fund|project|initiative|plan|road|port|bank|centre|center|cosmodrome|consortium|corridor"
    ),
    "thing": "picture|issue|idea|policy|question|role|platform|decision|proposal|offer|seat|place|slot|step|move|law",
}
KINDS = {noun: kind for kind, nouns in _TABLE.items() for noun in nouns.split("|")}
"""The kind of thing that each noun means; nouns of several words by single spaces."""
LONGEST = max(noun.count(" ") + 1 for noun in KINDS)

PLURALS = {
    "post": "presidents|prime ministers|foreign ministers|ministers|leaders|heads of state|ambassadors|premiers",
    "person": (
        "diplomats|officials|analysts|experts|guests|men|women|politicians|negotiators|economists|observers|delegates"
        "|journalists|scholars|visitors"
    ),
    "country": "countries|states|nations|neighbours|neighbors|sides|capitals|governments|republics|partners|parties",
    "agreement": "agreements|treaties|pacts|accords|documents|deals",
}
PLURAL_KINDS = {noun: kind for kind, nouns in PLURALS.items() for noun in nouns.split("|")}
"""The kind of the things of which a plural noun means several."""

SAME_POST = {
    "premier": ("prime minister",),
    "foreign minister": ("minister of foreign affairs",),
    "minister of foreign affairs": ("foreign minister",),
    "chief diplomat": ("foreign minister",),
    "top diplomat": ("foreign minister",),
    "minister": ("foreign minister", "minister of foreign affairs", "defence minister"),
    "pontiff": ("pope",),
    "head of state": ("president", "king", "emir", "monarch"),
    "head of government": ("prime minister", "premier", "chancellor"),
    "leader": ("president", "prime minister", "chancellor", "king", "emir", "monarch", "head of state"),
}
"""Posts whose holders a noun may also mean."""

JOINS_NAME = PREPOSITIONS & frozenset("of with between to for in on against about".split())
"""Prepositions that tie a name to the noun before it."""
SPEECH_VERBS = frozenset(
    "say says said saying tell tells told add adds added note notes noted explain explains explained argue argues "
    "argued claim claims claimed state states stated insist insists insisted recall recalls recalled report reports "
    "reported stress stresses stressed emphasise emphasised emphasize emphasized underline underlines underlined "
    "highlight highlights highlighted admit admits admitted acknowledge acknowledged remark remarked declare declares "
    "declared announce announces announced believe believes believed think thinks thought maintain maintains "
    "maintained observe observed warn warns warned predict predicts predicted suggest suggests suggested write wrote "
    "writes "
    "comment comments commented joke jokes joked reply replied answer answers answered promise promised concede "
    "conceded continue continued conclude concluded point pointed expect expects quip quipped".split()
)
"""Verbs by which somebody is said to speak."""
