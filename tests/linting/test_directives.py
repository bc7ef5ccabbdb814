from __future__ import annotations

from datetime import date

import msgspec
import pytest

from kzfacts.linting.directives import Orders, read_orders
from linting import stand_ins


def orders(remark: str) -> Orders:
    return read_orders(stand_ins.read_document("a.md", f"<!-- {remark} -->".encode()))


def front_matter(settings: dict[str, object], source: str = "") -> Orders:
    document = stand_ins.read_document("a.md", source.encode())
    return read_orders(msgspec.structs.replace(document, settings=settings))


@pytest.mark.parametrize(
    ("remark", "verb", "targets", "reason"),
    [
        ("kzfacts-ignore-next visits -- they differ", "ignore-next", ("visits",), "they differ"),
        ("kzfacts-ignore-line fact:visits, absent -- a -- b", "ignore-line", ("visits", "absent"), "a -- b"),
        ("kzfacts-ignore-file -- a satire", "ignore-file", ("all",), "a satire"),
        ("kzfacts-off visits -- under discussion", "off", ("visits",), "under discussion"),
        ("kzfacts-on", "on", ("all",), ""),
    ],
)
def test_remarks(remark: str, verb: str, targets: tuple[str, ...], reason: str) -> None:
    found = orders(remark)
    [directive] = found.directives
    assert (directive.verb, directive.targets, directive.reason) == (verb, targets, reason)
    assert found.problems == ()


def test_a_remark_may_lapse() -> None:
    [directive] = orders("kzfacts-ignore-next visits until:2015-01 -- they differ").directives
    assert (directive.until, directive.targets) == (date(2015, 1, 31), ("visits",))


@pytest.mark.parametrize(
    ("remark", "message"),
    [
        ("kzfacts-ignore-next visits", "kzfacts-ignore-next has no reason and does not act"),
        ("kzfacts-ignore-next visits --", "kzfacts-ignore-next has no reason and does not act"),
        ("kzfacts-ignore-next -- they differ", "kzfacts-ignore-next names no fact"),
        ("kzfacts-ignore-nxt visits -- x", "unknown remark 'kzfacts-ignore-nxt' (did you mean 'kzfacts-ignore-next'?)"),
        ("kzfacts-off visits until:soon -- x", "until: "),
    ],
)
def test_what_cannot_be_understood_does_not_act(remark: str, message: str) -> None:
    found = orders(remark)
    assert found.directives == ()
    [problem] = found.problems
    assert problem.message.startswith(message)
    assert (problem.path, problem.line, problem.column, problem.severity) == ("a.md", 1, 1, "error")


def test_a_remark_whose_form_is_at_fault_is_an_error_and_does_not_act() -> None:
    document = stand_ins.read_document("a.md", b"<!-- kzfacts-on -->")
    (remark,) = document.remarks
    found = read_orders(msgspec.structs.replace(document, remarks=(msgspec.structs.replace(remark, fault="no end"),)))
    assert [(problem.message, problem.severity) for problem in found.problems] == [("no end", "error")]
    assert found.directives == ()


def test_front_matter() -> None:
    found = front_matter(
        {
            "as-of": date(2015, 1, 30),
            "ignore": [{"fact": ["visits", "absent"], "reason": "an\nold piece", "until": "2016"}],
            "off": True,
        }
    )
    assert (found.as_of, found.off, found.problems) == (date(2015, 1, 30), True, ())
    [directive] = found.directives
    assert (directive.verb, directive.targets, directive.reason) == (
        "ignore-file",
        ("visits", "absent"),
        "an old piece",
    )
    assert directive.until == date(2016, 12, 31)


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"ignor": []}, "unknown key 'ignor' (did you mean 'ignore'?); there are as-of, ignore, off"),
        ({"ignore": "visits"}, "ignore: expected a list of {fact: ID, reason: ...}"),
        ({"ignore": ["visits"]}, "ignore: 'visits' has no reason and does not act"),
        ({"ignore": [{"fact": "visits"}]}, "ignore: visits has no reason and does not act"),
        ({"ignore": [{"fact": 3, "reason": "x"}]}, "ignore: fact: expected the id of a fact"),
        ({"ignore": [{"fact": "visits", "reson": "x"}]}, "ignore: unknown key 'reson' (did you mean 'reason'?)"),
        ({"as-of": "soon"}, "as-of: "),
        ({"off": "yes"}, "off: expected true or false"),
    ],
)
def test_mistakes_in_front_matter(settings: dict[str, object], message: str) -> None:
    found = front_matter(settings)
    assert found.directives == ()
    [problem] = found.problems
    assert problem.message.startswith(f"front matter, kzfacts: {message}")


def test_a_mistake_in_front_matter_has_its_place() -> None:
    source = "---\ntitle: visits\nkzfacts:\n  ignore:\n    - visits\n---\n"
    [problem] = front_matter({"ignore": ["visits"]}, source).problems
    assert (problem.line, problem.column) == (5, 7)
