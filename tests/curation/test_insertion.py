from __future__ import annotations

import pytest

from kzfacts.curation.insertion import Heading, insert, outline
from kzfacts.errors import FactBaseError, UsageError

NEW = "- id: new\n  topic: eu\n"
TOPICS = """\
# The head of the file

- id: one
  topic: eu
  # about one

# Section two

- id: two
  topic: iran
"""


def put(text: str, topic: str) -> str:
    inserted = insert(text.encode(), "a.yaml", NEW, topic)
    result = inserted.data.decode()
    assert result.splitlines()[inserted.line - 1].strip() == "- id: new"
    return result


def test_after_the_last_fact_of_the_topic_and_before_the_next_section() -> None:
    assert put(TOPICS, "eu") == TOPICS.replace("\n# Section", "\n- id: new\n  topic: eu\n\n# Section")


@pytest.mark.parametrize("topic", ["iran", "asia", ""])
def test_at_the_end_otherwise(topic: str) -> None:
    assert put(TOPICS, topic) == TOPICS + "\n" + NEW
    assert put(TOPICS.rstrip("\n"), topic) == TOPICS + "\n" + NEW
    assert put(TOPICS + "# The end\n\n\n", topic) == TOPICS + "# The end\n\n" + NEW + "\n\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", NEW),
        ("# only a comment\n", "# only a comment\n\n" + NEW),
        ("- id: one\n", "- id: one\n\n" + NEW),
        ("- id: one\n- id: two\n", "- id: one\n- id: two\n" + NEW),  # as close as the others
        ("  - id: one\n", "  - id: one\n\n  - id: new\n    topic: eu\n"),
        ("---\n- id: one\n...\n", "---\n- id: one\n\n" + NEW + "...\n"),
        ("- id: one\r\n", "- id: one\r\n\r\n- id: new\r\n  topic: eu\r\n"),
        ("\ufeff- id: one\n", "\ufeff- id: one\n\n" + NEW),
        ("- id: one\n  note: |\n    a\n\n    # b\n", "- id: one\n  note: |\n    a\n\n    # b\n\n" + NEW),
        ("- {id: one}\n", "- {id: one}\n\n" + NEW),
    ],
)
def test_nothing_else_changes(before: str, after: str) -> None:
    assert put(before, "eu") == after


def test_a_block_of_text_stays_whole() -> None:
    text = "- id: one\n  topic: eu\n  note: |\n    a\n    # b\n\n- id: two\n"
    assert put(text, "eu") == text.replace("\n\n- id: two", "\n\n" + NEW + "\n- id: two")


@pytest.mark.parametrize("text", ["[{id: one}]\n", "id: one\n", "-\n  id: one\n", "- one\n", "text\n"])
def test_facts_in_another_form_are_left_alone(text: str) -> None:
    with pytest.raises(UsageError, match="by hand"):
        insert(text.encode(), "a.yaml", NEW, "eu")


def test_a_broken_file_is_left_alone() -> None:
    with pytest.raises(FactBaseError, match=r"^a.yaml:2:1: not valid YAML"):
        insert(b"- id: [one\n", "a.yaml", NEW, "eu")


def test_the_outline_of_a_file() -> None:
    assert outline(TOPICS.encode()) == [Heading("one", "eu", 3), Heading("two", "iran", 9)]
    assert outline(b"- id: one\n- other\n- topic: [a]\n") == [Heading("one", "", 1), Heading("", "", 3)]
    assert outline(b"- id: [one\n") == outline(b"") == []
