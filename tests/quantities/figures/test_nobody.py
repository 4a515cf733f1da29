"""Nobody hurt is a count of zero; nobody seriously hurt, or no deaths reported, is none."""

import pytest

from ledger.quantities import read


@pytest.mark.parametrize(
    ("text", "stated", "measure"),
    [
        ("No one was hurt in the blast", "No one was hurt", "injured"),
        ("Nobody died", "Nobody died", "deaths"),
        ("None of the old pupils was injured", "None of the old pupils was injured", "injured"),
        ("There were no casualties", "no casualties", "casualties"),
        ("幸無人死亡", "無人死亡", "deaths"),
        ("意外未造成人員傷亡", "未造成人員傷亡", "casualties"),
        ("三年零死亡", "零死亡", "deaths"),
        ("無傷亡", "無傷亡", "casualties"),
    ],
)
def test_nobody_is_none(text: str, stated: str, measure: str) -> None:
    found = [q for q in read(text) if q.value == 0]
    assert [(q.text, q.low, q.high, q.measure) for q in found] == [(stated, 0, 0, measure)]
    assert (found[0].dimension, found[0].unit) == ("count", "person")


@pytest.mark.parametrize(
    "text",
    [
        "No one was seriously hurt",
        "There were no reports of casualties",
        "No injuries were reported",
        "The blast levelled a café; no injuries reported",
        "零死亡率",
        "無人機",
    ],
)
def test_some_may_have_been(text: str) -> None:
    assert not read(text)
