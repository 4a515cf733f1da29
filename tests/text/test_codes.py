"""Many texts at once: folded and cut up as each would be by itself."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ledger.text.codes import folds, words_of_each
from ledger.text.fold import fold
from ledger.text.tokens import searched_each, signs, tokens

SHORT = 4
PLAIN = ("the u.s. ", "u.s.a1", "ab.c.d", "bridges", "_x", " 18個月", "塔洛橋", "橋", "的", "計畫")
ODD = ("\U00020000\U00020001", "é", "e\u0301", "ｶﾞ", "  ", "\n", "\0", "\ud800", "\uffff", "①", "½")
PIECES = st.sampled_from(PLAIN + ODD)
TEXTS = st.lists(st.one_of(st.text(max_size=12), st.lists(PIECES, max_size=6).map("".join)))


@given(TEXTS)
@settings(deadline=None)
@example(["", " a", "b ", "\u0301c", "\uffff"])
def test_many_texts_are_folded_as_each_is(texts: list[str]) -> None:
    assert folds(texts) == [fold(text) for text in texts]


@given(TEXTS)
@settings(deadline=None)
def test_many_keys_give_the_tokens_each_gives(texts: list[str]) -> None:
    keys = [fold(text) for text in texts]
    words, found = words_of_each(keys, SHORT)
    given_to: list[set[str]] = [set() for _ in keys]
    for at, token in zip(words.key.tolist(), searched_each(words.written), strict=True):
        given_to[at].update({token} - {""})
    columns = (column.tolist() for column in found)
    for at, first, second in zip(*columns, strict=True):
        given_to[at].add(chr(first) + (chr(second) if second else ""))
    assert given_to == [_by_itself(key) for key in keys]


def _by_itself(key: str) -> set[str]:
    alone = signs(key)
    return {*tokens(key), *(alone if len(alone) <= SHORT else ())}


@pytest.mark.parametrize("texts", [[], [""], ["", ""]])
def test_nothing_gives_nothing(texts: list[str]) -> None:
    assert folds(texts) == texts
    words, found = words_of_each(texts, SHORT)
    assert (words.written, len(words.key), len(found.key)) == ([], 0, 0)
