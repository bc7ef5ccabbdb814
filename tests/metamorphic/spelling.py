"""Case, quotes, dashes, spaces, figures in digits or in words, and other spellings: the verdict stays."""

from __future__ import annotations

import re
import unicodedata
from random import Random

from metamorphic.dates_in_text import DAY, all_days, ranges
from metamorphic.model import Sentence, Transform
from metamorphic.numbers_in_text import figures, ordinal_digits, ordinal_words, series, words
from metamorphic.text import capitalised, put_all, without_stop
from metamorphic.world import World

NO_BREAK, THIN = "\u00a0", "\u2009"
AMERICAN = (
    ("rganis", "rganiz"), ("programme", "program"), ("centre", "center"), ("defence", "defense"),
    ("labour", "labor"), ("neighbour", "neighbor"), ("honour", "honor"), ("favour", "favor"),
    ("mmunique", "mmuniqué"), ("kilometre", "kilometer"), ("ecognis", "ecogniz"), ("riticis", "riticiz"),
    ("inimis", "inimiz"), ("ravelled", "raveled"), ("ancelled", "anceled"), ("per cent", "percent"),
    ("metres", "meters"), ("licence", "license"), ("modernis", "moderniz"), ("emilitaris", "emilitariz"),
)  # fmt: skip
SHORT_MONTHS = {
    "January": "Jan.", "February": "Feb.", "August": "Aug.", "September": "Sept.", "October": "Oct.",
    "November": "Nov.", "December": "Dec.",
}  # fmt: skip


_BARE_AMOUNT = re.compile(r"(?<![$\d.,])\d[\d.,]* [mb]illion(?= (?:in|to|by|from|and)\b|[,.])")


def _changed(change: re.Pattern[str], by: str) -> Transform:
    def transform(sentence: Sentence, world: World, random: Random) -> str | None:
        text = change.sub(by, sentence.text)
        return text if text != sentence.text else None

    return transform


def upper_case(sentence: Sentence, world: World, random: Random) -> str | None:
    """Write all in capitals."""
    return sentence.text.upper()


def lower_case(sentence: Sentence, world: World, random: Random) -> str | None:
    """Write all in small letters."""
    return sentence.text.lower()


def headline_case(sentence: Sentence, world: World, random: Random) -> str | None:
    """Give every longer word a capital, as headlines do."""
    return re.sub(r"(?<![\w'’])[a-z][a-z]{3,}", lambda match: capitalised(match.group()), without_stop(sentence.text))


def quoted(sentence: Sentence, world: World, random: Random) -> str | None:
    """Put the sentence in quotation marks."""
    before, after = random.choice((("“", "”"), ('"', '"'), ("«", "»"), ("‘", "’")))
    return f"{before}{sentence.text}{after}"


curly_apostrophes = _changed(re.compile("'"), "’")
double_spaces = _changed(re.compile(" "), "  ")
no_break_spaces = _changed(re.compile(r"(?<=\d) (?=\w)|(?<=[A-Z]\.) "), NO_BREAK)
no_full_stop = _changed(re.compile(r"\.$"), "")
exclaimed = _changed(re.compile(r"\.$"), "!")
hyphens_to_dashes = _changed(re.compile(r"(?<=\w)-(?=\w)"), "–")
hyphens_to_no_break = _changed(re.compile(r"(?<=\w)-(?=\w)"), "\u2011")
day_ranges_with_dashes = _changed(re.compile(r"(?<=\d)-(?=\d)"), "–")
plain_thousands = _changed(re.compile(r"(?<=\d),(?=\d{3})"), "")
spaced_thousands = _changed(re.compile(r"(?<=\d),(?=\d{3})"), NO_BREAK)
percent_sign = _changed(re.compile(r"(?<=\d) per ?cent\b"), "%")
short_billions = _changed(re.compile(r"(?<=\d) billion\b"), "bn")
_dollars = _changed(
    re.compile(r"(?<![\w.,])(\d[\d.,]*(?: (?:m|b|tr)illion)?) (?:US )?dollars\b(?! (?:a|per) )"), r"$\1"
)


def dollar_sign(sentence: Sentence, world: World, random: Random) -> str | None:
    """Write "$5 billion" for "5 billion dollars", unless another amount leaves its currency out."""
    text = _dollars(sentence, world, random)
    return None if text is None or _BARE_AMOUNT.search(text) else text


def wrapped(sentence: Sentence, world: World, random: Random) -> str | None:
    """Break the line in two or three places, as wire copy does."""
    spaces = [match.start() for match in re.finditer(" ", sentence.text)]
    chosen = random.sample(spaces, min(3, len(spaces)))
    return put_all(sentence.text, ((place, place + 1, "\n") for place in chosen))


def words_for_digits(sentence: Sentence, world: World, random: Random) -> str | None:
    """Write whole figures below a hundred, and places in a series, in words."""
    text = sentence.text
    counts = [
        figure
        for figure in figures(text, world)
        if not figure.in_words and not figure.decimals and 1 < figure.value < 100
    ]
    places = [figure for figure in series(text, world) if not figure.in_words and figure.value < 100]
    pieces = [(figure.start, figure.end, words(figure.value)) for figure in counts]
    pieces += [(figure.start, figure.end, ordinal_words(figure.value)) for figure in places]
    return capitalised(put_all(text, pieces)) if pieces else None


def digits_for_words(sentence: Sentence, world: World, random: Random) -> str | None:
    """Write numbers, and places in a series, in digits."""
    text = sentence.text
    pieces = [(figure.start, figure.end, str(figure.value)) for figure in figures(text, world) if figure.in_words]
    pieces += [
        (figure.start, figure.end, ordinal_digits(figure.value)) for figure in series(text, world) if figure.in_words
    ]
    return put_all(text, pieces) if pieces else None


def american_spelling(sentence: Sentence, world: World, random: Random) -> str | None:
    """Spell as in the United States."""
    text = sentence.text
    for british, american in AMERICAN:
        text = text.replace(british, american)
    return text if text != sentence.text else None


def without_accents(sentence: Sentence, world: World, random: Random) -> str | None:
    """Leave accents out: "Brasilia"."""
    parts = unicodedata.normalize("NFD", sentence.text)
    text = "".join(letter for letter in parts if not unicodedata.combining(letter))
    return text if text != sentence.text else None


def american_dates(sentence: Sentence, world: World, random: Random) -> str | None:
    """Put the month before the day: December 3, 2014."""
    if ranges(sentence.text):
        return None
    text = DAY.sub(r"\g<month> \g<day>, \g<year>", sentence.text)
    return text if text != sentence.text else None


def short_months(sentence: Sentence, world: World, random: Random) -> str | None:
    """Shorten the names of months in full dates: 3 Dec. 2014."""
    pattern = re.compile(rf"(?<=\d )({'|'.join(SHORT_MONTHS)})(?= \d{{4}})")
    text = pattern.sub(lambda match: SHORT_MONTHS[match.group()], sentence.text)
    return text if text != sentence.text else None


def iso_dates(sentence: Sentence, world: World, random: Random) -> str | None:
    """Write single days as ISO 8601 does: 2014-12-03."""
    found = [] if ranges(sentence.text) else all_days(sentence.text)
    pieces = [(day.start, day.end, f"{day.year}-{day.month:02}-{day.day:02}") for day in found]
    return put_all(sentence.text, pieces) if pieces else None
