from __future__ import annotations

import json
import re
from importlib import resources
from pathlib import Path
from typing import Any

import pytest
import yaml

from kzfacts.curation.record_schemas import _EDTF, KINDS, render, schema
from kzfacts.factbase import edtf
from kzfacts.factbase.loading import plan

jsonschema = pytest.importorskip("jsonschema")

FACT: dict[str, Any] = {
    "id": "a-fact",
    "claim": "Something happened in 2014.",
    "when": "2014",
    "citations": [{"source": "edm-12-18"}],
}
SOURCE = {"title": "A report", "publisher": "The Paper"}


class CoreLoader(yaml.SafeLoader):
    """Reads plain scalars as YAML 1.2 and editors do: no dates, and no booleans but true and false."""


CoreLoader.yaml_implicit_resolvers = {}
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^[-+]?[0-9]+$"), list("-+0123456789"))
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]*\.[0-9]+$"), list("-+.0123456789"))
CoreLoader.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(?:~|null|)$"), ["~", "n", ""])


def errors(name: str, data: object) -> list[str]:
    return [error.json_path for error in jsonschema.Draft7Validator(schema(name)).iter_errors(data)]


@pytest.mark.parametrize("name", KINDS)
def test_the_shipped_schema_is_up_to_date(name: str) -> None:
    shipped = resources.files("kzfacts.factbase").joinpath("schemas", f"{name}.schema.json").read_text("utf-8")
    assert shipped == render(name), "write it anew: python -m kzfacts.curation.record_schemas"
    jsonschema.Draft7Validator.check_schema(json.loads(shipped))


@pytest.mark.parametrize("file", plan(), ids=lambda file: file.path.name)
def test_the_shipped_files_keep_to_the_schema(file: Any) -> None:
    data = yaml.load(Path(file.path).read_text("utf-8"), CoreLoader)
    assert isinstance(data, list)
    assert errors(file.role, data) == []


@pytest.mark.parametrize("name", KINDS)
def test_every_key_says_what_it_holds(name: str) -> None:
    for definition in schema(name)["definitions"].values():
        assert definition["description"].endswith(".")
        assert all(key["description"] for key in definition["properties"].values())


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"citations": [{"source": SOURCE}]},
        {"kind": None, "attributed_to": "", "participants": {"agent": ["a", "b"], "theme": "c"}},
        {"examples": {"absent": ["x", {"statement": "y", "as_of": "2015-01-30"}]}, "disputes": ["other"]},
        {"certainty": "disputed", "when": "2010/.."},
    ],
)
def test_what_a_fact_may_be(change: dict[str, Any]) -> None:
    assert errors("facts", [FACT | change]) == []


@pytest.mark.parametrize(
    ("change", "where"),
    [
        ({"id": "A_b"}, "$[0].id"),
        ({"claim": ""}, "$[0].claim"),
        ({"when": "26.12.2014"}, "$[0].when"),
        ({"citations": []}, "$[0].citations"),
        ({"citations": [{"source": SOURCE | {"url": "example.org"}}]}, "$[0].citations[0].source"),
        ({"certainty": "sure"}, "$[0].certainty"),
        ({"examples": {"absent": [{"as_of": "2015"}]}}, "$[0].examples.absent[0]"),
        ({"paraphrase": []}, "$[0]"),
    ],
)
def test_what_a_fact_may_not_be(change: dict[str, Any], where: str) -> None:
    assert errors("facts", [FACT | change]) == [where]


@pytest.mark.parametrize(
    "date",
    "2014 2014-12 2014-12-26 201X 2014-XX 2014-12-2X 2014~ 2014? 2014-12% 2014-21 2013/2014-06 2010/.. /2014 ../2014 "
    "2010/ 2010~/2012?".split(),
)
def test_dates_that_both_take(date: str) -> None:
    edtf.parse(date)
    assert re.search(_EDTF, date)


@pytest.mark.parametrize("date", ["26.12.2014", "14", "2014-1", "2014-12-26T00:00", "2014-2015-", "/", "../..", "X014"])
def test_dates_that_neither_takes(date: str) -> None:
    with pytest.raises(ValueError, match=r"\S"):
        edtf.parse(date)
    assert not re.search(_EDTF, date)
