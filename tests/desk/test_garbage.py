"""The collector of garbage: seldom at work inside, as it was outside."""

import gc

import pytest

from ledger.desk.garbage import seldom_collected


def test_the_collector_is_left_as_it_was() -> None:
    usual = gc.get_threshold()
    with seldom_collected():
        assert gc.get_threshold()[0] > usual[0]
    assert gc.get_threshold() == usual
    with pytest.raises(IndexError), seldom_collected():
        [].pop()
    assert gc.get_threshold() == usual
