"""A draft read from its first sentence to its last: each written out with what the ones before it tell."""

from __future__ import annotations

import re
from datetime import date

import msgspec

from kzfacts.documents.model import Block, Document, Sentence
from kzfacts.language.reader import read_names
from kzfacts.language.vocabulary import Vocabulary
from kzfacts.language.words import looks_like_past
from kzfacts.linting.context.background import Background
from kzfacts.linting.context.blocks import joined, subject_of, write_item, write_row
from kzfacts.linting.context.checkability import why_unchecked
from kzfacts.linting.context.connectives import dropped
from kzfacts.linting.context.days import fill_dates, go_on
from kzfacts.linting.context.definites import fill_definites
from kzfacts.linting.context.people import note_visit
from kzfacts.linting.context.pronouns import Filled, fill_pronouns
from kzfacts.linting.context.referents import Mention, Referent, Scene
from kzfacts.linting.context.rewriting import Origins, rewrite
from kzfacts.linting.context.scenes import mentions_of
from kzfacts.linting.context.sighting import Sighting, look_at
from kzfacts.linting.context.speech import closes_quotation, leads_in, opens_quotation, speaker_of
from kzfacts.linting.context.story import HOME, Story, is_foreign
from kzfacts.linting.results import Statement

_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|did|does|do|\w{3,}ed|came|went|gave|took|"
    r"saw|met|held|sat|won|lost|made|became|began|says|said|put|left)\b"
)
_SUBORDINATE = re.compile(r",? (?:when|where|who|whom|whose|which|that|because|after|before|while) ")
_NOW = frozenset("now today currently is are has have says".split())
_NUMBERING = re.compile(r"^(?:\d+|[IVX]+|[A-Z])[.)] +")
_HEADING_YEAR = re.compile(r"\b((?:19|20)\d\d)\b")


def read_in_context(document: Document, vocabulary: Vocabulary, as_of: date | None) -> tuple[Statement, ...]:
    """Return every sentence of a draft as a statement that can be judged by itself.

    ``as_of`` is the day on which the draft speaks; None takes the draft's own.
    """
    background = Background(vocabulary, as_of or document.dated)
    reader = _Reader(document, background)
    return tuple(reader.read(index) for index in range(len(document.sentences)))


class _Reader:
    """Goes through a document once; `Story` is what it remembers."""

    def __init__(self, document: Document, background: Background) -> None:
        self.document = document
        self.background = background
        self.story = Story(background, is_foreign(document, background))
        self.headings: tuple[str, ...] | None = None
        self.quoting: Referent | None = None
        self.leads = {block.lead_in for block in document.blocks if block.lead_in}

    def read(self, index: int) -> Statement:
        """Return one sentence in its context and remember it."""
        sentence = self.document.sentences[index]
        self._turn_to(sentence.block)
        sight = look_at(sentence.text, self.background)
        if _is_fragment(sentence):
            return self._read_fragment(sentence, sight)
        number = sentence.block.number
        dated = fill_dates(
            sentence.text,
            self.story.clock,
            self.background.as_of,
            self._year(sentence.block),
            fresh=self.story.year_told != number,
        )
        if dated.told_year:
            self.story.year_told = number
        self.story.when = dated.when if _is_past(sight) else None
        filled = Filled()
        fill_definites(sight, self.story, filled)
        fill_pronouns(sight, self.story, filled)
        go_on(sentence.text, dated, self.story.clock, number)
        text, origins = rewrite(sentence.text, [*filled.edits, *dated.edits, *dropped(sentence.text)])
        mentions = mentions_of(sight, tuple(filled.mentions), self.background, self.story.when)
        quoted, unclear = self._quoted(index)
        speaker = quoted or speaker_of(sentence.text, mentions)
        if quoted is not None:
            text, origins = _said(quoted, text, origins)
        unclear = (*filled.unclear, *dated.unclear, *unclear)
        guessed = (*filled.guessed, *dated.guessed)
        if self.story.foreign and not unclear and not self._plain(text):
            unclear = ("its country",)
        about_record = speaker if quoted is not None else None
        self.story.scenes.append(Scene(mentions, sentence.block.number, self.story.section, about_record))
        note_visit(mentions, f" {sentence.text} ", self.story)
        self.story.clock = dated.clock(sentence.block.number)
        name = speaker.name if speaker is not None else ""
        unchecked = "fragment" if self._is_lead_in(sentence) else why_unchecked(sentence.text)
        return Statement(sentence, text, origins, name, unchecked, unclear, guessed)

    def _is_lead_in(self, sentence: Sentence) -> bool:
        """Say whether a sentence only leads in the list or table after it."""
        leads = any(lead.endswith(sentence.text) for lead in self.leads)
        return leads and sentence.text.rstrip().endswith(":")

    def _turn_to(self, block: Block) -> None:
        if block.headings != self.headings:
            self.headings = block.headings
            self.story.section += 1
            self.story.pair, self.story.visitor, self.story.host = (), None, None
            topic = self._topic(block)
            if topic is not None:
                mention = Mention(topic, 0, 0, subject=True)
                self.story.scenes.append(Scene((mention,), block.number, self.story.section))
        self.story.block = block.number

    def _topic(self, block: Block) -> Referent | None:
        """Return the one thing on record that the nearest heading consists of: "2. EXPO 2017"."""
        if not block.headings:
            return None
        title = _NUMBERING.sub("", block.headings[-1]).strip()
        names = [name for name in look_at(title, self.background).names if name.referent.key.startswith("e:")]
        if len(names) != 1 or names[0].referent.kind not in ("event", "project", "organisation", "agreement"):
            return None
        rest = (title[: names[0].start] + title[names[0].end :]).strip().lower()
        return names[0].referent if rest in ("", "the") else None

    def _year(self, block: Block) -> int | None:
        """Return the year that dates without one are in: that of the nearest heading, else of the story."""
        for heading in reversed(block.headings[1:]):
            match = _HEADING_YEAR.fullmatch(heading.strip())
            if match is not None:
                return int(match[1])
        return self.story.year()

    def _quoted(self, index: int) -> tuple[Referent | None, tuple[str, ...]]:
        """Return who speaks where the whole sentence is a quotation, and words for what is not plain about that."""
        sentence = self.document.sentences[index]
        before = self.document.sentences[index - 1] if index else None
        if sentence.block.kind == "quote":
            if before is None or before.block.number != sentence.block.number:
                led = self.document.blocks[max(sentence.block.number - 1, 0)].text.rstrip().endswith(":")
                self.quoting = leads_in(self.story.recent(2)) if led else self._named_after(index)
            return self.quoting, () if self.quoting is not None else ("the speaker",)
        opened = opens_quotation(sentence.text)
        inside = before is not None and before.block.number == sentence.block.number and self.open
        self.open = opened or (inside and not closes_quotation(sentence.text))
        if not opened and not (inside and self.open):
            return None, ()
        speaker = self._closing_speaker(index)
        return speaker, () if speaker is not None else ("the speaker",)

    open = False

    def _closing_speaker(self, index: int) -> Referent | None:
        """Return who a quotation is put down to where a later sentence of the block closes it."""
        block = self.document.sentences[index].block
        for sentence in self.document.sentences[index + 1 : index + 8]:
            if sentence.block.number != block.number:
                return None
            if closes_quotation(sentence.text):
                sight = look_at(sentence.text, self.background)
                return speaker_of(sentence.text, sight.names)
        return None

    def _named_after(self, index: int) -> Referent | None:
        """Return who a block quotation is put down to in the sentence after it: "So the minister explained"."""
        block = self.document.sentences[index].block
        after = next((s for s in self.document.sentences[index:] if s.block.number != block.number), None)
        if (
            after is None
            or after.block.headings != block.headings
            or not re.match(r"(?:So|Thus|That|This)\b", after.text)
        ):
            return None
        sight = look_at(after.text, self.background)
        filled = Filled()
        fill_definites(sight, self.story, filled)
        return speaker_of(after.text, [*sight.names, *filled.mentions])

    def _plain(self, text: str) -> bool:
        """Say whether a sentence of a draft about another country speaks of the record's own by name."""
        names = [unit.keys[0] for unit in read_names(text, self.background.vocabulary)]
        return any(key.startswith("e:") and self.background.known(key).country == HOME for key in names)

    def _read_fragment(self, sentence: Sentence, sight: Sighting) -> Statement:
        """Return a table row or a list item without a verb as a statement."""
        block = sentence.block
        title = block.caption or block.lead_in
        subject = subject_of(title) if block.caption or block.kind == "row" else ""
        if not self._names(subject) and not self._names(" ".join((*block.header, *block.cells, title))):
            found = self._body_in(block) or self._country_in(block)
            subject = found if found else subject
        block = self._with_full_head(block)
        pieces = write_row(block, subject) if block.kind == "row" else write_item(sentence.text, title, subject)
        text, origins = joined(pieces)
        unclear: tuple[str, ...] = ()
        if not self._names(text) or (self.story.foreign and not self._plain(text)):
            unclear = ("its subject",)
        if title.rstrip(":. ").endswith("as follows"):
            unclear = (title,)  # what is counted stands in another sentence
        mentions = mentions_of(sight, (), self.background)
        self.story.scenes.append(Scene(mentions, block.number, self.story.section))
        return Statement(sentence, text, origins, "", why_unchecked(sentence.text), unclear)

    def _with_full_head(self, block: Block) -> Block:
        """Return a row with "Congress" over its first column as the full name of the one that the draft speaks of."""
        head = block.header[0].lower() if block.header else ""
        event = self.story.event()
        if not head or event is None or head not in event.name.lower().split():
            return block
        return msgspec.structs.replace(block, header=(event.name.removeprefix("the "), *block.header[1:]))

    def _names(self, text: str) -> bool:
        return any(unit.keys[0].startswith("e:") for unit in read_names(text, self.background.vocabulary))

    def _country_in(self, block: Block) -> str:
        """Return the one country that the headings over a table name: "Kazakhstan" for "Kazakhstan's year"."""
        for title in reversed(block.headings):
            names = look_at(title, self.background).names
            countries = {name.referent.country for name in names if name.referent.country}
            if countries:
                return self.background.known(countries.pop()).name if len(countries) == 1 else ""
        return ""

    def _body_in(self, block: Block) -> str:
        """Return what a heading speaks of: "Kazakhstan's foreign ministry" for "The ministry's output"."""
        for title in (block.lead_in, *reversed(block.headings)):
            sight = look_at(title, self.background)
            filled = Filled()
            fill_definites(sight, self.story, filled)
            bodies = [m.referent.name for m in filled.mentions if m.referent.kind in ("body", "person", "union")]
            if bodies:
                return bodies[0]
        return ""


def _is_fragment(sentence: Sentence) -> bool:
    """Say whether a sentence is a table row, or a list item without a verb."""
    block = sentence.block
    if block.kind == "row":
        return " | ".join(block.cells) == sentence.text
    return block.kind == "item" and _VERB.search(_SUBORDINATE.split(sentence.text)[0]) is None


def _is_past(sight: Sighting) -> bool:
    """Say whether a sentence tells of the past, in which others held the posts."""
    words = [token.text for token in sight.tokens]
    return any(looks_like_past(word) for word in words) and _NOW.isdisjoint(words)


def _said(speaker: Referent, text: str, origins: Origins) -> tuple[str, Origins]:
    """Return a quotation put down to its speaker."""
    lead = f"{speaker.name} said that "
    start = len(text) - len(text.lstrip(' “"«'))
    return lead + text[start:], (*[None] * len(lead), *origins[start:])
