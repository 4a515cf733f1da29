"""Whether two texts speak of anything alike, asked before anything is denied."""

import pytest

from ledger.disagreement.one_thing.one_event import Nearness, have_nothing_in_common, nearness
from ledger.disagreement.statement.prepared import prepared

CASES = [
    ("no word", "The ferry did not sail.", "渔民拒绝了新的配额。", True),
    ("one figure, as in any two texts", "Tolls rose to 45.", "The choir has 45 singers.", True),
    ("a word", "The ferry did not sail.", "The ferry sailed.", False),
    ("a word in other letters", "The mayor did not raise the tariff.", "市长提高了关税。", False),
    (
        "two figures: a table may know too little",
        "Velmo did not pay 45 for 12.5 tonnes.",
        "卡登付了45，买进12.5吨。",
        False,
    ),
]


@pytest.mark.parametrize(
    ("a", "b", "expected"), [pytest.param(a, b, e, id=why) for why, a, b, e in CASES]
)
def test_nothing_in_common(a: str, b: str, *, expected: bool) -> None:
    ours, theirs = prepared(a), prepared(b)
    assert have_nothing_in_common(ours, theirs) is expected
    assert have_nothing_in_common(theirs, ours) is expected
    if expected:
        assert nearness(ours, theirs) is Nearness.APART
