"""The collector of garbage: seldom at work inside, as it was outside."""

import gc

import pytest

from ledger.desk.garbage import collected_when_asked, seldom_collected


def test_the_collector_is_left_as_it_was() -> None:
    usual = gc.get_threshold()
    with seldom_collected():
        assert gc.get_threshold()[0] > usual[0]
    assert gc.get_threshold() == usual
    with pytest.raises(IndexError), seldom_collected():
        [].pop()
    assert gc.get_threshold() == usual


def test_what_has_lived_long_is_left_alone_until_asked() -> None:
    usual = gc.get_threshold()
    with collected_when_asked():
        assert gc.get_threshold()[:2] == usual[:2]
        assert gc.get_threshold()[2] > 10**6
        with seldom_collected():
            pass
        assert gc.get_threshold()[2] > 10**6
    assert gc.get_threshold() == usual
