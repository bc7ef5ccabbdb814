"""Commands run in-process with `CliRunner`, or as a program of their own, both over the sample engine."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from reports import sample

from kzfacts.cli import engine, main

PROGRAM = Path(__file__).with_name("sample_program.py")
Run = Callable[..., Result]
Spawn = Callable[..., "subprocess.CompletedProcess[bytes]"]


@pytest.fixture(autouse=True)
def _sample_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "KZFACTS_DEBUG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(engine, "open_fact_base", lambda paths=(): sample.FACT_BASE)
    monkeypatch.setattr(engine, "open_checker", sample.TableChecker)
    monkeypatch.setattr(engine, "judge", lambda: sample.judge)


@pytest.fixture
def run() -> Run:
    """Run a command line and return its result, with standard output and standard error apart."""

    def run(*arguments: str, stdin: str | bytes | None = None, env: dict[str, str] | None = None) -> Result:
        return CliRunner().invoke(main, arguments, input=stdin, env=env, prog_name="kzfacts")

    return run


@pytest.fixture
def spawn() -> Spawn:
    """Run the command line as a program of its own."""

    def spawn(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
        if "input" not in options:
            options.setdefault("stdin", subprocess.DEVNULL)
        options["env"] = {**os.environ, **options.get("env", {})}
        return subprocess.run(
            [sys.executable, str(PROGRAM), *arguments], capture_output=True, timeout=60, check=False, **options
        )

    return spawn
