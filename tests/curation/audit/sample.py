"""A small fact base in which nothing is wrong, and what it takes to make records of it with something else in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kzfacts.curation.audit import Records, audit

Change = tuple[str, str, str]  # the file, what stands there, and what is to stand there

SOURCES = """\
- {id: report, title: A report, publisher: The Paper, published: "2015-01", url: "https://example.org/report"}
- {id: page, title: A page, publisher: The Site}
"""
ENTITIES = """\
- id: kazakhstan
  name: Kazakhstan
  kind: country
  demonyms: [Kazakh]
- id: astana
  name: Astana
  kind: city
- id: almaty
  name: Almaty
  kind: city
- id: osce
  name: OSCE
  kind: organisation
- id: anna-serik
  name: Anna Serik
  kind: person
  aliases: [Serik]
  offices:
    - {title: Prime Minister, of: kazakhstan, from: "2010-01-01", to: "2012-05-31"}
    - {title: Minister of Foreign Affairs, of: kazakhstan, from: "2013-02-01"}
- id: bolat-omar
  name: Bolat Omar
  kind: person
  offices:
    - {title: Premier, of: kazakhstan, from: "2012-06-01", to: "2014-12-31"}
"""
FACTS = """\
- id: summit-place
  claim: The OSCE summit of December 2010 took place in Astana.
  when: "2010-12"
  kind: event
  citations: [{source: report}]
- id: minister
  claim: Anna Serik has been foreign minister of Kazakhstan since February 2013.
  when: "2013-02/.."
  kind: office
  participants: {holder: anna-serik, of: kazakhstan}
  citations: [{source: page}]
- id: visits
  claim: Bolat Omar made eight official visits in 2014.
  when: "2014"
  kind: quantity
  citations: [{source: report}]
"""
FILES = {"sources.yaml": SOURCES, "entities.yaml": ENTITIES, "facts.yaml": FACTS}
LEXICON = """\
- {id: prime-minister, words: [prime minister, premier]}
- {id: foreign-minister, words: [foreign minister, minister of foreign affairs]}
- {id: visit, words: [visit, trip]}
- {id: official, words: [official, formal]}
- {id: holding, words: [take place, be held]}
- {id: plan, words: [plan, intend], role: commit}
"""


def write(folder: Path, *changes: Change) -> Path:
    """Write the base to a folder, each change made; a change of "" stands at the end of the file."""
    for name, text in FILES.items():
        for file, old, new in changes:
            if file == name:
                assert old in text, old
                text = text.replace(old, new, 1) if old else text + new
        (folder / name).write_text(text)
    return folder


def faults(folder: Path, *kinds: str, paths: Sequence[str] = (), thorough: bool = False) -> list[str]:
    """Return the faults of a base, as a curator sees them, but for the folder."""
    records = Records.load([str(folder)], paths or [str(folder)], thorough)
    return [str(fault).replace(f"{folder}/", "") for fault in audit(records, kinds)]
