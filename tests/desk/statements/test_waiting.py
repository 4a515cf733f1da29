"""Statements that wait: told as they were read, whatever came twice and in whatever portions."""

from contextlib import closing
from datetime import date

from ledger.desk.statements.waiting import Waiting
from ledger.exchange.batches import Batch
from ledger.model import FIELDS, NewStatement

TIDE, DYKE, SPRING = (
    NewStatement(text="The tide rose 4 metres.", outlet="Grey Pier", said_on=date(2026, 3, 2)),
    NewStatement(text="海堤高6公尺。", outlet="石階晚報", said_on=date(2026, 3, 1), claim="海堤"),
    NewStatement(text="The spring tide rose 5 metres.", outlet="Grey Pier"),
)


def told(batch: Batch) -> dict[str, list[object]]:
    return {name: [*batch.columns[name]] for name in FIELDS}


def test_each_waits_once_and_is_given_as_it_came() -> None:
    with closing(Waiting()) as waiting:
        waiting.extend(Batch.of([TIDE, DYKE]))
        waiting.extend(Batch.of([DYKE, SPRING, TIDE]))
        assert (len(waiting), [*waiting.places]) == (3, [0, 1, 1, 2, 0])
        (every,) = waiting.batches()
        came = Batch.of([TIDE, DYKE, DYKE, SPRING, TIDE])
        assert told(every) == told(came)
        assert (every.ids, every.keys) == (came.ids, came.keys)
        assert waiting.ids([2, 0]) == Batch.of([SPRING, TIDE]).ids


def test_named_claims_are_filed_first_then_the_days_in_order() -> None:
    with closing(Waiting()) as waiting:
        waiting.extend(Batch.of([SPRING, TIDE, DYKE]))
        assert [*waiting.in_order()] == [2, 1, 0]
        assert [*waiting.claims()] == [(2, "海堤")]
