"""The public face: its names, that they cost nothing until used, and that each says what it is."""

from __future__ import annotations

import doctest
import inspect
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import kzfacts

NAMES = [
    "Checker",
    "Fact",
    "FactBase",
    "FactBaseError",
    "Finding",
    "KzfactsError",
    "Relation",
    "UsageError",
    "Verdict",
    "__version__",
    "judge",
]
COSTLY = ("click", "yaml", "rich", "msgspec", "rapidfuzz", "Stemmer")


def test_the_names() -> None:
    assert sorted(kzfacts.__all__) == NAMES


@pytest.mark.parametrize("name", [name for name in NAMES if name != "__version__"])
def test_every_name_is_there_and_says_what_it_is(name: str) -> None:
    documented = getattr(kzfacts, name)
    assert documented.__name__ == name
    assert len(inspect.getdoc(documented) or "") > 20
    own = [member for key, member in vars(documented).items() if not key.startswith("_") and inspect.isfunction(member)]
    assert all(member.__doc__ for member in own)


def test_the_version_is_a_string_of_numbers() -> None:
    assert all(part.isdigit() for part in kzfacts.__version__.split(".")[:2])


def test_an_unknown_name_is_told_by_name() -> None:
    with pytest.raises(AttributeError, match="no attribute 'Chekcer'"):
        kzfacts.Chekcer  # noqa: B018


def test_errors_are_one_family() -> None:
    assert issubclass(kzfacts.FactBaseError, kzfacts.KzfactsError)
    assert issubclass(kzfacts.UsageError, kzfacts.KzfactsError)


def imported(code: str) -> set[str]:
    """Return which costly packages are imported after running ``code`` in a fresh interpreter."""
    program = f"import sys\n{code}\nprint(*(name for name in {COSTLY!r} if name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=60)
    return set(done.stdout.split())


def test_importing_the_package_imports_nothing_else() -> None:
    assert imported("import kzfacts; kzfacts.__version__") == set()


def test_an_error_class_costs_nothing() -> None:
    assert imported("from kzfacts import KzfactsError, UsageError") == set()


def test_a_check_needs_no_command_line() -> None:
    code = "import kzfacts; kzfacts.Checker(kzfacts.FactBase.of()).check('Nobody came.')"
    assert imported(code).isdisjoint(("click", "yaml", "rich"))


SOURCES = Path(kzfacts.__file__).parent
WITH_EXAMPLES = [
    path.relative_to(SOURCES.parent) for path in SOURCES.rglob("*.py") if ">>> " in path.read_text(encoding="utf-8")
]


@pytest.mark.parametrize("path", sorted(WITH_EXAMPLES), ids=str)
def test_the_examples_of_docstrings(path: Path) -> None:
    name = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
    results = doctest.testmod(import_module(name))
    assert results.attempted
    assert not results.failed
