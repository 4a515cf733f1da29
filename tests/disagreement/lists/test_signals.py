"""Steering words: found with their meaning, and not found in the words that only look like them."""

import pytest

from ledger.disagreement.lists.signals import signals_in
from ledger.text.fold import fold

FOUND = [
    ("plain negation", "did not sign", "negation", "not"),
    ("contraction", "didn't sign", "negation", "not"),
    ("Chinese negation", "並未簽署", "negation", "not"),
    ("denial", "否認簽署", "negation", "deny"),
    ("inflected", "is considering", "hedge", "may"),
    ("both scripts", "考慮採用", "hedge", "may"),
    ("forecast", "預計成長", "hedge", "future"),
    ("direction", "shares plunged", "pole", "rise"),
    ("one word, two signals", "he died", "once", "died"),
    ("a request", "請勿相信", "hedge", "open"),
    ("whose it is", "his brother lives there", "scope", "kin"),
]

NOT_FOUND = [
    ("不僅 adds", "不僅簽署", "negation"),
    ("not only adds", "not only signed", "negation"),
    ("未來 is a time", "未來簽署", "negation"),
    ("May is a month", "in May", "hedge"),
    ("說明 is no speech", "產品說明書", "speech"),
    ("close to is a comparator", "close to the record", "pole"),
    ("會否 of 議會否決", "議會否決預算", "hedge"),
    ("成人 of 造成人員", "造成人員死亡", "scope"),
    ("有的 of 所有的", "所有的員工", "contrast"),
    ("law is not lawful", "the law says", "pole"),
]


@pytest.mark.parametrize(
    ("text", "kind", "group"), [pytest.param(t, k, g, id=why) for why, t, k, g in FOUND]
)
def test_found(text: str, kind: str, group: str) -> None:
    assert (kind, group) in {(signal.kind, signal.group) for signal in signals_in(fold(text))}


@pytest.mark.parametrize(("text", "kind"), [pytest.param(t, k, id=why) for why, t, k in NOT_FOUND])
def test_not_found(text: str, kind: str) -> None:
    assert kind not in {signal.kind for signal in signals_in(fold(text))}
