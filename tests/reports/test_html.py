"""The HTML page: what it holds by itself, and that headless Chromium shows it, at the width of a phone too."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
from base64 import b64encode
from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import Any

import pytest
from lxml import html

from kzfacts.reports.html import render
from reports.drafts_sample import hostile, run

CHROMIUM = next(
    (
        found
        for name in (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser", "google-chrome")
        if name and (found := shutil.which(name))
    ),
    "",
)
# Without these Chromium looks for hosts of its maker, and as root it does not start.
QUIET = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage --hide-scrollbars --force-device-scale-factor=1"
).split()
Browse = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def browse(tmp_path: Path) -> Browse:
    if not CHROMIUM:
        pytest.skip("no Chromium: apt-get install chromium, or name it in the variable CHROMIUM")

    def start(page: str, *options: str) -> subprocess.CompletedProcess[str]:
        file = tmp_path / "page.html"
        file.write_text(page, "utf-8")
        command = [CHROMIUM, *QUIET, f"--user-data-dir={tmp_path / 'profile'}", *options, file.as_uri()]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=120, check=True)

    return start


def page(text: str) -> Any:
    return html.document_fromstring(text)


def test_sentences_are_marked_by_what_they_count_as() -> None:
    marks = [(str(mark.get("class")), mark.text_content()) for mark in page(render(run())).iter("mark")]
    assert marks == [
        ("contradicted", "Nazarbayev made ten visits in 2014."),
        ("supported", "He made eight visits in 2014."),
        ("absent", "Nobody knows."),
        ("contradicted", "Émigrés 😀 say Nazarbayev made ten visits in 2014."),
        ("suppressed", "Nazarbayev made ten visits in 2014."),
        ("contradicted", "Ten or ten, it was ten."),
    ]


def test_the_draft_is_there_as_it_reads() -> None:
    texts = [
        re.sub(r"[✗✓?○]\d+", "", one.text_content())
        for one in page(render(run())).xpath("//*[contains(@class,'text')]")
    ]
    assert texts == [block.text for file in run().files for block in file.document.blocks]


def test_every_note_is_reached_from_its_sentence_and_leads_back() -> None:
    tree = page(render(run()))
    ids = [str(one) for one in tree.xpath("//@id")]
    assert len(ids) == len(set(ids))
    targets = {str(one)[1:] for one in tree.xpath("//@href") if str(one).startswith("#")}
    assert targets <= set(ids)
    for mark in tree.iter("mark"):
        number = str(mark.get("id"))[1:]
        assert {f"s{number}", f"n{number}"} <= targets
        assert tree.get_element_by_id(f"n{number}").tag == "aside"


def test_it_stands_alone() -> None:
    text = render(run())
    tree = page(text)
    assert not tree.xpath("//script|//link|//img|//iframe|//object|//form|//base|//@style|//@onclick")
    assert {str(one) for one in tree.xpath("//@href") if not str(one).startswith("#")} == {
        "https://example.org/edm-12-18"
    }
    assert not re.search(r"url\(|@import", text)
    (style,) = tree.xpath("//style/text()")
    digest = b64encode(hashlib.sha256(str(style).encode()).digest()).decode()
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def test_chromium_reads_it_as_it_was_written(browse: Browse) -> None:
    done = browse(render(run()), "--dump-dom")
    shown = page(done.stdout)
    assert [mark.get("class") for mark in shown.iter("mark")] == [
        mark.get("class") for mark in page(render(run())).iter("mark")
    ]
    assert "Refused to apply" not in done.stderr
    assert "Content Security Policy" not in done.stderr


def test_chromium_runs_no_script_from_a_draft(browse: Browse) -> None:
    text = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\">"
    shown = page(browse(render(hostile(text)), "--dump-dom").stdout)
    assert shown.findtext(".//title") != "owned"
    assert not shown.xpath("//script|//img")
    assert text in shown.text_content()


# Measures the page from within: the test adds a script, and takes away the policy that would forbid it. The page
# stands in a frame, since a window of Chromium's is at least 500 pixels wide.
MEASURE = """<script>
const wide = [...document.querySelectorAll('body *')].filter(one => !one.classList.contains('skip'));
const colour = name => getComputedStyle(document.querySelector(name)).backgroundColor;
const text = document.querySelector('.block mark').closest('.block');
parent.document.title = JSON.stringify({
  width: innerWidth,
  over: Math.max(...wide.map(one => one.getBoundingClientRect().right)) - innerWidth,
  beside: text.querySelector('.notes').getBoundingClientRect().left
    > text.querySelector('.text').getBoundingClientRect().right - 1,
  colours: ['mark.contradicted', 'mark.supported', 'mark.absent'].map(colour),
});
</script></body>"""


@pytest.mark.parametrize(("width", "beside"), [(390, False), (1280, True)])
def test_it_fits_its_window(browse: Browse, width: int, beside: bool) -> None:
    text = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", render(run())).replace("</body>", MEASURE)
    frame = f'<iframe srcdoc="{escape(text)}" style="border:0;width:{width}px;height:900px"></iframe>'
    shown = page(browse(f"<title></title>{frame}", "--window-size=1400,900", "--dump-dom").stdout)
    measured = json.loads(str(shown.findtext(".//title")))
    assert measured["width"] == width
    assert measured["over"] <= 0
    assert measured["beside"] is beside
    assert len(set(measured["colours"])) == 3


def test_it_prints(browse: Browse, tmp_path: Path) -> None:
    browse(render(run()), f"--print-to-pdf={tmp_path / 'page.pdf'}", "--no-pdf-header-footer")
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF-")
