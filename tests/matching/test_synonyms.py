"""Everyday words that name one thing: told alike where they are asked for."""

import pytest

from ledger.matching.synonyms import told_alike
from ledger.text.fold import fold
from ledger.text.tables import rows

FORMS = [
    form for row in rows("ledger.matching", "synonyms.csv") for form in row["forms"].split("|")
]


def test_every_form_is_a_key_of_two_characters_or_more_and_names_one_thing() -> None:
    assert [form for form in FORMS if fold(form) != form or len(form) < 2] == []
    assert sorted(set(FORMS)) == sorted(FORMS)


@pytest.mark.parametrize(
    ("asked", "text", "told"),
    [
        pytest.param("驾照掉了", "驾驶证掉了", "驾照掉了", id="another word for it"),
        pytest.param("驾驶证掉了", "驾驶证掉了", "驾照掉了", id="told by the first either way"),
        pytest.param("搭计程车", "出租车涨价", "出租车涨价", id="from across the strait"),
        pytest.param("护照掉了", "驾驶证掉了", "驾驶证掉了", id="not asked for"),
        pytest.param("女孩子叫什么", "女孩叫什么", "女生叫什么", id="the longest first"),
        pytest.param("", "驾驶证", "驾驶证", id="nothing asked"),
    ],
)
def test_what_names_the_same_is_told_alike(asked: str, text: str, told: str) -> None:
    assert told_alike(asked, text) == told


def test_a_key_told_alike_is_told_alike_for_good() -> None:
    key = "搭计程车去领驾驶执照"
    once = told_alike(key, key)
    assert told_alike(once, once) == once
