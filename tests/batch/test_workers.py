from __future__ import annotations

import os
import signal
import sys

import pytest
from reports import sample

from kzfacts.batch.checking import Asker, Memory, answered
from kzfacts.batch.rows import Row
from kzfacts.batch.workers import workers
from kzfacts.errors import KzfactsError
from kzfacts.finding import Finding

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="askers are shared by fork")
WORDS = ("ten", "eight", "no", "odd")


def rows(count: int) -> list[Row]:
    made = [Row("a.csv", number, statement=f"{WORDS[number % 4]} {number % 300}") for number in range(count)]
    made[5] = Row("a.csv", 5, problem="bad")
    made[6] = Row("a.csv", 6, blank=True)
    return made


def test_answers_come_in_the_order_of_the_rows() -> None:
    asker = Asker(sample.TableChecker(sample.FACT_BASE))
    alone = list(answered(rows(1000), asker.ask, Memory(), None))
    with workers(2, lambda: asker) as pool:
        assert list(pool.answered(rows(1000), Memory(10), None)) == alone
    assert [answer.verdict for _, answer in alone[4:8]] == ["contradicted", "error", "", "error"]


class Dying(sample.TableChecker):
    def check(self, statement: str, as_of: object = None) -> Finding:
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError


def test_a_process_that_is_killed_ends_the_run() -> None:
    asker = Asker(Dying(sample.FACT_BASE))
    with workers(2, lambda: asker) as pool, pytest.raises(KzfactsError, match="ended from outside"):
        list(pool.answered(rows(10), Memory(), None))
