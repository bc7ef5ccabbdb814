"""``kzfacts`` as a program over the sample engine, with statements that take CHECK_SECONDS each."""

from __future__ import annotations

import datetime
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "src"))

from reports import sample

from kzfacts.cli import engine, main
from kzfacts.finding import Finding

SECONDS = float(os.environ.get("CHECK_SECONDS", "0"))


class SlowChecker(sample.TableChecker):
    """The sample checker, which takes its time."""

    def check(self, statement: str, as_of: datetime.date | None = None) -> Finding:
        """Return the finding after a while."""
        time.sleep(SECONDS)
        return super().check(statement, as_of)


if __name__ == "__main__":
    engine.open_fact_base = lambda paths=(): sample.FACT_BASE
    engine.open_checker = SlowChecker  # type: ignore[assignment]
    main(prog_name="kzfacts")
