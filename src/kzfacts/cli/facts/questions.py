"""The questions of ``kzfacts facts add`` on a terminal, each asked again until the answer can be used."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, get_args

import click

from kzfacts.errors import UsageError
from kzfacts.factbase import edtf
from kzfacts.factbase.model import Certainty, FactKind
from kzfacts.factbase.schema import did_you_mean

if TYPE_CHECKING:
    from kzfacts.curation.on_record import OnRecord

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SUGGESTED_WORDS = 5


def ask(fields: dict[str, Any], on_record: OnRecord, *, described: bool, optional: bool) -> dict[str, Any]:
    """Return the fields with answers for those that are missing, the optional ones only if ``optional``."""
    answers = dict(fields)

    def want(key: str, question: str, check: Callable[[str], str] = _anything, default: str | None = None) -> None:
        if answers[key] is None:
            answers[key] = _prompt(question, check, default)

    def may(key: str, question: str, check: Callable[[str], str] = _anything) -> None:
        if optional:
            want(key, question, check, default="")

    want("claim", "Claim: one sentence, in our own words, with names and date", _something)
    want("id", "Id", _id_check(on_record), _suggest_id(answers["claim"]))
    want("when", "When (2014-12-26, 2014-12, 2014 ...)", _date)
    may("kind", f"Kind ({', '.join(get_args(FactKind))}; empty for none)", _one_of(get_args(FactKind)))
    if optional:
        want("certainty", f"Certainty ({', '.join(get_args(Certainty))})", _one_of(get_args(Certainty)), "reported")
    if answers["certainty"] == "stated":
        may("attributed_to", "Said by")
    if answers["certainty"] == "disputed" and not answers["disputes"]:
        answers["disputes"] = (_prompt("Disputes which fact (id)", _one_of(tuple(on_record.places)), None),)
    may("topic", f"Topic ({', '.join(on_record.topics[:40]) or 'none yet'}; empty for none)")
    if not described:
        may("source", "Source (its id; empty for one that is not on record)", _one_of(tuple(on_record.sources)))
    if not answers["source"]:
        answers["source"] = None
        want("source_title", "Title of the source", _something)
        want("source_publisher", "Publisher", _something)
        may("source_published", "Published (empty if undated)", _date)
        may("source_url", "Address (https://...; empty for none)", _address)
    may("locator", "Place in the source (paragraph 3, p. 12; empty for none)")
    if optional and not answers["paraphrases"]:
        answers["paraphrases"] = tuple(iter(lambda: _prompt("Another wording (empty: no more)", _anything, ""), ""))
    return answers


def _prompt(question: str, check: Callable[[str], str], default: str | None) -> str:
    def process(text: str) -> str:
        if not text.strip() and default == "":
            return ""
        try:
            return check(" ".join(text.split()))
        except (UsageError, ValueError) as error:
            raise click.BadParameter(str(error)) from None

    answer: str = click.prompt(question, default=default, value_proc=process, show_default=bool(default), err=True)
    return answer


def _anything(text: str) -> str:
    return text


def _something(text: str) -> str:
    if not text:
        raise ValueError("write something")
    return text


def _date(text: str) -> str:
    edtf.parse(text)
    return text


def _address(text: str) -> str:
    if not re.fullmatch(r"https?://\S+", text):
        raise ValueError("an address begins with https:// or http://")
    return text


def _one_of(known: tuple[str, ...]) -> Callable[[str], str]:
    def check(text: str) -> str:
        if text not in known:
            raise ValueError(f"{text!r} is none of them{did_you_mean(text, known)}")
        return text

    return check


def _id_check(on_record: OnRecord) -> Callable[[str], str]:
    def check(text: str) -> str:
        if not _ID.fullmatch(text):
            raise ValueError("an id is small letters and digits joined by hyphens")
        if text in on_record.places:
            raise ValueError(f"{text!r} is taken ({on_record.places[text]})")
        return text

    return check


def _suggest_id(claim: str) -> str:
    """Make an id of the words of a claim that are names or numbers, or else of its first ones."""
    words = [word for word in re.findall(r"[A-Za-z0-9]+", claim) if len(word) > 2]
    telling = [word for word in words if word[0].isupper() or word[0].isdigit()]
    return "-".join((telling if len(telling) > 1 else words)[:_SUGGESTED_WORDS]).lower() or "fact"
