"""Whether a figure can be read at all, told before anybody reads."""

import pytest

from ledger.quantities import may_be_read, read


@pytest.mark.parametrize(
    "text", ["5", "h200", "q3", "a dozen", "two", "三", "半", "首次", "doubled", "may", "in may"]
)
def test_a_numeral_may_begin(text: str) -> None:
    assert may_be_read(text)


@pytest.mark.parametrize("text", ["", "the album", "ended", "灯塔", "许可证", "?!", "tent"])
def test_none_begins_and_none_is_read(text: str) -> None:
    assert not may_be_read(text)
    assert not read(text)
