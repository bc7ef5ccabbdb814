"""Words of English that belong to grammar, not to a subject: closed classes, stems, irregular forms.

What a curator would change is in ``facts/lexicon.yaml``; what only a grammar would is here.
"""

from __future__ import annotations

from functools import cache

import Stemmer

_stemmer = Stemmer.Stemmer("english", 0)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = _words("a an the")
DETERMINERS = ARTICLES | _words("this that these those its their his her our my your every each any some such whose")
PRONOUNS = _words(
    "i you he she it we they me him us them himself herself itself themselves who whom which what whoever "
    "whatever one ones someone something anyone anything everyone everything others other another both"
)
PREPOSITIONS = _words(
    "of in on at to for from by with into onto upon about over under between among amongst through throughout "
    "during within via per as than like against toward towards across along around off out up down near beside "
    "besides despite amid inside outside behind beyond"
)
CONJUNCTIONS = _words("and or but nor so yet because since although though while whereas if unless that when where as")
AUXILIARIES = _words(
    "be is are was were been being am has have had having do does did done doing will would shall should can "
    "could may might must 's 're 've 'll 'd 'm let"
)
COPULAS = _words("be is are was were been being am 's 're become becomes became remain remains remained")
ADVERBS = _words(
    "also too even still yet again there here then thus hence however therefore moreover furthermore meanwhile "
    "indeed just very quite rather really actually simply already now so much more most well far ever all "
    "altogether whatever whatsoever itself own as such currently presently nowadays"
)
LIGHT = (
    DETERMINERS
    | PRONOUNS
    | PREPOSITIONS
    | CONJUNCTIONS
    | AUXILIARIES
    | ADVERBS
    | _words("take takes took taken taking get gets got getting make makes made making go goes put puts set sets")
    | _words("come comes came & + how why mr mrs ms dr etc eg ie let lets nr")
)
"""Words that carry no claim of their own; none of them is ever asked to be in a fact."""

NEGATORS = _words("not never no neither nor none nobody nothing nowhere without hardly scarcely barely n't cannot")
"""Words that deny what comes next."""

SCANT_WORDS = _words(
    "little few scant scantly short brief briefly cursory cursorily passing superficial sparse meagre meager"
)
"""Words that make little of what they go with: close to a denial."""

ONLY_WORDS = _words("only sole solely alone exclusively exclusive lone")
PASSIVE_MARK = _words("is are was were be been being got gets")

NAMING = _words("name names named naming rename renames renamed renaming called known")
"""Words after which it matters by which of its names a thing is called."""

SAME_IN_PAST = _words(
    "beat cut put set hit let cost hurt shut split spread cast bid read burst quit rid thrust upset broadcast forecast"
)

_IRREGULAR_VERBS = """
be am is are was were been being|have has had having|do does did done doing
arise arose arisen|awake awoke awoken|bear bore borne born|beat beaten|begin began begun|bend bent|bid bade|bind bound
bite bit bitten|bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|buy bought|cast
catch caught|choose chose chosen|cling clung|creep crept|deal dealt|dig dug|draw drew drawn|drink drank drunk
drive drove driven|dwell dwelt|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|find found|flee fled
fling flung|fly flew flown|forbid forbade forbidden|forget forgot forgotten|forgive forgave forgiven|freeze froze frozen
get got gotten|give gave given|go went gone|grind ground|grow grew grown|hang hung|hear heard|hide hid hidden
hold held|keep kept|kneel knelt|know knew known|lay laid|lead led|lean leant|leap leapt|learn learnt|leave left
lend lent|lie lain|light lit|lose lost|make made|mean meant|meet met|mistake mistook mistaken|overcome overcame
oversee oversaw overseen|overtake overtook overtaken|overthrow overthrew overthrown|pay paid|prove proven
ride rode ridden|ring rang rung|rise rose risen|run ran|say said|see saw seen|seek sought|sell sold|send sent
shake shook shaken|shed|shine shone|shoot shot|show shown|shrink shrank shrunk|sing sang sung|sink sank sunk
sit sat|sleep slept|slide slid|speak spoke spoken|spend spent|spin spun|split|spread|spring sprang sprung
stand stood|steal stole stolen|stick stuck|strike struck stricken|strive strove striven|swear swore sworn
sweep swept|swim swam swum|swing swung|take took taken|teach taught|tear tore torn|tell told|think thought
throw threw thrown|undergo underwent undergone|understand understood|undertake undertook undertaken|wake woke woken
wear wore worn|weave wove woven|win won|wind wound|withdraw withdrew withdrawn|withhold withheld|withstand withstood
write wrote written|uphold upheld|become became|come came|foresee foresaw foreseen|forego forewent|outdo outdid
"""
_OTHER_FORMS = """
man men|woman women|person people persons|child children|foot feet|live life lives|wife wives|half halves
go goes going|leave leaves
crisis crises|analysis analyses|basis bases|thesis theses|criterion criteria|phenomenon phenomena|datum data
medium media|memorandum memoranda|good better best well|bad worse worst|far further furthest farther
tonne tonnes ton tons|judgement judgements judgment judgments|ageing aging|neighbouring neighboring
favourable favorable|skilful skillful|fulfilment fulfillment|enrolment enrollment
"""
# Written in two ways on the two sides of the Atlantic, with all that can be appended.
_SPELLINGS = """
programme program|centre center|labour labor|defence defense|neighbour neighbor|favour favor|honour honor
behaviour behavior|colour color|theatre theater|licence license|practise practice|cheque check
grey gray|kilometre kilometer|metre meter|enrol enroll|fulfil fulfill|harbour harbor|rumour rumor
"""
_APPENDED = ("", "s", "d", "ed", "ing", "med", "ming")


def _groups(table: str) -> list[list[str]]:
    return [group.split() for group in table.strip().replace("\n", "|").split("|")]


def _appended(american: str) -> list[str]:
    return [american + ending for ending in _APPENDED] + [american.removesuffix("e") + "ing"]


_BASE = {form: group[0] for table in (_IRREGULAR_VERBS, _OTHER_FORMS) for group in _groups(table) for form in group} | {
    form: british for british, american in _groups(_SPELLINGS) for form in _appended(american)
}
_PAST_FORMS = frozenset(form for group in _groups(_IRREGULAR_VERBS) for form in group[1:])


# Words that Snowball would throw together with others of another meaning (national/nation, position/positive);
# each line is one key of its own, named by its first word.
_OWN_KEYS = """
national nationals|nationality nationalities|nationwide|important importantly importance|presentation presentations
organization organizations|authority authorities|international internationally|university universities
relatively|relative relatives|position positions|majority majorities|minority minorities|initiative initiatives
initially initial|forced|briefing briefings|training|department departments|goods|customs|objective objectives
universal universally|generally|several|communist communists|briefly brief|united|unity|partial partially
arms|means|news|series|species|politics|physics|headquarters|formerly former|previously previous|lately late
likely|unlikely|reportedly reported|informal informally|opposition|shortly|monthly|weekly|quarterly|largely|mainly
lasting|useful|reasonable reasonably|better|significantly|exclusively|hospitality|executive executives|supply supplies
early|only|authorize authorizes authorized authorizing|organize organizes organized organizing
"""


KNOWN_FORMS = frozenset(_BASE)
"""Irregular forms and spellings, which are no misspellings of anything."""

_KEY_OF = {form: "=" + group[0] for group in _groups(_OWN_KEYS) for form in group}
_BRITISH = (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"))
_SHORTEST_ROOT = 3  # of "real-ise"; "r-ise" and "ra-ise" have no such ending


@cache
def stem(word: str) -> str:
    """Return the key that all inflections of ``word`` (lower case) share.

    Irregular forms go to their base first; ``-isation/-ise`` spellings meet ``-ization/-ize``.
    """
    base = _with_z(_BASE.get(word, word))
    return _KEY_OF.get(base) or str(_stemmer.stemWord(base))


def _with_z(word: str) -> str:
    """Return "realize" for "realise", and so on."""
    if "is" not in word[_SHORTEST_ROOT:]:
        return word
    singular = word.removesuffix("s")
    for british, american in _BRITISH:
        if singular.endswith(british) and len(singular) >= len(british) + _SHORTEST_ROOT:
            return singular.removesuffix(british) + american + word[len(singular) :]
    return word


@cache
def looks_like_past(word: str) -> bool:
    """Say whether ``word`` has the form of an English past tense or participle."""
    return word in _PAST_FORMS or (len(word) > 4 and word.endswith("ed"))


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in text.split())


BEGINNINGS = _stems(
    "appoint install nominate elect inaugurate assume begin start commence join accede enter become establish "
    "introduce launch adopt come"
)
"""Stems of verbs with which a term begins."""
ENDINGS = _stems("end leave resign quit dismiss sack depart expire cease finish retire withdraw oust step terminate")
"""Stems of verbs with which a term ends."""
CHANGES = _stems("succeed replace rename change supersede supplant")
"""Stems of verbs with which one term ends and another begins."""
MOTION = _stems("come go fly travel head return arrive rush bring invite move")
"""Stems of verbs of going somewhere."""
SERIES = _stems("meeting round summit session conference congress talks test forum edition assembly council")
"""Stems of what comes in numbered series."""
DATE_SEES = _stems("see bring witness mark")
"""Stems of verbs whose subject may be a date: "May 2017 saw the fourth round"."""
FALLS_ON = _stems("fall date")
"""Stems of verbs that put something on a date: "the round fell in May"."""
LEADS_DATE = _stems("effective dated starting")
"""Stems of words that but lead in a date: "effective 30 November 2015"."""
DECISIVE = _stems(
    "abandon abolish accept adopt allow approve arrest attack ban bar block boycott break buy cancel carry cease close "
    "complete condemn cut decline decrease defeat delay deny detain die disband dismiss dissolve double drop ease end "
    "exceed expel extend fail fall finish forbid freeze grow halt halve impose increase injure kill lift lose miss "
    "nullify open oppose outlaw overtake permit postpone prevent prohibit prolong protest quit raise reduce refuse "
    "reject release remain resume return revoke rise sail scrap sell shrink shut skip speak split stay stop surpass "
    "suspend threaten treble triple turn uphold veto waive withdraw withhold work wounded accuse blame crown clear"
)
"""Stems of verbs on which the outcome hangs: where the record is silent on one, it does not bear the statement out."""
PLAIN_ADVERBS = frozenset(
    "actually afterwards allegedly altogether annually anomaly apparently approximately assembly basically "
    "briefly certainly clearly conceivably consequently currently definitely directly duly effectively entirely "
    "especially essentially eventually evidently exactly explicitly family finally firmly formally formerly "
    "freshly friendly fully generally increasingly indeed initially italy jointly largely lately likely mainly "
    "merely monopoly monthly mostly namely nearly necessarily newly normally notably obviously officially "
    "originally ostensibly partially particularly personally possibly precisely presently presumably previously "
    "primarily principally probably properly purely purportedly quarterly quickly rapidly really recently "
    "regularly reportedly respectively roughly seemingly shortly similarly simply simultaneously slightly solely "
    "specifically squarely steadily strongly subsequently suddenly supply supposedly surely technically truly "
    "typically ultimately usually virtually weekly yearly".split()
)
"""Adverbs that add little, and nouns that end like them; what tells the manner of a deed is not among them."""
