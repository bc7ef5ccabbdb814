from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kzfacts.curation.yaml_text import scalar, write_record
from kzfacts.factbase.yaml_reader import read_yaml

AWKWARD = [
    "no", "2014", "2014-12-26", "null", "~", "- a", "a: b", "a #b", "#a", "'a'", '"a"', "[a]", "{a}", "*a", "&a",
    "!a", "%a", "@a", "`a", "?", "? a", "|", ">", "a:", "=", "<<", "1.10", "0x1F", "1_000", "12:30", "a\\b", 'say "no"',
    "it's", "– “quite” –", "Назарбаев", "2014-13-45", "", "---", "...", "\u2028",
]  # fmt: skip


@pytest.mark.parametrize("text", AWKWARD)
def test_a_text_reads_as_it_was(text: str) -> None:
    root, problems = read_yaml("x", f"- {scalar(text)}\n".encode())
    assert (root, problems) == ([text], [])
    assert yaml.safe_load(f"k: {scalar(text)}\n") == {"k": text}  # for other readers too


@given(st.text(st.characters(categories=["L", "N", "P", "S", "Zs"]), max_size=20))
def test_any_text_reads_as_it_was(text: str) -> None:
    text = " ".join(text.split())
    root, problems = read_yaml("x", f"- {scalar(text)}\n".encode())
    assert (root, problems) == ([text], [])


def test_quotes_only_where_they_are_needed() -> None:
    assert scalar("It's the EU's – “new” – plan, no?") == "It's the EU's – “new” – plan, no?"
    assert scalar("no") == '"no"'
    assert scalar("EU: a plan") == '"EU: a plan"'
    assert scalar("2014-12", quoted=True) == '"2014-12"'


def test_a_record_is_written_as_curators_do() -> None:
    record = write_record(
        {
            "id": "a-fact",
            "claim": "EU: a claim.",
            "paraphrases": ["One.", "no"],
            "when": "2014",
            "participants": {"agent": "iran", "theme": ["null", "asia"]},
            "refines": ["other", "another"],
            "citations": [
                {"source": {"title": "A report", "published": "2014"}, "locator": "p. 1"},
                {"source": "edm-12-18"},
            ],
        }
    )
    assert record == (
        "- id: a-fact\n"
        '  claim: "EU: a claim."\n'
        "  paraphrases:\n"
        "    - One.\n"
        '    - "no"\n'
        '  when: "2014"\n'
        "  participants:\n"
        "    agent: iran\n"
        "    theme:\n"
        '      - "null"\n'
        "      - asia\n"
        "  refines: [other, another]\n"
        "  citations:\n"
        "    - source:\n"
        "        title: A report\n"
        '        published: "2014"\n'
        "      locator: p. 1\n"
        "    - source: edm-12-18\n"
    )
    assert "  participants: {agent: iran, theme: [b, c]}\n" in write_record(
        {"id": "x", "participants": {"agent": "iran", "theme": ["b", "c"]}}
    )
