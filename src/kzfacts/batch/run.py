"""The loop of a run: rows with their answers into a sink."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice

from kzfacts.batch.checking import ERROR, Answer
from kzfacts.batch.partial import Sink
from kzfacts.batch.rows import Row
from kzfacts.batch.tally import Tally
from kzfacts.batch.writing import Writer

Answered = Callable[[Iterator[Row]], Iterator[tuple[Row, Answer]]]


def run(
    rows: Iterator[Row],
    answered: Answered,
    writer: Writer,
    sink: Sink,
    *,
    failed: Callable[[Row, Answer], None],
    moved: Callable[[int], None],
) -> Tally:
    """Answer the rows and write them, in their order; return the counts of all that the sink then has.

    Rows that the sink has already are passed over. ``failed`` is told of each row with the verdict ``error``, ``moved``
    how many rows there are by now.
    """
    tally = sink.tally
    if sink.fresh:
        sink.write(writer.start())
    for _ in islice(rows, tally.rows):
        pass
    moved(tally.rows)
    for row, answer in answered(rows):
        text = writer.row(row, answer)
        if answer.verdict == ERROR:
            failed(row, answer)
        sink.write(text)
        tally.add(answer)
        sink.row_done()
        moved(tally.rows)
    sink.flush()
    return tally
