"""Every format gives the very text under tests/data/reports; KZFACTS_WRITE_REPORTS=1 writes those anew."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from kzfacts.reports.formats import FORMATS, renderer
from kzfacts.version import __version__
from reports.drafts_sample import run

FOLDER = Path(__file__).parents[1] / "data/reports"
ENDINGS = {"text": "txt", "github": "txt", "github-summary": "md", "junit": "xml", "jsonl": "jsonl", "html": "html"}


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_as_it_was(name: str) -> None:
    path = FOLDER / f"{name}.{ENDINGS.get(name, 'json')}"
    text = renderer(name)(run()).replace(f'"semanticVersion": "{__version__}"', '"semanticVersion": "0"')
    if os.environ.get("KZFACTS_WRITE_REPORTS"):
        path.write_text(text, "utf-8")
    assert text == path.read_text("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_run_gives_the_same_text(name: str) -> None:
    assert renderer(name)(run()) == renderer(name)(run())


def test_a_name_that_is_no_format() -> None:
    with pytest.raises(KeyError):
        renderer("yaml")


def test_a_format_is_imported_when_it_is_asked_for() -> None:
    code = (
        "import sys; from kzfacts.reports.formats import renderer; renderer('jsonl'); "
        "print(*[name for name in sys.modules if name.split('.')[-1] in ('sarif', 'html', 'junit', 'rich')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []
