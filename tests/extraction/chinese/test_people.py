"""People presented by what they are, for the next 他 or 她."""

import pytest

from ledger.extraction.chinese.people import presented


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("前质检员胥美玲如今开店。", ["胥美玲"], id="three characters"),
        pytest.param("教授郗宁,她不乐观。", ["郗宁"], id="two characters"),
        pytest.param("局长欧阳泰在场。", ["欧阳泰"], id="a double surname"),
        pytest.param("局长王小明走来。", [""], id="how long the name is, nobody can say"),
        pytest.param("市长批评局长。", [], id="no name"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_who_is_presented(sentence: str, expected: list[str]) -> None:
    assert [sentence[who.start : who.end] for who in presented(sentence)] == expected
