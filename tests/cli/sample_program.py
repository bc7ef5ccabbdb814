"""``kzfacts`` as a program over the sample engine; SAMPLE_MODULES=1 lists the modules it imported."""

from __future__ import annotations

import atexit
import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from reports import sample

from kzfacts.cli import engine, main

engine.open_fact_base = lambda paths=(): sample.FACT_BASE
engine.open_checker = sample.TableChecker  # type: ignore[assignment]
engine.judge = lambda: sample.judge

if os.environ.get("SAMPLE_MODULES"):
    atexit.register(lambda: print("MODULES", *sorted(sys.modules), file=sys.stderr))

main(prog_name="kzfacts")
