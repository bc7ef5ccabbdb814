"""Front matter: the YAML (between ``---``) or TOML (between ``+++``) block at the top of a draft."""

from __future__ import annotations

import re
import tomllib
from datetime import date

import msgspec

from kzfacts.documents.dating import as_date
from kzfacts.documents.errors import DocumentError

_YAML = re.compile(r"---[ \t]*\n(?P<body>(?:.*\n)*?)(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_TOML = re.compile(r"\+\+\+[ \t]*\n(?P<body>(?:.*\n)*?)\+\+\+[ \t]*(?:\n|\Z)")
_DATES = ("date", "published", "publishdate", "pubdate", "datepublished", "publishedat", "published_time", "updated")


class FrontMatter(msgspec.Struct, frozen=True):
    """What a draft's front matter says, and the offset where the draft itself begins."""

    dated: date | None = None
    settings: dict[str, object] = {}
    end: int = 0


def read_front_matter(path: str, text: str) -> FrontMatter:
    """Read the front matter of ``text``, if it has any. Raises DocumentError where it is broken."""
    if match := _YAML.match(text):
        values = _yaml(path, match["body"])
    elif match := _TOML.match(text):
        values = _toml(path, match["body"])
    else:
        return FrontMatter()
    if values is None:
        return FrontMatter(end=match.end())
    if not isinstance(values, dict):
        # A text between two rulers is no front matter: "---", a paragraph, "---".
        return FrontMatter()
    return FrontMatter(_dated(values), _settings(path, text, values), match.end())


def _yaml(path: str, body: str) -> object:
    import yaml

    try:
        return yaml.load(body, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 2, mark.column + 1) if mark else (1, 1)
        problem = error.problem or "not YAML"
    except (yaml.YAMLError, ValueError) as error:
        line, column, problem = 2, 1, str(error).splitlines()[0]
    raise DocumentError(path, line, column, f"front matter is no YAML ({problem}); mend it, or quote the value")


def _toml(path: str, body: str) -> object:
    try:
        return tomllib.loads(body)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"line (\d+), column (\d+)", str(error))
        line, column = (int(found[1]) + 1, int(found[2])) if found else (1, 1)
        raise DocumentError(path, line, column, f"front matter is no TOML ({error}); mend it") from None


def _dated(values: dict[object, object]) -> date | None:
    by_name = {str(key).lower().replace("-", "").replace(" ", ""): value for key, value in values.items()}
    for name in _DATES:
        if dated := as_date(by_name.get(name)):
            return dated
    return None


def _settings(path: str, text: str, values: dict[object, object]) -> dict[str, object]:
    settings = values.get("kzfacts")
    if settings is None:
        return {}
    if isinstance(settings, dict):
        # YAML 1.1 reads the key `off` as false
        return {"off" if key is False else str(key): value for key, value in settings.items()}
    key = re.search(r"^[\"']?kzfacts", text, re.MULTILINE)
    line = text.count("\n", 0, key.start()) + 1 if key else 1
    raise DocumentError(
        path, line, 1, "front matter key 'kzfacts' is no mapping; write its settings below it, indented"
    )
