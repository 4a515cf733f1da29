"""The collector of garbage: seldom at work inside, as it was outside."""

import gc
from collections.abc import Iterator

import pytest

from ledger.desk import garbage
from ledger.desk.garbage import collected_when_asked, seldom_collected

USUAL = (700, 10, 10)


@pytest.fixture(autouse=True)
def _as_python_starts(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Whatever the threads of a cluster in this process left behind."""
    before = gc.get_threshold()
    monkeypatch.setattr(garbage, "_USUAL", USUAL)
    gc.set_threshold(*USUAL)
    yield
    gc.set_threshold(*before)


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
